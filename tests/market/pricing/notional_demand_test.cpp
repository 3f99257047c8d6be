#include "market/pricing/notional_demand.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::toy_baseline;

namespace {

Solution rationed(const Baseline& baseline, const Circle& circle, ProductPolicy bread,
                  DemandForm form) {
    bread.market.limit = 250;
    bread.market.limit_rule = LimitRule::ration;
    return solve(circle, test::for_product(baseline, "bread", bread),
                 test::toy_parameters(baseline, form, test::partial_closure));
}

}  // namespace

TEST_CASE("a rationed market is asked for what its price alone would have bought") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const auto bread = baseline.find_product("bread");
    for (const DemandForm form :
         {DemandForm::les, DemandForm::ces, DemandForm::isoelastic, DemandForm::linear}) {
        INFO(to_string(form));
        const MarketOutcome market = rationed(baseline, circle, {}, form).products[bread].market;
        CHECK(market.demanded == Approx(330));
        CHECK(market.traded == Approx(250));
        CHECK(market.shortage() == Approx(80));
    }
    // At another price it is the demand there.
    const double price = 1.1;
    const MarketOutcome dearer =
        rationed(baseline, circle, {.price = price}, DemandForm::isoelastic).products[bread].market;
    CHECK(dearer.buyer_price == Approx(price));
    CHECK(dearer.demanded == Approx(330 * std::pow(price, -0.9)));
}

TEST_CASE("what businesses buy of a rationed product is asked for too") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Solution solution =
        solve(circle,
              test::for_product(baseline, "soap",
                                {.market = {.limit = 80, .limit_rule = LimitRule::ration}}),
              test::toy_parameters(baseline, DemandForm::ces, test::partial_closure));
    CHECK(solution.products[baseline.find_product("soap")].market.demanded == Approx(60 + 30 + 12));
}

TEST_CASE("markets that turn nobody away keep what was asked for") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const ModelParameters parameters = test::toy_parameters(baseline);
    Solution solution =
        solve(circle, test::for_product(baseline, "bread", {.price = 1.2}), parameters);
    const double before = solution.products[baseline.find_product("bread")].market.demanded;
    state_notional_demand(circle, parameters.demand, solution);
    CHECK(solution.products[baseline.find_product("bread")].market.demanded == before);
}
