/// Sums of decimals and of their products, exact whatever their size.
#pragma once

#include <cstdint>

#include <boost/multiprecision/cpp_int.hpp>

#include "ledger/decimal.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// Adds decimals of any scale. Nearly all of what is recorded fits 128 bits, which is what makes a
/// million additions cheap; what does not is added in integers without a bound.
class ExactSum {
public:
    void add(const Decimal& value);
    void subtract(const Decimal& value) { add({-value.coefficient, value.scale}); }
    void add_product(const Decimal& a, const Decimal& b);

    /// -1, 0 or 1.
    [[nodiscard]] int sign() const;
    /// Rounded to 50 digits: the door from exact sums to real numbers.
    [[nodiscard]] Real to_real() const;

private:
    using Integer = boost::multiprecision::cpp_int;

    bool add_narrow(Decimal value);
    void add_wide(const Integer& coefficient, unsigned scale);
    [[nodiscard]] Integer whole() const;

    // The sum is `narrow_` and `wide_ / 10^wide_scale_` together.
    Decimal narrow_{};
    Integer wide_ = 0;
    unsigned wide_scale_ = 0;
};

}  // namespace cellbook
