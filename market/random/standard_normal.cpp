#include "market/random/standard_normal.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/special_functions/erf.hpp>

namespace cellbook {

namespace {

// In double throughout: what a machine's long double makes of it differs from one to another.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace

double standard_normal_probability(double z) {
    if (std::isinf(z)) return z < 0 ? 0.0 : 1.0;
    return boost::math::erfc(-z / std::numbers::sqrt2, InDouble{}) / 2;
}

double standard_normal_quantile(double probability) {
    assert(probability >= 0 && probability <= 1);
    if (probability == 0) return -std::numeric_limits<double>::infinity();
    if (probability == 1) return std::numeric_limits<double>::infinity();
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * probability, InDouble{});
}

}  // namespace cellbook
