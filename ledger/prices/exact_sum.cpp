#include "ledger/prices/exact_sum.hpp"

#include <algorithm>

namespace cellbook {

namespace {

using Integer = boost::multiprecision::cpp_int;

Integer power_of_ten(unsigned exponent) {
    return boost::multiprecision::pow(Integer{10}, exponent);
}

/// Gives the decimal so many decimals; false when it does not fit.
bool rescale(Decimal& value, std::uint8_t scale) {
    Int128 coefficient = value.coefficient;
    for (std::uint8_t at = value.scale; at < scale; ++at) {
        if (__builtin_mul_overflow(coefficient, Int128{10}, &coefficient)) return false;
    }
    value = {coefficient, scale};
    return true;
}

}  // namespace

bool ExactSum::add_narrow(Decimal value) {
    const std::uint8_t scale = std::max(value.scale, narrow_.scale);
    Decimal sum = narrow_;
    if (!rescale(sum, scale) || !rescale(value, scale)) return false;
    if (__builtin_add_overflow(sum.coefficient, value.coefficient, &sum.coefficient)) return false;
    narrow_ = sum;
    return true;
}

void ExactSum::add_wide(const Integer& coefficient, unsigned scale) {
    const unsigned common = std::max(scale, wide_scale_);
    wide_ = wide_ * power_of_ten(common - wide_scale_) + coefficient * power_of_ten(common - scale);
    wide_scale_ = common;
}

void ExactSum::add(const Decimal& value) {
    if (!add_narrow(value)) add_wide(Integer{value.coefficient}, value.scale);
}

void ExactSum::add_product(const Decimal& a, const Decimal& b) {
    constexpr unsigned most_decimals = 36;
    const unsigned scale = unsigned{a.scale} + b.scale;
    Int128 product = 0;
    if (scale <= most_decimals && !__builtin_mul_overflow(a.coefficient, b.coefficient, &product)) {
        add({product, static_cast<std::uint8_t>(scale)});
    } else {
        add_wide(Integer{a.coefficient} * Integer{b.coefficient}, scale);
    }
}

ExactSum::Integer ExactSum::whole() const {
    const unsigned scale = std::max<unsigned>(narrow_.scale, wide_scale_);
    return wide_ * power_of_ten(scale - wide_scale_) +
           Integer{narrow_.coefficient} * power_of_ten(scale - narrow_.scale);
}

int ExactSum::sign() const {
    return whole().sign();
}

Real ExactSum::to_real() const {
    const unsigned scale = std::max<unsigned>(narrow_.scale, wide_scale_);
    return static_cast<Real>(whole()) / static_cast<Real>(power_of_ten(scale));
}

}  // namespace cellbook
