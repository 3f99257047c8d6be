#include "market/series/double_double.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

/// How far off, as a share.
double error_of(const DoubleDouble& found, const Real& exact) {
    return abs((to_real(found) - exact) / exact).convert_to<double>();
}

}  // namespace

TEST_CASE("a double-double keeps 30 digits through each operation") {
    const Real third = Real{1} / 3;
    const Real seventh = Real{1} / 7;
    const DoubleDouble a = to_double_double(third);
    const DoubleDouble b = to_double_double(seventh);
    CHECK(error_of(a, third) < 1e-31);
    CHECK(error_of(a + b, third + seventh) < 1e-30);
    CHECK(error_of(a - b, third - seventh) < 1e-30);
    CHECK(error_of(a * b, third * seventh) < 1e-30);
    CHECK(error_of(a / b, third / seventh) < 1e-30);
}

TEST_CASE("what a sum or product of doubles rounds away is kept") {
    CHECK(exact_sum(1, 1e-20) == DoubleDouble{1, 1e-20});
    CHECK(exact_product(1 + 0x1p-52, 1 - 0x1p-52) == DoubleDouble{1, -0x1p-104});
}

TEST_CASE("a quotient by zero is not finite") {
    CHECK_FALSE(std::isfinite((DoubleDouble{1, 0} / DoubleDouble{0, 0}).high));
}
