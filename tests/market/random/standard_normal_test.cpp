#include "market/random/standard_normal.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

TEST_CASE("quantiles of the standard normal are the published ones") {
    // The check values of Wichura (1988), Algorithm AS 241.
    CHECK(standard_normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
    CHECK(standard_normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-15));
    CHECK(standard_normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(standard_normal_quantile(0.5) == 0.0);
    CHECK(standard_normal_quantile(0.0) == -INFINITY);
    CHECK(standard_normal_quantile(1.0) == INFINITY);
}

TEST_CASE("probabilities and quantiles undo each other, into the lower tail") {
    for (const double z : {-30.0, -8.0, -1.0, -0.1, 0.0, 0.5, 3.0}) {
        INFO(z);
        CHECK(standard_normal_quantile(standard_normal_probability(z)) ==
              Approx(z).epsilon(1e-12).margin(1e-15));
    }
    CHECK(standard_normal_probability(1.959963984540054) == Approx(0.975).epsilon(1e-15));
    CHECK(standard_normal_probability(-INFINITY) == 0.0);
}
