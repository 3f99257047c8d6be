#include "market/pricing/price_search.hpp"

#include <algorithm>
#include <cmath>

#include "market/demand/linear_expenditure.hpp"

namespace cellbook {

double starting_elasticity(const Circle& circle, const DemandParameters& demand,
                           std::size_t product) {
    double outlay = 0;
    for (const CircleHousehold& household : circle.households()) outlay += household.outlay;
    const double share = outlay > 0 ? circle.baseline().products[product].spending / outlay : 0;
    switch (demand.form) {
        case DemandForm::les:
            return implied_own_price_elasticity(share, demand.income_elasticities[product],
                                                demand.frisch);
        case DemandForm::ces:
            return -demand.substitution + (demand.substitution - 1) * share;
        default:
            return demand.own_price_elasticities[product];
    }
}

void PriceSearch::restart() {
    last_.reset();
    too_low_.reset();
    too_high_.reset();
}

double PriceSearch::next_price(double price, double demanded, double limit) {
    // Rounding in what is asked for must not move a price that fits.
    constexpr double rounding = 1e-13;
    if (std::abs(demanded - limit) <= rounding * limit) return price;
    (demanded > limit ? too_low_ : too_high_) = price;
    constexpr double furthest = 2;
    const double next = std::clamp(price * std::pow(limit / demanded, 1 / elasticity_),
                                   price / furthest, price * furthest);
    if (!too_low_ || !too_high_) return next;
    if (*too_low_ >= *too_high_) {  // demand has moved meanwhile, as other prices did
        (demanded > limit ? too_high_ : too_low_).reset();
        return next;
    }
    const bool between = *too_low_ < next && next < *too_high_;
    return between ? next : std::sqrt(*too_low_ * *too_high_);
}

Curve PriceSearch::curve(double price, double demanded, std::optional<double> limit) {
    constexpr double smallest_step = 1e-7;
    constexpr double steepest = -20;
    constexpr double flattest = -0.05;
    if (last_ && last_->demanded > 0 && demanded > 0) {
        const double moved = std::log(price / last_->price);
        if (std::abs(moved) > smallest_step) {
            elasticity_ = std::log(demanded / last_->demanded) / moved;
        }
    }
    elasticity_ = std::clamp(elasticity_, steepest, flattest);
    last_ = {.price = price, .demanded = demanded};
    // Where nobody asks, any small quantity finds the price.
    constexpr double little = 1e-9;
    double near = std::max(demanded, little);
    if (limit) {
        near = *limit * std::pow(next_price(price, near, *limit) / price, -elasticity_);
    }
    return Curve::isoelastic(price, near, elasticity_);
}

}  // namespace cellbook
