/// What one household spends in the baseline, and what it faces in a solution: the arguments of
/// every demand system.
#pragma once

#include <span>

namespace cellbook {

/// *Shape*: a value for each product, and the composite of everything else apart.
/// *Units*: quantities are spending at the prices of the baseline, so that every price there is 1.
struct BaselineBasket {
    std::span<const double> quantities;
    double composite = 0;

    [[nodiscard]] double outlay() const;
};

/// Prices relative to the baseline's, and the outlay in money. The composite's price is
/// `composite_price`.
struct BudgetSet {
    std::span<const double> prices;
    double outlay = 0;
    double composite_price = 1;
};

/// What is bought. Whatever the system, prices times quantities add up to the outlay.
struct Basket {
    std::span<double> quantities;
    double composite = 0;
    /// The outlay did not suffice for what the system asks for first (subsistence in an LES, the
    /// products of single equations); everything was cut in the same proportion.
    bool cut = false;
};

}  // namespace cellbook
