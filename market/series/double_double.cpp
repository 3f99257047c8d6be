#include "market/series/double_double.hpp"

namespace cellbook {

DoubleDouble operator/(const DoubleDouble& a, const DoubleDouble& b) {
    const double first = a.high / b.high;
    if (!std::isfinite(first)) return {first, 0};
    const DoubleDouble rest = a - b * DoubleDouble{first, 0};
    const double second = rest.high / b.high;
    const DoubleDouble last = rest - b * DoubleDouble{second, 0};
    const DoubleDouble quotient = exact_sum(first, second);
    return exact_sum(quotient.high, quotient.low + last.high / b.high);
}

DoubleDouble to_double_double(const Real& value) {
    const auto high = value.convert_to<double>();
    if (!std::isfinite(high)) return {high, 0};
    const Real rest = value - Real{high};
    return {high, rest.convert_to<double>()};
}

DoubleDouble to_double_double(const Decimal& value) {
    return to_double_double(to_real(value));
}

Real to_real(const DoubleDouble& value) {
    return Real{value.high} + Real{value.low};
}

}  // namespace cellbook
