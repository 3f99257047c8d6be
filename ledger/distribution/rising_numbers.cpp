#include "ledger/distribution/rising_numbers.hpp"

#include <array>

namespace cellbook {

namespace {

/// 2^-11: from there on the series below are shorter than taking a logarithm anew.
const Real close_by = ldexp(Real{1}, -11);
/// Below the last bit of a Real of size 1.
const Real nothing = ldexp(Real{1}, -172);

/// 1/3, 1/5, 1/7...: a product takes half the time of a quotient.
const std::array<Real, 16> odd_reciprocals = [] {
    std::array<Real, 16> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = Real{1} / (2 * i + 3);
    return made;
}();

/// ln((1 + d) / (1 - d)) = 2 (d + d^3/3 + d^5/5 + ...).
Real log_of_quotient(const Real& d) {
    const Real square = d * d;
    Real sum = d;
    Real power = d;
    for (const Real& reciprocal : odd_reciprocals) {
        power *= square;
        const Real term = power * reciprocal;
        if (term < nothing) break;
        sum += term;
    }
    return ldexp(sum, 1);
}

}  // namespace

void RisingNumbers::next(const Real& x) {
    if (x_ > 0) {
        const Real d = (x - x_) / (x + x_);
        if (d == 0) return;
        if (d < close_by) {
            log_ += log_of_quotient(d);
            // sqrt((1 + d) / (1 - d)) to 2^-45, and twice Newton's step, which squares the error.
            root_ *= (1 + d) * (1 + ldexp(d * d, -1));
            for (int i = 0; i < 2; ++i) root_ = ldexp(root_ + x / root_, -1);
            x_ = x;
            return;
        }
    }
    x_ = x;
    log_ = boost::multiprecision::log(x);
    root_ = sqrt(x);
}

}  // namespace cellbook
