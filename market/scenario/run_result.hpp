/// What the replicas of a run came to, as one tidy table.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/scenario/replica_runner.hpp"
#include "market/scenario/run_log.hpp"

namespace cellbook {

struct ResultOptions {
    double confidence = 0.95;  ///< of the central interval, whose ends are two of the statistics
    unsigned decimals = 4;
};

/// *Shape*: a row for each scenario, output, group, period and statistic: `mean`, `sd` and
/// quantiles
/// (`p2.5`, `p25`, `p50`, `p75`, `p97.5`) over the replicas that gave it, and how many these are
/// (`replicas`). Of a single run the `value` alone. Programs also get the columns of the stamp:
/// scenario hash, book digest, seed, version. A note tells of replicas that failed, and of the
/// first reason.
/// Outputs stand in the order in which the models gave them.
Table run_result(const std::vector<ResolvedScenario>& scenarios, const RunOutcomes& outcomes,
                 const RunIdentity& stamp, const ResultOptions& options);

}  // namespace cellbook
