#include "market/demand/linear_expenditure.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace cellbook;

TEST_CASE("what the composite's income elasticity leaves is scaled to sum to one") {
    const std::vector<double> quantities{60, 40};
    const std::vector<double> ones{1, 1};
    const std::vector<double> high{1.5, 0.5};
    SECTION("without composite, Engel aggregation decides") {
        // 60 * 1.5 + 40 * 0.5 = 110 of 100.
        const LinearExpenditure system{{quantities, 0}, {high, -2}};
        CHECK(system.is_rescaled());
        std::vector<double> bought(2);
        Basket basket{.quantities = bought};
        system.demand({ones, 101}, basket);
        CHECK(bought[0] == Approx(60 + 1.5 * 0.6 / 1.1));
        CHECK(bought[0] + bought[1] == Approx(101));
    }
    SECTION("a composite takes what is left") {
        const LinearExpenditure system{{quantities, 100}, {high, -2}};
        CHECK_FALSE(system.is_rescaled());
        std::vector<double> bought(2);
        Basket basket{.quantities = bought};
        system.demand({ones, 202}, basket);
        CHECK(bought[0] == Approx(60 + 1.5 * 0.3 * 2));
        CHECK(basket.composite == Approx(100 + 0.45 * 2));
    }
    SECTION("a composite never shrinks as income grows") {
        const std::vector<double> luxuries{3, 3};
        const LinearExpenditure system{{quantities, 20}, {luxuries, -2}};
        CHECK(system.is_rescaled());
        std::vector<double> bought(2);
        Basket basket{.quantities = bought};
        system.demand({ones, 140}, basket);
        CHECK(basket.composite == Approx(20));
    }
}

TEST_CASE("below subsistence everything is cut alike") {
    const std::vector<double> quantities{60, 40};
    const std::vector<double> dear{2, 2};
    const std::vector<double> elasticities{1, 1};
    // c = q / 2 with f = -2: at double prices subsistence costs 100.
    const LinearExpenditure system{{quantities, 0}, {elasticities, -2}};
    std::vector<double> bought(2);
    Basket basket{.quantities = bought};
    system.demand({dear, 50}, basket);
    CHECK(basket.cut);
    CHECK(bought[0] == Approx(15));
    CHECK(bought[1] == Approx(10));
}

TEST_CASE("who spends nothing in the baseline buys nothing of the products") {
    const std::vector<double> nothing{0, 0};
    const std::vector<double> ones{1, 1};
    const LinearExpenditure system{{nothing, 0}, {ones, -2}};
    std::vector<double> bought(2, 7.0);
    Basket basket{.quantities = bought};
    system.demand({ones, 10}, basket);
    CHECK(bought[0] == 0);
    CHECK(basket.composite == 10);
}
