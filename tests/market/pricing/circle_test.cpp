#include "market/pricing/circle.hpp"

#include <catch2/catch.hpp>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::toy_baseline;

TEST_CASE("a household's outlay is what it chooses, the rest is committed") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    REQUIRE(circle.households().size() == 3);
    const struct {
        std::string name;
        double composite;
        double outlay;
        double committed_balance;  // sales of cells apart
    } cases[] = {
        {"ana", 200, 440, 400 + 60 + 90 + 70 - 20},
        {"bea", 90, 270, 300 + 69 + 80 + 30 - 20 - 70},
        {"cid", 250, 370, 500 + 30 - 30 - 10},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        const Place row = circle.household_of(baseline.find_agent(each.name));
        REQUIRE(row != nowhere);
        const CircleHousehold& household = circle.households()[row];
        CHECK(household.composite == Approx(each.composite));
        CHECK(household.outlay == Approx(each.outlay));
        CHECK(household.committed_balance == Approx(each.committed_balance));
    }
    CHECK(circle.household_of(baseline.find_agent("shop")) == nowhere);
    const Place ana = circle.household_of(baseline.find_agent("ana"));
    CHECK(circle.spending_of(ana)[baseline.find_product("bread")] == 180);
    CHECK(circle.spending_of(ana)[baseline.find_product("sauna")] == 0);
}

TEST_CASE("a business's profit is before what its owner draws; goods given are no receipts") {
    const Baseline baseline = toy_baseline();
    const Circle circle{baseline};
    const Place shop = baseline.find_agent("shop");
    CHECK(circle.sales()[shop] == Approx(432));
    CHECK(circle.receipts()[shop] == Approx(432));
    CHECK(circle.distributed()[shop] == Approx(90));
    CHECK(circle.profits()[shop] == Approx(432 - 216 - 80 - 36));
    CHECK(circle.ruled()[baseline.find_agent("north")] == Approx(70));
    CHECK(circle.receipts()[baseline.find_agent("north")] == Approx(20 + 20 + 36 + 50));
    CHECK(circle.receipts()[baseline.find_agent("cid")] == Approx(530));
}

TEST_CASE("a product's cost from outside is that of its sellers, by what each sells of it") {
    auto payments = test::toy_payments();
    payments.push_back({"ana", "bath", "shop_sale", 44, "soap"});
    const Baseline baseline = toy_baseline(payments);
    const Circle circle{baseline};
    const auto share = [&](std::string_view product) {
        return circle.outside_cost_shares()[baseline.find_product(product)];
    };
    CHECK(share("bread") == Approx(216.0 / 432));
    CHECK(share("sauna") == Approx(30.0 / 164));
    CHECK(share("soap") == Approx((102 * 216.0 / 432 + 44 * 30.0 / 164) / 146));
}

TEST_CASE("a tax goes to the seller's section, else to the buyer's") {
    auto payments = test::toy_payments();
    payments.push_back({"cid", "abroad", "service", 5, "post"});
    payments.push_back({"families", "abroad", "service", 5, "post"});
    const Baseline baseline = toy_baseline(payments);
    const Circle circle{baseline};
    const auto taxing = [&](std::string_view payer, std::string_view payee) {
        const auto found = std::ranges::find_if(baseline.payments, [&](const Payment& payment) {
            return baseline.agents[payment.payer].name == payer &&
                   baseline.agents[payment.payee].name == payee;
        });
        return circle.taxing_section(*found);
    };
    CHECK(taxing("bath", "shop") == baseline.find_agent("north"));
    CHECK(taxing("cid", "abroad") == baseline.find_agent("south"));
    CHECK(taxing("families", "abroad") == nowhere);
}

TEST_CASE("spending below zero answers to no price and still comes back") {
    auto payments = test::toy_payments();
    payments.push_back({"cid", "shop", "shop_sale", -15, "soap"});
    payments.push_back({"cid", "abroad", "wage", -300});
    const Baseline baseline = toy_baseline(payments);
    const Circle circle{baseline};
    const Place cid = circle.household_of(baseline.find_agent("cid"));
    CHECK(circle.spending_of(cid)[baseline.find_product("soap")] == 0);
    CHECK(circle.households()[cid].composite == 0);
    CHECK(circle.households()[cid].outlay == Approx(120));
    for (const Payment& payment : baseline.payments) {
        if (payment.amount < 0) CHECK_FALSE(circle.is_chosen(payment));
    }
    const Solution solution = solve(circle, {}, test::toy_parameters(baseline));
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        CHECK(solution.paid[i] == Approx(baseline.payments[i].amount));
    }
    CHECK(solution.budget_residual < 1e-9);
}
