#include "market/sensitivity/quantiles.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

TEST_CASE("quantiles are of type 7, as R and numpy have them") {
    const SortedSample sample{{10, 1, 4, 3}};
    // R: quantile(c(10, 1, 4, 3), c(0, .025, .25, .5, .9, 1))
    CHECK(sample.quantile(0) == 1);
    CHECK(sample.quantile(0.025) == Approx(1.15).epsilon(1e-15));
    CHECK(sample.quantile(0.25) == 2.5);
    CHECK(sample.quantile(0.5) == 3.5);
    CHECK(sample.quantile(0.9) == Approx(8.2).epsilon(1e-15));
    CHECK(sample.quantile(1) == 10);
    CHECK(SortedSample{{7}}.quantile(0.3) == 7);
}

TEST_CASE("mean and deviation keep their digits far from zero") {
    const SortedSample sample{{1e15 + 1, 1e15 + 2, 1e15 + 3}};
    CHECK(sample.mean() == 1e15 + 2);
    CHECK(sample.sd() == 1);
    CHECK(std::isnan(SortedSample{{1}}.sd()));
}

TEST_CASE("a central interval leaves the same share out on either side") {
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i) values.push_back(i);
    const RealInterval interval = central_interval(SortedSample{values}, 0.9);
    CHECK(interval.low == Approx(5).epsilon(1e-12));
    CHECK(interval.high == Approx(95).epsilon(1e-12));
}
