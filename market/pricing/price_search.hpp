/// The search for the price at which demand fits what there is of a product.
#pragma once

#include <optional>

#include "market/pricing/circle.hpp"
#include "market/pricing/curve.hpp"
#include "market/pricing/parameters.hpp"

namespace cellbook {

/// How steeply the market's demand falls at the baseline, near enough to step towards a price.
double starting_elasticity(const Circle& circle, const DemandParameters& demand,
                           std::size_t product);

/// Puts an isoelastic curve through what was asked for at a price, whose elasticity it takes from
/// how demand answered the price before: the secant method in logarithms, kept between the prices
/// at which more and less than the limit was asked for. The crossing that it leads to does not
/// depend on the elasticity.
class PriceSearch {
public:
    /// *Requires*: elasticity < 0, near enough for a first step.
    explicit PriceSearch(double elasticity) : elasticity_{elasticity} {}

    /// Demand has moved for another reason than the price: what was asked before says nothing.
    void restart();

    /// The curve to find the next price on. Where `limit` is to be met, it leads to no less than
    /// half and no more than twice the price, since far away the elasticity is another.
    Curve curve(double price, double demanded, std::optional<double> limit);

private:
    struct Asked {
        double price = 1;
        double demanded = 0;
    };

    [[nodiscard]] double next_price(double price, double demanded, double limit);

    double elasticity_;
    std::optional<Asked> last_{};
    std::optional<double> too_low_{};   ///< the highest price at which too much was asked for
    std::optional<double> too_high_{};  ///< the lowest at which it was too little
};

}  // namespace cellbook
