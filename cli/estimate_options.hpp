/// The flags that estimates share: method, errors, fixed effects, bootstrap and how they are shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "ledger/statements/table.hpp"
#include "market/estimate/regression_result.hpp"

namespace cellbook::cli {

struct EstimateFlags {
    std::optional<std::string> method{};
    std::optional<std::string> errors{};
    bool small = false;
    std::vector<std::string> absorbed{};
    std::optional<unsigned> bootstrap{};
    std::optional<unsigned> seed{};
    std::optional<std::string> level{};
    bool on_simulated = false;
    bool stars = false;
    bool statistics = false;
};

/// --method, --errors, --small, --absorb, --bootstrap, --seed, --level, --on-simulated; --stars and
/// --statistics.
void add_estimate_options(Arguments& arguments, EstimateFlags& flags);

/// Throws UsageError.
RegressionOptions estimate_options_of(const EstimateFlags& flags);

/// The regressions as the flags want to see them.
Table estimate_table(const std::vector<Regression>& regressions, const EstimateFlags& flags);

}  // namespace cellbook::cli
