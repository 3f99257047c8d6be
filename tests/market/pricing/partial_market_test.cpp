#include "market/pricing/partial_market.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

// OpenStax, Principles of Economics, "Price ceilings and price floors": rent 500 clears at 15,000
// units; demand moves, and 600 clears at 17,000; at a ceiling of 500, 19,000 are asked for.
const Curve housing_supply = Curve::linear(500, 15000, (17000 - 15000) / (600.0 - 500.0));
const Curve old_demand = Curve::linear(500, 15000, -20);
const Curve new_demand = Curve::linear(600, 17000, (17000 - 19000) / (600.0 - 500.0));

const Curve demand = Curve::isoelastic(20, 1000, -1.5);
const Curve supply = Curve::isoelastic(20, 1000, 2);

}  // namespace

TEST_CASE("a rent ceiling below the new equilibrium leaves the published shortage") {
    const auto before = solve_market(old_demand, housing_supply, {}).value();
    CHECK(before.buyer_price == Approx(500));
    CHECK(before.traded == Approx(15000));
    const auto after = solve_market(new_demand, housing_supply, {}).value();
    CHECK(after.buyer_price == Approx(600));
    CHECK(after.traded == Approx(17000));
    const auto ceiling = solve_market(new_demand, housing_supply, {.ceiling = 500}).value();
    CHECK(ceiling.state == MarketState::rationed);
    CHECK(ceiling.demanded == Approx(19000));
    CHECK(ceiling.supplied == Approx(15000));
    CHECK(ceiling.traded == Approx(15000));
    CHECK(ceiling.shortage() == Approx(4000));
}

TEST_CASE("policies that do not bind change nothing") {
    const std::vector<MarketPolicy> idle{{},
                                         {.ceiling = 21},
                                         {.floor = 19},
                                         {.limit = 1001},
                                         {.ceiling = 20.5, .floor = 19.5, .limit = 2000}};
    for (const auto& policy : idle) {
        const auto outcome = solve_market(demand, supply, policy).value();
        CHECK(outcome.buyer_price == Approx(20));
        CHECK(outcome.traded == Approx(1000));
        CHECK(outcome.state == MarketState::clears);
        CHECK(outcome.scarcity_rent == 0);
    }
}

TEST_CASE("the incidence of a small tax is split by the elasticities") {
    // dp_b / dt = es / (es - ed): 2 / 3.5 on buyers (Harberger 1962).
    const auto taxed = solve_market(demand, supply, {.unit_tax = 1e-4}).value();
    CHECK((taxed.buyer_price - 20) / 1e-4 == Approx(2 / 3.5).epsilon(1e-4));
    CHECK((20 - taxed.seller_price) / 1e-4 == Approx(1.5 / 3.5).epsilon(1e-4));
    // At constant cost buyers pay all of it.
    const auto at_cost = solve_market(demand, Curve::at_cost(20), {.tax = 0.3}).value();
    CHECK(at_cost.buyer_price == Approx(26));
    CHECK(at_cost.seller_price == Approx(20));
    CHECK(at_cost.tax_revenue({.tax = 0.3}) == Approx(6 * at_cost.traded));
}

TEST_CASE("a subsidy is a negative tax") {
    const auto subsidised = solve_market(demand, supply, {.subsidy = 3}).value();
    CHECK(subsidised.seller_price - subsidised.buyer_price == Approx(3));
    CHECK(subsidised.traded > 1000);
}

TEST_CASE("a limit raises the price until demand fits, or turns custom away") {
    const auto scarce = solve_market(demand, Curve::at_cost(20), {.limit = 800}).value();
    CHECK(scarce.state == MarketState::scarce);
    CHECK(scarce.traded == 800);
    CHECK(demand.quantity(scarce.buyer_price) == Approx(800));
    CHECK(scarce.scarcity_rent == Approx(scarce.buyer_price - 20));
    const auto rationed =
        solve_market(demand, Curve::at_cost(20), {.limit = 800, .limit_rule = LimitRule::ration})
            .value();
    CHECK(rationed.state == MarketState::rationed);
    CHECK(rationed.buyer_price == 20);
    CHECK(rationed.demanded == Approx(1000));
    CHECK(rationed.traded == 800);
}

TEST_CASE("a ceiling below cost stops supply") {
    const auto stopped = solve_market(demand, Curve::at_cost(20), {.ceiling = 19}).value();
    CHECK(stopped.state == MarketState::stopped);
    CHECK(stopped.traded == 0);
    CHECK(stopped.shortage() > 0);
    // At cost it does not, through a tax and back.
    const auto just = solve_market(demand, Curve::at_cost(20), {.tax = 0.1, .ceiling = 22}).value();
    CHECK(just.traded > 0);
}

TEST_CASE("a floor above equilibrium leaves sellers with what nobody buys") {
    const auto glut = solve_market(demand, supply, {.floor = 25}).value();
    CHECK(glut.state == MarketState::glut);
    CHECK(glut.traded == Approx(demand.quantity(25)));
    CHECK(glut.supplied == Approx(supply.quantity(25)));
}

TEST_CASE("a limit that nobody's demand falls to has no price") {
    CHECK_FALSE(solve_market(Curve::isoelastic(20, 1000, 0), Curve::at_cost(20), {.limit = 800}));
}

TEST_CASE("what is traded never exceeds what is asked or offered, and prices keep their wedge") {
    for (const double tax : {0.0, 0.2, 1.0}) {
        for (const double control : {5.0, 15.0, 20.0, 30.0}) {
            for (const double limit : {10.0, 900.0, 5000.0}) {
                const std::vector<MarketPolicy> policies{
                    {.tax = tax, .ceiling = control, .limit = limit},
                    {.tax = tax, .floor = control, .limit = limit},
                    {.tax = tax, .limit = limit, .limit_rule = LimitRule::ration}};
                for (const auto& policy : policies) {
                    const auto out = solve_market(demand, supply, policy).value();
                    constexpr double near = 1e-9;
                    CHECK(out.traded <= out.demanded * (1 + near));
                    CHECK(out.traded <= out.supplied * (1 + near));
                    CHECK(out.traded <= limit);
                    CHECK(out.buyer_price == Approx(out.seller_price * (1 + tax)));
                    if (policy.ceiling) CHECK(out.buyer_price <= *policy.ceiling * (1 + near));
                    if (policy.floor) CHECK(out.buyer_price >= *policy.floor * (1 - near));
                }
            }
        }
    }
}
