/// Demand with a constant elasticity of substitution (CES; Cobb-Douglas where it is one).
#pragma once

#include <span>

#include "market/demand/consumption.hpp"

namespace cellbook {

/// p_g q_g = a_g m (p_g / P)^(1-s), P = (sum_k a_k p_k^(1-s))^(1/(1-s)), with a_g the shares of the
/// baseline, so that it is met exactly whatever s. Homothetic: all income elasticities are 1.
/// *Source*: Arrow, Chenery, Minhas and Solow 1961; calibrated share form, Rutherford 2002.
class ConstantSubstitution {
public:
    /// *Requires*: elasticity >= 0.
    ConstantSubstitution(const BaselineBasket& baseline, double elasticity)
        : baseline_{baseline}, elasticity_{elasticity}, outlay_{baseline.outlay()} {}

    void demand(const BudgetSet& budget, Basket& basket) const;
    /// e(p, u) = m P(p) / P(p of the budget): what it costs to be as well off as with `budget`.
    [[nodiscard]] double expenditure(std::span<const double> prices, double composite_price,
                                     const BudgetSet& budget) const;
    /// The cost of living relative to the baseline, P.
    [[nodiscard]] double price_index(std::span<const double> prices, double composite_price) const;

private:
    BaselineBasket baseline_;
    double elasticity_ = 0;
    double outlay_ = 0;
};

}  // namespace cellbook
