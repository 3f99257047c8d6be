#include "market/baseline/behaviour.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace cellbook;

TEST_CASE("what makes a payment change depends on its kind and on who pays") {
    const struct {
        std::string kind;
        Sector payer;
        Behaviour expected;
    } cases[] = {
        {"cell_rent", Sector::households, Behaviour::rent},
        {"floor_rent", Sector::businesses, Behaviour::rent},
        {"section_dues", Sector::households, Behaviour::per_head},
        {"section_dues", Sector::businesses, Behaviour::sales_share},
        {"section_dues", Sector::sections, Behaviour::rule},
        {"section_entry", Sector::households, Behaviour::per_head},
        {"shop_sale", Sector::households, Behaviour::demand},
        {"shop_sale", Sector::unclassified, Behaviour::demand},
        {"shop_sale", Sector::businesses, Behaviour::input},
        {"shop_sale", Sector::sections, Behaviour::rule},
        {"wage", Sector::businesses, Behaviour::input},
        {"wage", Sector::households, Behaviour::income_share},
        {"purchase_outside", Sector::businesses, Behaviour::input},
        {"purchase_outside", Sector::households, Behaviour::exogenous},
        {"support_sent", Sector::households, Behaviour::income_share},
        {"owner_drawings", Sector::businesses, Behaviour::distribution},
        {"section_spending", Sector::sections, Behaviour::rule},
        {"family_income", Sector::outside, Behaviour::exogenous},
        {"food_allowance", Sector::state, Behaviour::exogenous},
    };
    for (const auto& each : cases) {
        INFO(each.kind << " by " << to_string(each.payer));
        CHECK(behaviour_of(each.kind, each.payer) == each.expected);
    }
}

TEST_CASE("what the outside world and the state pay does not answer to prices inside") {
    for (const std::string kind :
         {"shop_sale", "restaurant_meal", "service", "cell_rent", "wage"}) {
        CHECK(behaviour_of(kind, Sector::outside) == Behaviour::exogenous);
        CHECK(behaviour_of(kind, Sector::state) == Behaviour::exogenous);
    }
    // A cell bought from outside costs what cells cost.
    CHECK(behaviour_of("cell_sale", Sector::outside) == Behaviour::capital);
}

TEST_CASE("nothing is known of kinds of a user's own") {
    for (const Sector payer : {Sector::households, Sector::businesses, Sector::sections}) {
        CHECK(behaviour_of("lottery", payer) == Behaviour::exogenous);
        CHECK(behaviour_of("", payer) == Behaviour::exogenous);
    }
}

TEST_CASE("every behaviour has a name of its own") {
    std::set<std::string_view> names;
    for (auto i = static_cast<int>(Behaviour::exogenous); i <= static_cast<int>(Behaviour::capital);
         ++i) {
        names.insert(to_string(static_cast<Behaviour>(i)));
    }
    CHECK(names.size() == 10);
    CHECK(to_string(Behaviour::sales_share) == "sales_share");
}
