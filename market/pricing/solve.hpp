/// Solves the pricing model: prices, quantities and incomes together.
#pragma once

#include "market/pricing/circle.hpp"
#include "market/pricing/parameters.hpp"
#include "market/pricing/policy.hpp"
#include "market/pricing/solution.hpp"

namespace cellbook {

struct SolveOptions {
    int most_rounds = 2000;
    double tolerance = 1e-12;  ///< of the relative change of any price and any outlay
};

/// Goes round the circle (prices -> demand -> sales -> inputs, profits, dues -> incomes -> demand)
/// until nothing moves. Leakages (saving, purchases outside) make it a contraction while what is
/// spent of a further boliviano inside is less than one; prices follow by `solve_market` on the
/// curve that touches demand where it is. A solution that did not settle says so in `converged`,
/// `last_change` and `worst`.
///
/// Without a policy it gives the baseline back. Payments inside are in proportion to the
/// baseline's, by the behaviour of each (`market/baseline/behaviour`). *Source*: docs/model.md,
/// "The income circle"; closure after Taylor 1983 (structuralist: prices by cost and mark-up,
/// quantities adjust).
Solution solve(const Circle& circle, const Policy& policy, const ModelParameters& parameters,
               const SolveOptions& options = {});

}  // namespace cellbook
