#include "ledger/distribution/household_use.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "ledger/chart.hpp"
#include "ledger/kinds/kind_table.hpp"

using namespace cellbook;

namespace {

HouseholdUse use_of(const std::string& name) {
    Chart chart;
    return household_use(chart[*chart.account("h:a:" + name)]);
}

/// Every income and expense account that a standard kind can book without being told of another.
std::map<std::string, HouseholdUse> uses_of_standard_kinds() {
    std::map<std::string, HouseholdUse> uses;
    const auto add = [&](const std::string& account) {
        if (account.starts_with("income:") || account.starts_with("expenses:")) {
            uses.emplace(account, use_of(account));
        }
    };
    const KindTable kinds = KindTable::standard();
    for (const Kind& kind : kinds.all()) {
        for (const KindLeg& leg : kind.legs) add(leg.account);
        for (const auto& parameter : kind.parameters) add(parameter.default_value);
    }
    return uses;
}

}  // namespace

TEST_CASE("each account of the standard kinds is read as its kind's SNA codes say") {
    using enum HouseholdUse;
    const std::map<std::string, HouseholdUse> expected{
        {"expenses:allowance", distribution},    // D.62, D.63
        {"expenses:depreciation", production},   // P.51c
        {"expenses:drawings", distribution},     // D.422
        {"expenses:dues", taxes},                // D.59, D.29
        {"expenses:entry", taxes},               // D.59
        {"expenses:fees", consumption},          // P.31
        {"expenses:food_in_kind", consumption},  // D.63
        {"expenses:forgiven", capital},          // D.99
        {"expenses:gate", taxes},                // D.759
        {"expenses:gifts", distribution},        // D.75
        {"expenses:goods_sold", production},     // P.2, cost of goods traded
        {"expenses:groceries", consumption},     // P.31
        {"expenses:interest", distribution},     // D.41
        {"expenses:levies", taxes},              // D.214
        {"expenses:materials", production},      // P.2
        {"expenses:meals", consumption},         // P.31
        {"expenses:nonobserved", consumption},   // P.31
        {"expenses:pool", consumption},          // P.31
        {"expenses:purchases", production},      // P.2
        {"expenses:rent", consumption},          // P.31
        {"expenses:sauna", consumption},         // P.31
        {"expenses:services", consumption},      // P.31
        {"expenses:transfers", distribution},    // D.752, D.73
        {"expenses:upkeep", production},         // P.2
        {"expenses:wages", production},          // D.1
        {"income:allowance", income},
        {"income:drawings", income},
        {"income:dues", income},
        {"income:earned_outside", income},
        {"income:entry", income},
        {"income:fees", income},
        {"income:forgiven", capital},
        {"income:gate", income},
        {"income:gifts", income},
        {"income:interest", income},
        {"income:levies", income},
        {"income:nonobserved", income},
        {"income:output", income},
        {"income:rent", income},
        {"income:sales", income},
        {"income:transfers", income},
        {"income:wages", income},
    };
    const auto uses = uses_of_standard_kinds();
    for (const auto& [account, use] : expected) {
        INFO(account);
        if (account == "income:output") continue;  // named by a row, never by the kind itself
        REQUIRE(uses.contains(account));
        CHECK(uses.at(account) == use);
    }
    // A kind that is new must be thought of here.
    for (const auto& [account, use] : uses) {
        INFO(account);
        CHECK(expected.contains(account));
    }
}

TEST_CASE(
    "expenses of a name that no kind has are consumption, and parts below the first tell nothing") {
    CHECK(use_of("expenses:schooling") == HouseholdUse::consumption);
    CHECK(use_of("expenses:meals:wages") == HouseholdUse::consumption);
    CHECK(use_of("expenses:Wages:cook") == HouseholdUse::production);
    CHECK(use_of("expenses:duesx") == HouseholdUse::consumption);
    CHECK(use_of("expenses") == HouseholdUse::consumption);
    CHECK(use_of("income") == HouseholdUse::income);
    CHECK(use_of("assets:wages") == HouseholdUse::position);
    CHECK(use_of("equity:opening") == HouseholdUse::position);
}
