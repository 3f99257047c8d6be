#include "market/demand/constant_substitution.hpp"

#include <cmath>

namespace cellbook {

double ConstantSubstitution::price_index(std::span<const double> prices,
                                         double composite_price) const {
    if (!(outlay_ > 0)) return composite_price;
    // Near one, powers lose digits that the logarithm keeps: expm1 and log1p see the difference.
    const double power = 1 - elasticity_;
    double sum =
        baseline_.composite / outlay_ *
        (power == 0 ? std::log(composite_price) : std::expm1(power * std::log(composite_price)));
    for (std::size_t g = 0; g < prices.size(); ++g) {
        if (baseline_.quantities[g] == 0) continue;
        const double logarithm = std::log(prices[g]);
        sum += baseline_.quantities[g] / outlay_ *
               (power == 0 ? logarithm : std::expm1(power * logarithm));
    }
    return std::exp(power == 0 ? sum : std::log1p(sum) / power);
}

void ConstantSubstitution::demand(const BudgetSet& budget, Basket& basket) const {
    const double index = price_index(budget.prices, budget.composite_price);
    const double scale = outlay_ > 0 ? std::fmax(budget.outlay, 0) / (outlay_ * index) : 0;
    for (std::size_t g = 0; g < budget.prices.size(); ++g) {
        const double base = baseline_.quantities[g];
        basket.quantities[g] =
            base == 0 ? 0 : base * scale * std::pow(budget.prices[g] / index, -elasticity_);
    }
    basket.composite = outlay_ > 0 ? baseline_.composite * scale *
                                         std::pow(budget.composite_price / index, -elasticity_)
                                   : budget.outlay / budget.composite_price;
}

double ConstantSubstitution::expenditure(std::span<const double> prices, double composite_price,
                                         const BudgetSet& budget) const {
    return budget.outlay * price_index(prices, composite_price) /
           price_index(budget.prices, budget.composite_price);
}

}  // namespace cellbook
