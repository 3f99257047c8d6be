/// The linear expenditure system, calibrated by income elasticities and one Frisch parameter.
#pragma once

#include <span>

#include "market/demand/consumption.hpp"

namespace cellbook {

/// Income elasticities of the products, and the flexibility of money.
/// *Requires*: frisch < 0; elasticities >= 0.
struct LesParameters {
    std::span<const double> income_elasticities;
    double frisch = 0;
};

/// p_g q_g = p_g c_g + b_g (m - sum_k p_k c_k) (Stone 1954), where
/// - b_g = n_g w_g, the composite taking what is left to sum to 1. Where nothing is left for it (or
/// there is
///   no composite) the b are scaled down (or up) to sum to 1, as Engel aggregation demands;
/// - c_g = q_g (1 + n_g / f) (Frisch 1959; Deaton 1974). Own-price elasticities follow and are not
/// given.
class LinearExpenditure {
public:
    LinearExpenditure(const BaselineBasket& baseline, const LesParameters& parameters);

    /// Whether the b were scaled, so that income elasticities are not those given.
    [[nodiscard]] bool is_rescaled() const { return rescaled_; }

    /// Below subsistence the c are cut in the same proportion; where the system would have less
    /// than nothing bought of a thing (c may be below zero), that is none and the rest is cut to
    /// fit.
    void demand(const BudgetSet& budget, Basket& basket) const;

    /// e(p, u(budget)): what it costs at `prices` to be as well off as with `budget`.
    /// e(p, u) = sum_k p_k c_k + u prod_k p_k^b_k, u = (m - sum_k p_k c_k) / prod_k p_k^b_k.
    [[nodiscard]] double expenditure(std::span<const double> prices, double composite_price,
                                     const BudgetSet& budget) const;

private:
    [[nodiscard]] double marginal_share(std::size_t product) const;
    [[nodiscard]] double committed(std::size_t product) const;
    [[nodiscard]] double committed_cost(std::span<const double> prices,
                                        double composite_price) const;
    [[nodiscard]] double price_index(std::span<const double> prices, double composite_price) const;

    BaselineBasket baseline_;
    LesParameters parameters_;
    double outlay_ = 0;
    double scale_ = 1;  ///< of the income elasticities
    double composite_elasticity_ = 1;
    bool rescaled_ = false;
};

/// The own-price elasticity that the system implies at the baseline: -b + (1 - b) n / f.
double implied_own_price_elasticity(double budget_share, double income_elasticity, double frisch);

}  // namespace cellbook
