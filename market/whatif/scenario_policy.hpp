/// Turns a scenario's shocks into what the model takes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/pricing/policy.hpp"
#include "market/scenario/shock_path.hpp"
#include "market/whatif/economy.hpp"

namespace cellbook {

/// A policy, and what of the scenario no policy holds.
struct ScenarioPolicy {
    Policy policy{};
    /// By agent, the sections' entries count: cells built less cells closed.
    std::vector<double> new_cells{};
    bool moves_cells = false;  ///< people or cells change, so that rents may be cleared anew
    std::vector<std::string> notes{};
};

/// Shocks of one target act in their order and are averaged over the days
/// (`ShockPath::average`); a ceiling or floor that holds for a part of the period is drawn towards
/// the baseline's price by the days without it, and a note says so. `limit_rule` says what quantity
/// limits and ceilings do. *Errors*: `shock_target_unknown` for a product or section that the
/// baseline does not have (with the nearest); `shock_value_invalid` for a level below zero, a price
/// of buyers that is not above it, or one that cannot be compared, since the book does not say what
/// it was.
struct PolicyOptions {
    LimitRule limit_rule = LimitRule::price;
    /// The days that the baseline stands for; absent: its own. A scenario may look at the year
    /// after.
    DateRange days{};
};
Result<ScenarioPolicy> scenario_policy(const Economy& economy, std::span<const DrawnShock> shocks,
                                       const PolicyOptions& options);

}  // namespace cellbook
