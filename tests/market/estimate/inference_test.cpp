#include "market/estimate/inference.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

// Values of R's pt, qt, qnorm, pf, qf, pchisq and qchisq.
TEST_CASE("distributions are R's") {
    CHECK(two_sided_p(2, {.degrees = 9}) == Approx(0.07655282377070094).epsilon(1e-10));
    CHECK(two_sided_p(-1.96, {}) == Approx(0.0499957902964409).epsilon(1e-12));
    CHECK(critical_value(0.95, {.degrees = 9}) == Approx(2.26215716279820).epsilon(1e-12));
    CHECK(critical_value(0.95, {}) == Approx(1.95996398454005).epsilon(1e-12));
    CHECK(f_p(3, 2, 10) == Approx(0.0953674316406).epsilon(1e-10));
    CHECK(f_critical(0.95, 1, 100) == Approx(3.93614299).epsilon(1e-8));
    CHECK(chi_squared_p(3.84145882069412, 1) == Approx(0.05).epsilon(1e-12));
    CHECK(chi_squared_critical(0.95, 1) == Approx(3.84145882069412).epsilon(1e-12));
}

// Montiel Olea and Pflueger 2013, table 1: one instrument, a tenth of the worst bias, 23.1.
TEST_CASE("the critical value of one instrument's effective F is 23.1") {
    CHECK(noncentral_critical(0.95, 1, 10) == Approx(23.11).epsilon(1e-3));
}

TEST_CASE("what is undefined stays so") {
    CHECK(std::isnan(two_sided_p(std::nan(""), {})));
    CHECK(std::isnan(two_sided_p(1, {.degrees = 0})));
    CHECK(std::isnan(critical_value(0.95, {.degrees = 0})));
    CHECK(std::isnan(f_p(1, 0, 5)));
    CHECK(std::isnan(chi_squared_p(-1, 5)));
    CHECK(two_sided_p(std::numeric_limits<double>::infinity(), {}) == 0);
}
