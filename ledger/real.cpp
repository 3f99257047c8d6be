#include "ledger/real.hpp"

#include <ios>
#include <limits>

namespace cellbook {

namespace {

bool says_zero(const std::string& digits) {
    return digits.find_first_of("123456789") == std::string::npos;
}

/// Half-even, as digits behind a point are rounded.
Real nearest_integer(const Real& value) {
    const Real below = floor(value);
    const Real rest = ldexp(value - below, 1);
    const bool is_odd = floor(ldexp(below, -1)) != ldexp(below, -1);
    return rest > 1 || (rest == 1 && is_odd) ? below + 1 : below;
}

}  // namespace

Real to_real(Int128 value) {
    // The upper half carries the sign.
    const Real upper{static_cast<std::int64_t>(value >> 64)};
    return ldexp(upper, 64) + Real{static_cast<std::uint64_t>(value)};
}

Real to_real(const Decimal& value) {
    Real unit{1};
    for (unsigned i = 0; i < value.scale; ++i) unit *= 10;
    return to_real(value.coefficient) / unit;
}

std::string to_string(const Real& value) {
    return value == 0 ? "0" : value.str(17, std::ios_base::fmtflags{});
}

std::string to_fixed(const Real& value, unsigned decimals) {
    if (!isfinite(value)) return value.str();
    // Zero digits would mean all of them.
    std::string digits =
        decimals == 0 ? nearest_integer(value).str(1, std::ios_base::fixed)
                      : value.str(static_cast<std::streamsize>(decimals), std::ios_base::fixed);
    if (decimals == 0) digits.resize(digits.find('.'));
    if (digits.starts_with('-') && says_zero(digits)) digits.erase(0, 1);
    return digits;
}

}  // namespace cellbook
