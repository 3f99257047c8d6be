/// Answers a what-if question: baseline beside scenario, and what the difference rests on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/book/progress.hpp"
#include "market/pricing/indicators.hpp"
#include "market/pricing/solve.hpp"
#include "market/random/random_stream.hpp"
#include "market/scenario/replica_plan.hpp"
#include "market/whatif/economy.hpp"

namespace cellbook {

struct WhatIfRequest {
    const Economy& economy;
    const Policy& policy;
    const ParameterSet& parameters;
    DemandForm form = DemandForm::les;
    Closure closure{};
    std::size_t draws = 0;  ///< of the parameters; 0: no ranges
    Seed seed{};
    unsigned threads = 1;
    /// The figure whose variance is shared out and whose breakdown values are sought; empty:
    /// `default_headline`.
    std::string headline{};
    Progress progress{};
};

/// A figure of the baseline beside the scenario's.
struct FigureAnswer {
    Indicator baseline{};
    Indicator scenario{};
    /// The middle 95% of the difference over the draws; absent without draws.
    std::optional<RealInterval> range{};

    [[nodiscard]] double difference() const { return scenario.value - baseline.value; }
};

/// What one parameter does to the headline.
struct ParameterWeight {
    Parameter parameter{};
    double share = 0;  ///< of the headline's variance
    /// The value nearest to the assumed one at which the headline changes sign, others held;
    /// absent: there is none within `sought`.
    std::optional<double> breakdown{};
    RealInterval sought{};
};

struct WhatIfAnswer {
    std::vector<FigureAnswer> figures{};
    Solution baseline{};
    Solution scenario{};
    std::string headline{};
    std::vector<ParameterWeight> weights{};  ///< by share, the largest first
    double unexplained = 0;                  ///< share of the headline's variance
    std::size_t draws = 0;
    std::size_t failed_draws = 0;  ///< without a solution
    std::string first_failure{};
    /// Whether anything that matters is assumed: then ranges are no confidence intervals.
    bool is_illustrative = false;
    double replication_error = 0;  ///< the largest payment's difference to the book, in money
};

/// The revenue of the first product whose market the policy touches; else households' welfare.
std::string default_headline(const Baseline& baseline, const Policy& policy);

/// Solves the baseline (which has to give the book back) and the scenario, draws the parameters by
/// Latin hypercube, and says what the headline rests on. *Errors*: `baseline_not_replicated`,
/// `not_converged` (of the scenario itself; draws that fail are counted), `headline_unknown`;
/// `sampling_invalid`. Absent when progress asked to stop.
Result<std::optional<WhatIfAnswer>> answer_whatif(const WhatIfRequest& request);

/// *Errors*: `not_converged`, naming what still moved and by how much.
std::optional<Diagnostic> refuse_unsettled(const Solution& solution);

/// Parameters as the plan of replicas takes them, all of them, in their order.
std::vector<UncertainParameter> uncertain_parameters(const ParameterSet& parameters,
                                                     DemandForm form);

}  // namespace cellbook
