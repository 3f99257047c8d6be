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

TEST_CASE("demand has no jump where the outlay begins to fall short of subsistence") {
    const std::vector<double> quantities{60, 10};
    const std::vector<double> elasticities{0.5, 1.4};
    const LinearExpenditure system{{quantities, 30}, {elasticities, -2}};
    const std::vector<double> prices{1.3, 1.2};
    // c = 45, 3 and, with n = (100 - 30 - 14) / 30 of the composite, 2.
    const double subsistence = 1.3 * 45 + 1.2 * 3 + 2;
    for (const double beside : {-1e-9, 1e-9}) {
        std::vector<double> bought(2);
        Basket basket{.quantities = bought};
        system.demand({prices, subsistence + beside}, basket);
        CHECK(basket.cut == (beside < 0));
        CHECK(bought[0] == Approx(45));
        CHECK(bought[1] == Approx(3));
        CHECK(basket.composite == Approx(2));
    }
}

TEST_CASE("nothing is bought less than nothing of, and the budget binds all the same") {
    const std::vector<double> quantities{90, 5};
    const std::vector<double> necessities{0.7, 0.7};
    // The composite of 5 has an elasticity of 6.7: its c is below zero.
    const LinearExpenditure system{{quantities, 5}, {necessities, -2}};
    for (const double outlay : {100.0, 90.0, 80.0, 60.0, 20.0}) {
        for (const double price : {0.5, 1.0, 1.5, 3.0}) {
            std::vector<double> bought(2);
            const std::vector<double> prices{price, 1.0};
            Basket basket{.quantities = bought};
            system.demand({prices, outlay}, basket);
            CHECK(bought[0] >= 0);
            CHECK(bought[1] >= 0);
            CHECK(basket.composite >= 0);
            CHECK(price * bought[0] + bought[1] + basket.composite == Approx(outlay));
        }
    }
    std::vector<double> bought(2);
    Basket basket{.quantities = bought};
    system.demand({std::vector<double>{1, 1}, 80}, basket);
    CHECK(basket.composite == 0);
    CHECK(basket.cut);
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
