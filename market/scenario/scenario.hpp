/// A scenario file as values: which baseline, what changes, what to run and what to print.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/date.hpp"
#include "market/random/probability_distribution.hpp"
#include "market/random/random_stream.hpp"
#include "market/scenario/shock_setting.hpp"
#include "market/scenario/toml_tree.hpp"
#include "market/sensitivity/sampling.hpp"

namespace cellbook {

/// Whose books, and of which days.
struct ScenarioBaseline {
    std::string book{};    ///< a file's name, as written
    DateRange period{};    ///< the file's `to` is the last day within
    std::string digest{};  ///< that the book must have; empty: any
    std::string closure{};
    TextPlace place{};
};

enum class OnInfeasible : std::uint8_t { stop, record };

struct ScenarioRun {
    std::optional<std::int64_t> horizon_days{};
    std::optional<Seed> seed{};
    std::size_t replicas = 0;  ///< 0: one run, at the medians of the parameters
    SamplingMethod sampling = SamplingMethod::monte_carlo;
    OnInfeasible on_infeasible = OnInfeasible::stop;
};

/// A number to be estimated from the baseline's book.
struct EstimateRequest {
    std::string method{};
    std::vector<std::string> instruments{};
    std::string cluster{};
    friend bool operator==(const EstimateRequest&, const EstimateRequest&) = default;
};

struct ScenarioParameter {
    std::string name{};
    std::variant<ProbabilityDistribution, EstimateRequest> value;
    TextPlace place{};
};

/// Of the normal scores of two parameters.
struct ScenarioCorrelation {
    std::string first{};
    std::string second{};
    double value = 0;
    TextPlace place{};
};

enum class Rationing : std::uint8_t { waiting_list, lottery, proportional };

struct Shock {
    std::string name{};  ///< by which a child drops it; may be empty
    ShockTarget target{};
    ShockChange change{};
    std::string parameter{};  ///< whose draw is the value instead; may be empty
    DateRange days{};         ///< the file's `end` is the last day within
    std::int64_t ramp_days = 0;
    std::optional<Rationing> rationing{};
    TextPlace place{};
};

struct Scenario {
    std::string name{};
    std::string title{};
    std::string inherits{};  ///< empty: the baseline alone
    std::vector<std::string> drops{};
    std::vector<Shock> shocks{};
    TextPlace place{};
};

struct ScenarioOutput {
    std::string series{};
    std::string period{};  ///< month, quarter, year; empty: the whole horizon
    std::vector<std::string> by{};
    TextPlace place{};
};

struct ScenarioSweep {
    SamplingMethod method{};
    std::size_t points = 0;
    std::vector<std::string> parameters{};  ///< empty: all that are uncertain
    std::vector<std::string> metrics{};
    bool second_order = false;
    double confidence = 0.95;
    std::size_t bootstrap = 1000;
};

struct ScenarioExport {
    std::string folder{};
    std::vector<std::string> formats{};
};

struct ScenarioFile {
    std::string name{};
    std::string model{};
    ScenarioBaseline baseline{};
    ScenarioRun run{};
    std::vector<ScenarioParameter> parameters{};
    std::vector<ScenarioCorrelation> correlations{};
    std::vector<Scenario> scenarios{};
    std::vector<ScenarioOutput> outputs{};
    std::optional<ScenarioSweep> sweep{};
    std::optional<ScenarioExport> exports{};
    std::string hash{};  ///< 64 hexadecimal digits (`scenario_hash`)

    [[nodiscard]] const Scenario* find_scenario(std::string_view wanted) const;
    [[nodiscard]] const ScenarioParameter* find_parameter(std::string_view wanted) const;
    [[nodiscard]] std::size_t shock_count() const;
};

}  // namespace cellbook
