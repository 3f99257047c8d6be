#include "market/demand/single_equations.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace cellbook;

TEST_CASE("products that cost more than the outlay are cut in proportion, and it is said") {
    const std::vector<double> quantities{60, 40};
    const std::vector<double> rigid{-0.1, -0.1};
    const std::vector<double> ones{1, 1};
    const std::vector<double> prices{2, 2};
    std::vector<double> bought(2);
    Basket basket{.quantities = bought};
    isoelastic_demand({quantities, 0}, {rigid, ones}, {prices, 100}, basket);
    CHECK(basket.cut);
    CHECK(2 * bought[0] + 2 * bought[1] == Approx(100));
    CHECK(bought[0] / bought[1] == Approx(1.5));
}

TEST_CASE("linear demand stops at zero") {
    const std::vector<double> quantities{10};
    const std::vector<double> elasticity{-2};
    const std::vector<double> ones{1};
    const std::vector<double> prices{1.75};
    std::vector<double> bought(1);
    Basket basket{.quantities = bought};
    linear_demand({quantities, 90}, {elasticity, ones}, {prices, 100}, basket);
    CHECK(bought[0] == 0);
    CHECK(basket.composite == Approx(100));
}

// With a constant income elasticity the expenditure function solves de/dp = q(p, e).
TEST_CASE("the integrated equation has the demand as its slope, whatever the income elasticity") {
    for (const double income : {0.0, 0.5, 1.0, 1.7}) {
        INFO(income);
        const IsoelasticEquation equation{.quantity = 30,
                                          .baseline_outlay = 100,
                                          .own_price_elasticity = -1.4,
                                          .income_elasticity = income};
        constexpr double step = 1e-5;
        const double outlay = 120;
        const double slope = (isoelastic_expenditure(equation, 1.3 + step, 1.3, outlay) -
                              isoelastic_expenditure(equation, 1.3 - step, 1.3, outlay)) /
                             (2 * step);
        const double bought = 30 * std::pow(1.3, -1.4) * std::pow(1.2, income);
        CHECK(slope == Approx(bought).epsilon(1e-8));
        const double there = isoelastic_expenditure(equation, 2, 1, 100);
        CHECK(isoelastic_expenditure(equation, 1, 2, there) == Approx(100).epsilon(1e-12));
    }
}

TEST_CASE("the surplus lost is the area under the demand curve") {
    CHECK(isoelastic_surplus_loss(10, 0, 3) == Approx(20));
    CHECK(isoelastic_surplus_loss(10, -2, 2) == Approx(5));
    CHECK(isoelastic_surplus_loss(10, -2, 1) == 0);
}
