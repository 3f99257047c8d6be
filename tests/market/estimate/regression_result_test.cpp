#include "market/estimate/regression_result.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("coefficients and statistics are found by name, and absent ones are not") {
    const auto found = test::regression_of(test::frame_of("y,x\n1,2\n2,5\n4,6\n"), "y ~ x");
    CHECK(found.find("x") == &found.coefficients[1]);
    CHECK(found.find("z") == nullptr);
    CHECK(found.statistic("n") == 3);
    CHECK_FALSE(found.statistic("sargan"));
}
