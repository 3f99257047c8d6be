/// Demand product by product: isoelastic or linear equations, the composite taking what is left.
#pragma once

#include <span>

#include "market/demand/consumption.hpp"

namespace cellbook {

struct SingleEquationParameters {
    std::span<const double> own_price_elasticities;  ///< below zero
    std::span<const double> income_elasticities;
};

/// q_g = q0_g p_g^e_g (m / m0)^n_g: constant elasticities, for partial analysis.
///
/// What products leave of the outlay goes to the composite, so what is spent on one thing is not
/// spent on another. Where they cost more than the outlay, all are cut in the same proportion.
void isoelastic_demand(const BaselineBasket& baseline, const SingleEquationParameters& parameters,
                       const BudgetSet& budget, Basket& basket);

/// q_g = q0_g (1 + e_g (p_g - 1) + n_g (m / m0 - 1)), never below zero: linear in prices, with the
/// elasticities at the baseline. The budget binds as above.
void linear_demand(const BaselineBasket& baseline, const SingleEquationParameters& parameters,
                   const BudgetSet& budget, Basket& basket);

/// Where one isoelastic equation is the whole of the demand whose price changes, it can be
/// integrated (Hausman 1981, equations 18-20, for constant elasticities): what it costs at `price`
/// to be as well off as with `outlay` at `at_price`. `quantity` and `baseline_outlay` fix the
/// equation at a price of 1. *Requires*: income_elasticity >= 0.
struct IsoelasticEquation {
    double quantity = 0;
    double baseline_outlay = 0;
    double own_price_elasticity = 0;
    double income_elasticity = 0;
};
double isoelastic_expenditure(const IsoelasticEquation& equation, double price, double at_price,
                              double outlay);

/// The integral of q0 p^e from 1 to `price`: the loss of consumers' surplus (Marshall 1890).
double isoelastic_surplus_loss(double quantity, double own_price_elasticity, double price);

}  // namespace cellbook
