/// The flags that what-if questions share: the baseline, what changes, and the model's parameters.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "market/scenario/scenario.hpp"
#include "market/whatif/rent_clearing.hpp"
#include "market/whatif/scenario_policy.hpp"
#include "market/whatif/whatif.hpp"

namespace cellbook::cli {

struct WhatIfFlags {
    InputOptions input{};
    std::optional<std::string> begin{};
    std::optional<std::string> end{};
    std::optional<std::string> period{};
    std::optional<std::string> commodity{};
    std::vector<std::string> settings{};
    std::optional<std::string> scenario_file{};
    std::optional<std::string> scenario_name{};
    std::vector<std::string> parameters{};
    std::optional<std::string> demand{};
    std::optional<std::string> closure{};
    std::optional<std::string> limits{};
    std::optional<std::string> rents{};
    std::optional<std::string> seed{};
    OutputOptions output{};
};

/// -f, -b -e -p -c; --set, --scenario, --name; --param, --demand, --closure, --limits, --rents,
/// --seed; output.
void add_whatif_options(Arguments& arguments, WhatIfFlags& flags);

/// What the flags say, read and resolved. What it points at lives as long as it does.
struct WhatIfQuestion {
    std::shared_ptr<const EntrySource> source{};
    std::unique_ptr<Economy> economy{};
    std::vector<Shock> shocks{};
    ScenarioPolicy scenario{};
    ParameterSet parameters{};
    DemandForm form = DemandForm::les;
    Closure closure{};
    LimitRule limit_rule = LimitRule::price;
    Seed seed{};
    std::string title{};  ///< the settings, or the scenario's name
    std::string hash{};   ///< of the scenario file, else of the settings
    std::string scenario_file{};
};

/// Throws UsageError, InputError. `needs_change`: without a setting or scenario it is an error.
WhatIfQuestion ask_whatif(const WhatIfFlags& flags, bool needs_change,
                          const Environment& environment);

/// `NAME=VALUE`, `NAME=LOW:HIGH` (its middle is the value) or `NAME=MEAN+-SD`. Throws UsageError.
Parameter parse_parameter(const std::string& text);

/// A whole number from 0 to 2^64 - 1. Throws UsageError.
Seed parse_seed(const std::optional<std::string>& text);

}  // namespace cellbook::cli
