#include "ledger/real.hpp"

#include <ios>
#include <limits>

namespace cellbook {

namespace {

bool says_zero(const std::string& digits) {
    return digits.find_first_of("123456789") == std::string::npos;
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
    std::string digits = value.str(static_cast<std::streamsize>(decimals), std::ios_base::fixed);
    if (decimals == 0 && digits.ends_with('.')) digits.pop_back();
    if (digits.starts_with('-') && says_zero(digits)) digits.erase(0, 1);
    return digits;
}

}  // namespace cellbook
