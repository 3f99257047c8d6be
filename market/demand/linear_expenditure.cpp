#include "market/demand/linear_expenditure.hpp"

#include <cassert>
#include <cmath>

namespace cellbook {

LinearExpenditure::LinearExpenditure(const BaselineBasket& baseline,
                                     const LesParameters& parameters)
    : baseline_{baseline}, parameters_{parameters}, outlay_{baseline.outlay()} {
    assert(parameters.frisch < 0);
    assert(parameters.income_elasticities.size() == baseline.quantities.size());
    double sum = 0;
    for (std::size_t g = 0; g < baseline.quantities.size(); ++g) {
        sum += parameters.income_elasticities[g] * baseline.quantities[g];
    }
    const double left = outlay_ - sum;
    if (baseline.composite > 0 && left >= 0) {
        composite_elasticity_ = left / baseline.composite;
        return;
    }
    composite_elasticity_ = 0;
    scale_ = sum > 0 ? outlay_ / sum : 1;
    constexpr double rounding = 1e-9;
    rescaled_ = std::abs(scale_ - 1) > rounding;
}

double LinearExpenditure::marginal_share(std::size_t product) const {
    return scale_ * parameters_.income_elasticities[product] * baseline_.quantities[product] /
           outlay_;
}

double LinearExpenditure::committed(std::size_t product) const {
    return baseline_.quantities[product] *
           (1 + scale_ * parameters_.income_elasticities[product] / parameters_.frisch);
}

double LinearExpenditure::committed_cost(std::span<const double> prices,
                                         double composite_price) const {
    double cost =
        composite_price * baseline_.composite * (1 + composite_elasticity_ / parameters_.frisch);
    for (std::size_t g = 0; g < prices.size(); ++g) cost += prices[g] * committed(g);
    return cost;
}

double LinearExpenditure::price_index(std::span<const double> prices,
                                      double composite_price) const {
    double logarithm =
        composite_elasticity_ * baseline_.composite / outlay_ * std::log(composite_price);
    for (std::size_t g = 0; g < prices.size(); ++g) {
        if (prices[g] != 1) logarithm += marginal_share(g) * std::log(prices[g]);
    }
    return std::exp(logarithm);
}

void LinearExpenditure::demand(const BudgetSet& budget, Basket& basket) const {
    if (!(outlay_ > 0)) {
        for (double& quantity : basket.quantities) quantity = 0;
        basket.composite = budget.outlay / budget.composite_price;
        return;
    }
    const double cost = committed_cost(budget.prices, budget.composite_price);
    const double free = std::fmax(budget.outlay - cost, 0);
    basket.cut = cost > budget.outlay;
    double spent = 0;
    // What would be bought less than nothing of is not bought, so that the rest must give way.
    const auto bought = [&](double quantity, double price) {
        if (quantity < 0) basket.cut = true;
        const double kept = std::fmax(quantity, 0);
        spent += price * kept;
        return kept;
    };
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        const double price = budget.prices[g];
        basket.quantities[g] = bought(committed(g) + marginal_share(g) * free / price, price);
    }
    basket.composite = bought(
        baseline_.composite * (1 + composite_elasticity_ / parameters_.frisch) +
            composite_elasticity_ * baseline_.composite / outlay_ * free / budget.composite_price,
        budget.composite_price);
    if (!basket.cut) return;
    const double share = spent > 0 ? std::fmax(budget.outlay, 0) / spent : 0;
    for (double& quantity : basket.quantities) quantity *= share;
    basket.composite *= share;
}

double LinearExpenditure::expenditure(std::span<const double> prices, double composite_price,
                                      const BudgetSet& budget) const {
    if (!(outlay_ > 0)) return budget.outlay * composite_price / budget.composite_price;
    const double free = budget.outlay - committed_cost(budget.prices, budget.composite_price);
    const double utility = free / price_index(budget.prices, budget.composite_price);
    return committed_cost(prices, composite_price) + utility * price_index(prices, composite_price);
}

double implied_own_price_elasticity(double budget_share, double income_elasticity, double frisch) {
    const double marginal = income_elasticity * budget_share;
    return -marginal + (1 - marginal) * income_elasticity / frisch;
}

}  // namespace cellbook
