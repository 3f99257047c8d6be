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
/// how demand answered the price before: the secant method in logarithms. The crossing that it
/// leads to does not depend on the elasticity.
class PriceSearch {
public:
    /// *Requires*: elasticity < 0, near enough for a first step.
    explicit PriceSearch(double elasticity) : elasticity_{elasticity} {}

    /// Demand has moved for another reason than the price: what was asked before says nothing.
    void restart() { last_.reset(); }

    /// The curve to find the next price on. Where `limit` is to be met, demand counts as no further
    /// from it than leads to half or twice the price: far away the elasticity is another.
    Curve curve(double price, double demanded, std::optional<double> limit);

private:
    struct Asked {
        double price = 1;
        double demanded = 0;
    };

    double elasticity_;
    std::optional<Asked> last_{};
};

}  // namespace cellbook
