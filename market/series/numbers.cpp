#include "market/series/numbers.hpp"

#include <cmath>
#include <limits>

namespace cellbook {

double to_double(const Decimal& value) {
    return to_real(value).convert_to<double>();
}

double to_double(Sum minor, std::uint8_t scale) {
    return to_double(Decimal{.coefficient = minor, .scale = scale});
}

std::optional<Sum> to_minor(double value, std::uint8_t scale) {
    constexpr double most = 1e36;
    if (!std::isfinite(value)) return std::nullopt;
    Real exact{value};
    for (unsigned i = 0; i < scale; ++i) exact *= 10;
    if (abs(exact) > most) return std::nullopt;
    const Real below = floor(exact);
    const Real rest = exact - below;
    auto minor = below.convert_to<Int128>();
    const Real half{0.5};
    if (rest > half || (rest == half && minor % 2 != 0)) ++minor;
    return minor;
}

Value table_value(double value, unsigned decimals) {
    if (!std::isfinite(value)) return {};
    return TableReal{.value = Real{value}, .decimals = decimals};
}

}  // namespace cellbook
