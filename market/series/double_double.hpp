/// Numbers of twice a double's digits: the unrounded sum of two doubles, about 32 decimal digits.
///
/// A decimal such as 88.2 is no double; the nearest one is wrong in the 17th digit, and an
/// ill-conditioned regression makes that the 13th of its coefficients. With the rest kept as a
/// second double, Longley's and Wampler's certified digits come out whole.
/// *Source*: Dekker 1971; Hida, Li and Bailey 2001, algorithms 3 to 6 and 14.
#pragma once

#include <cmath>

#include "ledger/decimal.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// `high + low`, of which `high` is the double nearest to the sum.
struct DoubleDouble {
    double high = 0;
    double low = 0;
    friend bool operator==(const DoubleDouble&, const DoubleDouble&) = default;
};

/// a + b exactly.
inline DoubleDouble exact_sum(double a, double b) {
    const double sum = a + b;
    const double of_b = sum - a;
    return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// a b exactly, unless it underflows.
inline DoubleDouble exact_product(double a, double b) {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}

inline DoubleDouble operator+(const DoubleDouble& a, const DoubleDouble& b) {
    const DoubleDouble high = exact_sum(a.high, b.high);
    const DoubleDouble low = exact_sum(a.low, b.low);
    const DoubleDouble once = exact_sum(high.high, high.low + low.high);
    return exact_sum(once.high, once.low + low.low);
}

inline DoubleDouble operator-(const DoubleDouble& a) {
    return {-a.high, -a.low};
}

inline DoubleDouble operator-(const DoubleDouble& a, const DoubleDouble& b) {
    return a + -b;
}

inline DoubleDouble operator*(const DoubleDouble& a, const DoubleDouble& b) {
    const DoubleDouble product = exact_product(a.high, b.high);
    return exact_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

DoubleDouble operator/(const DoubleDouble& a, const DoubleDouble& b);

DoubleDouble to_double_double(const Real& value);
DoubleDouble to_double_double(const Decimal& value);
Real to_real(const DoubleDouble& value);

}  // namespace cellbook
