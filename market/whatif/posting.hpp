/// A solution as a book: the baseline's transactions as they would have been.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/kinds/event.hpp"
#include "market/pricing/policy.hpp"
#include "market/pricing/solution.hpp"
#include "market/whatif/economy.hpp"

namespace cellbook {

/// What a counterfactual book says of itself.
struct PostingStamp {
    std::string scenario{};  ///< its name or settings
    std::string scenario_hash{};
    std::string version{};
};

/// *Units*: `rounding` in units of the baseline's commodity.
struct PostedSolution {
    /// Declarations, all before the period, and in it what no kind books, as journal text.
    std::string text{};
    std::vector<Event> events{};  ///< of the period, standing `simulated`
    /// The events as an events file. Text and events go into a book together: leases are judged by
    /// the titles that the period's sales move.
    std::string events_text{};
    std::int64_t aggregated = 0;  ///< transactions that the events stand for
    std::int64_t taken_over = 0;  ///< transactions of the period in the text, as they were
    std::int64_t left_out = 0;    ///< reversals and what they reverse, and payments that fall away
    double rounding = 0;        ///< the largest difference that rounding makes to anybody's balance
    double total_rounding = 0;  ///< of all payments, with their signs
};

/// One event for each month, kind, pair of parties, product and cell, dated as the last of those it
/// stands for, with amounts in proportion to the solution's payments, rounded to the smallest unit
/// half to even. Every event balances by its kind, so every party does. What moves property (sales
/// of cells, deposits) keeps its own day, since the register judges by days. A cost of goods sold
/// follows the quantity. What comes after the period is left out. Each event names the source
/// `model`, whose citation is the stamp.
/// *Requires*: the solution is of the economy's baseline under the policy.
PostedSolution post_solution(const Economy& economy, const Policy& policy, const Solution& solution,
                             const PostingStamp& stamp);

}  // namespace cellbook
