#include "market/pricing/curve.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace cellbook {

Curve Curve::isoelastic(double price, double quantity, double elasticity) {
    assert(price > 0);
    return {Form::isoelastic, price, quantity, elasticity};
}

Curve Curve::linear(double price, double quantity, double slope) {
    return {Form::linear, price, quantity, slope};
}

Curve Curve::at_cost(double price) {
    return {Form::at_cost, price, 0, 0};
}

double Curve::quantity(double price) const {
    assert(form_ != Form::at_cost);
    if (form_ == Form::linear) return std::max(0.0, quantity_ + slope_ * (price - price_));
    if (price <= 0) return slope_ > 0 ? 0 : HUGE_VAL;
    return quantity_ * std::pow(price / price_, slope_);
}

std::optional<double> Curve::price_of(double quantity) const {
    if (form_ == Form::at_cost) return price_;
    if (slope_ == 0) return std::nullopt;
    if (form_ == Form::linear) return price_ + (quantity - quantity_) / slope_;
    if (quantity <= 0 || quantity_ <= 0) return std::nullopt;
    return price_ * std::pow(quantity / quantity_, 1 / slope_);
}

double Curve::area(double from, double to) const {
    assert(form_ != Form::at_cost);
    if (form_ == Form::isoelastic) {
        const double power = slope_ + 1;
        const double scale = quantity_ * price_;
        if (power == 0) return scale * std::log(to / from);
        return scale * (std::pow(to / price_, power) - std::pow(from / price_, power)) / power;
    }
    const auto antiderivative = [this](double price) {
        // Where the line is cut off at zero there is no more area.
        double at = price;
        if (slope_ != 0) {
            const double zero = price_ - quantity_ / slope_;
            at = slope_ < 0 ? std::min(price, zero) : std::max(price, zero);
        }
        const double way = at - price_;
        return quantity_ * way + slope_ * way * way / 2;
    };
    return antiderivative(to) - antiderivative(from);
}

}  // namespace cellbook
