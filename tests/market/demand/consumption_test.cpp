#include "market/demand/consumption.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace cellbook;

TEST_CASE("the outlay of a baseline is all that it buys, the composite too") {
    const std::vector<double> quantities{30, 20.5};
    CHECK(BaselineBasket{quantities, 9.5}.outlay() == 60);
    CHECK(BaselineBasket{}.outlay() == 0);
}
