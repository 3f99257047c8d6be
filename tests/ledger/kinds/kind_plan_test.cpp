#include "ledger/kinds/kind_plan.hpp"

#include <catch2/catch.hpp>

#include "ledger/kinds/kind_table.hpp"

using namespace cellbook;

TEST_CASE("a plan gives every name of a kind a slot of its own") {
    const KindPlan plan = make_plan(*KindTable::standard().find("cell_sale"));
    CHECK(plan.roles == std::vector<std::string>{"payer", "payee", "section"});
    REQUIRE(plan.numbers.size() == 2);  // levy_rate, buyer_levy_rate
    CHECK_FALSE(plan.numbers[0].is_amount);
    REQUIRE(plan.computed.size() == 2);  // levy, buyer_levy
    CHECK(plan.computed[0].is_product);
    CHECK(plan.computed[0].factor_slots[0] == KindPlan::amount_slot);
    CHECK(plan.computed[0].factor_slots[1] == plan.numbers[0].slot);
    CHECK(plan.slot_count == 6);
    REQUIRE(plan.legs.size() == 12);
    const auto& levy_paid = plan.legs[7];  // payee: assets:cash, -levy, section
    CHECK(plan.accounts[levy_paid.account] == "assets:cash");
    CHECK(plan.roles[levy_paid.role] == "payee");
    CHECK(plan.roles[levy_paid.with] == "section");
    CHECK(levy_paid.is_credit);
    REQUIRE(levy_paid.terms.size() == 1);
    CHECK(levy_paid.terms[0].negative);
    CHECK(levy_paid.terms[0].slot == plan.computed[0].slot);
}

TEST_CASE("a second money has its slot, computed or given") {
    const KindPlan exchange = make_plan(*KindTable::standard().find("currency_exchange"));
    REQUIRE(exchange.computed.size() == 1);
    CHECK(exchange.computed[0].second_money);
    CHECK(exchange.computed[0].slot == KindPlan::amount2_slot);
    CHECK(exchange.legs[1].second_money);
    CHECK_FALSE(exchange.legs[0].second_money);
    CHECK(exchange.legs[0].with == KindPlan::no_role);

    const KindPlan barter = make_plan(*KindTable::standard().find("barter"));
    CHECK(barter.computed.empty());
    CHECK(barter.legs[1].second_money);
}

TEST_CASE("a parameter that stands in a leg counts minor units") {
    const KindPlan plan = make_plan(*KindTable::standard().find("shop_sale"));
    REQUIRE(plan.numbers.size() == 1);  // stock_cost; `account` is no number
    CHECK(plan.numbers[0].is_amount);
}
