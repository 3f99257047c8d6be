/// What a scenario changes, as the model takes it: every shock resolved to factors and prices.
#pragma once

#include <optional>
#include <vector>

#include "market/pricing/partial_market.hpp"

namespace cellbook {

/// *Units*: prices relative to the baseline's, quantities in spending at its prices, so that a
/// product's policy reads as one market's (`solve_market`).
struct ProductPolicy {
    std::optional<double> price{};  ///< sellers set it; absent: cost and mark-up do
    double cost = 1;                ///< factor on the unit cost, beside costs from outside
    MarketPolicy market{};
};

/// *Shape*: `products` by product, `people`, `rents` and the rest by agent (the sections' entries
/// count). An empty vector is all ones.
struct Policy {
    std::vector<ProductPolicy> products{};
    double outside_cost = 1;
    double exchange_rate = 1;  ///< bolivianos for one of any other money, relative to the baseline
    double family_income = 1;
    double allowance = 1;
    std::vector<double> people{};           ///< by section: inhabitants relative to the baseline
    std::vector<double> dues{};             ///< by section: rate
    std::vector<double> entry{};            ///< by section: rate
    std::vector<double> rents{};            ///< by section: what cells and floor space are let for
    std::optional<double> cell_sale_tax{};  ///< ad valorem, of the price; absent: as it was

    [[nodiscard]] static double at(const std::vector<double>& by_agent, std::size_t agent) {
        return agent < by_agent.size() ? by_agent[agent] : 1;
    }
};

}  // namespace cellbook
