#include "market/demand/constant_substitution.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace cellbook;

TEST_CASE("the price index runs smoothly through Cobb-Douglas") {
    const std::vector<double> quantities{30, 70};
    const std::vector<double> prices{2, 0.5};
    const double cobb_douglas = std::exp(0.3 * std::log(2.0) + 0.7 * std::log(0.5));
    const BaselineBasket baseline{quantities, 0};
    CHECK(ConstantSubstitution(baseline, 1).price_index(prices, 1) ==
          Approx(cobb_douglas).epsilon(1e-14));
    CHECK(ConstantSubstitution(baseline, 1 + 1e-9).price_index(prices, 1) ==
          Approx(cobb_douglas).epsilon(1e-8));
    // Without substitution it is Laspeyres' index of the baseline.
    CHECK(ConstantSubstitution(baseline, 0).price_index(prices, 1) ==
          Approx(0.3 * 2 + 0.7 * 0.5).epsilon(1e-14));
}

TEST_CASE("without substitution quantities keep their proportions") {
    const std::vector<double> quantities{30, 70};
    const std::vector<double> prices{2, 0.5};
    std::vector<double> bought(2);
    Basket basket{.quantities = bought};
    ConstantSubstitution({quantities, 0}, 0).demand({prices, 95}, basket);
    CHECK(bought[0] == Approx(30));
    CHECK(bought[1] == Approx(70));
}

TEST_CASE("doubling prices and outlay moves no quantity") {
    const std::vector<double> quantities{30, 70};
    const std::vector<double> prices{2, 2};
    std::vector<double> bought(2);
    Basket basket{.quantities = bought};
    ConstantSubstitution({quantities, 10}, 3).demand({prices, 220, 2}, basket);
    CHECK(bought[0] == Approx(30));
    CHECK(basket.composite == Approx(10));
}
