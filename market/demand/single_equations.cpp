#include "market/demand/single_equations.hpp"

#include <cmath>

namespace cellbook {

namespace {

/// (p^k - 1) / k, and its limit ln p.
double integral_of_power(double price, double exponent) {
    const double logarithm = std::log(price);
    return exponent == 0 ? logarithm : std::expm1(exponent * logarithm) / exponent;
}

void bind_budget(const BudgetSet& budget, Basket& basket) {
    double spent = 0;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        spent += budget.prices[g] * basket.quantities[g];
    }
    const double outlay = std::fmax(budget.outlay, 0);
    if (spent > outlay) {
        const double share = spent > 0 ? outlay / spent : 0;
        // A baseline without composite is spent to the last cent: its rounding is no cut.
        constexpr double rounding = 1e-12;
        basket.cut = share < 1 - rounding;
        for (double& quantity : basket.quantities) quantity *= share;
        basket.composite = 0;
        return;
    }
    basket.composite = (outlay - spent) / budget.composite_price;
}

}  // namespace

void isoelastic_demand(const BaselineBasket& baseline, const SingleEquationParameters& parameters,
                       const BudgetSet& budget, Basket& basket) {
    const double base_outlay = baseline.outlay();
    const double income = base_outlay > 0 ? std::fmax(budget.outlay, 0) / base_outlay : 0;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        const double base = baseline.quantities[g];
        basket.quantities[g] =
            base == 0 ? 0
                      : base * std::pow(budget.prices[g], parameters.own_price_elasticities[g]) *
                            std::pow(income, parameters.income_elasticities[g]);
    }
    bind_budget(budget, basket);
}

void linear_demand(const BaselineBasket& baseline, const SingleEquationParameters& parameters,
                   const BudgetSet& budget, Basket& basket) {
    const double base_outlay = baseline.outlay();
    const double income = base_outlay > 0 ? budget.outlay / base_outlay - 1 : 0;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        const double change = parameters.own_price_elasticities[g] * (budget.prices[g] - 1) +
                              parameters.income_elasticities[g] * income;
        basket.quantities[g] = baseline.quantities[g] * std::fmax(0, 1 + change);
    }
    bind_budget(budget, basket);
}

double isoelastic_expenditure(const IsoelasticEquation& equation, double price, double at_price,
                              double outlay) {
    const double e = equation.own_price_elasticity + 1;
    const double n = equation.income_elasticity;
    const double area = integral_of_power(price, e) - integral_of_power(at_price, e);
    // de/dp = q0 p^e (e / m0)^n, separated and integrated from at_price to price.
    const double moved = equation.quantity * area;
    if (n == 1) return outlay * std::exp(moved / equation.baseline_outlay);
    const double base =
        std::pow(outlay, 1 - n) + (1 - n) * moved * std::pow(equation.baseline_outlay, -n);
    return base > 0 ? std::pow(base, 1 / (1 - n)) : 0;
}

double isoelastic_surplus_loss(double quantity, double own_price_elasticity, double price) {
    return quantity * integral_of_power(price, own_price_elasticity + 1);
}

}  // namespace cellbook
