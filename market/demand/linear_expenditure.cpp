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

double LinearExpenditure::committed_composite() const {
    return baseline_.composite * (1 + composite_elasticity_ / parameters_.frisch);
}

double LinearExpenditure::committed_cost(std::span<const double> prices,
                                         double composite_price) const {
    double cost = composite_price * committed_composite();
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
    const double free = budget.outlay - cost;
    if (free < 0) {
        // Below subsistence the system says nothing: of what it asks for first everything is cut
        // alike, so that demand does not jump where the outlay just suffices.
        double at_prices = budget.composite_price * std::fmax(committed_composite(), 0);
        for (std::size_t g = 0; g < budget.prices.size(); ++g) {
            at_prices += budget.prices[g] * std::fmax(committed(g), 0);
        }
        const double share = std::fmax(budget.outlay, 0) / at_prices;
        for (std::size_t g = 0; g < budget.prices.size(); ++g) {
            basket.quantities[g] = share * std::fmax(committed(g), 0);
        }
        basket.composite = share * std::fmax(committed_composite(), 0);
        basket.cut = true;
        return;
    }
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        basket.quantities[g] = committed(g) + marginal_share(g) * free / budget.prices[g];
    }
    basket.composite = committed_composite() + composite_elasticity_ * baseline_.composite /
                                                   outlay_ * free / budget.composite_price;
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
