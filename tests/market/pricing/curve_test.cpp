#include "market/pricing/curve.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

TEST_CASE("a curve's price and quantity are each other's inverse") {
    for (const Curve& curve : {Curve::isoelastic(20, 100, -1.4), Curve::isoelastic(20, 100, 0.5),
                               Curve::linear(20, 100, -2), Curve::linear(20, 100, 3)}) {
        CHECK(curve.quantity(20) == Approx(100));
        CHECK(curve.price_of(curve.quantity(24)).value() == Approx(24));
    }
    CHECK_FALSE(Curve::isoelastic(20, 100, 0).price_of(50));
    CHECK(Curve::at_cost(7).price_of(50) == 7.0);
}

TEST_CASE("the area under a curve is the integral of its quantity") {
    const auto numeric = [](const Curve& curve, double from, double to) {
        constexpr int steps = 20000;
        const double step = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; ++i) sum += curve.quantity(from + (i + 0.5) * step) * step;
        return sum;
    };
    for (const Curve& curve : {Curve::isoelastic(20, 100, -1.4), Curve::isoelastic(20, 100, -1),
                               Curve::linear(20, 100, -2), Curve::linear(20, 100, 5)}) {
        CHECK(curve.area(15, 30) == Approx(numeric(curve, 15, 30)).epsilon(1e-6));
        CHECK(curve.area(30, 15) == Approx(-curve.area(15, 30)));
    }
    // Beyond the price at which nobody buys there is nothing to add.
    const Curve line = Curve::linear(20, 100, -10);
    CHECK(line.area(20, 30) == Approx(500));
    CHECK(line.area(20, 90) == Approx(500));
}
