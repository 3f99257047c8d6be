#include "ledger/account.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("the party is what precedes the first class word") {
    struct Case {
        const char* name;
        const char* party;
        AccountClass account_class;
        const char* detail;
    };
    const auto at =
        GENERATE(Case{"inmates:i0042:assets:cash", "inmates:i0042", AccountClass::assets, "cash"},
                 Case{"Assets:Cash", "", AccountClass::assets, "Cash"},
                 Case{"assets", "", AccountClass::assets, ""},
                 Case{"shop:Revenues", "shop", AccountClass::income, ""},
                 Case{"shop:revenue:sales:bread", "shop", AccountClass::income, "sales:bread"},
                 Case{"i1:LIABILITY:loans", "i1", AccountClass::liabilities, "loans"},
                 Case{"i1:equity:expenses", "i1", AccountClass::equity, "expenses"},
                 Case{"i1:expense:income", "i1", AccountClass::expenses, "income"},
                 Case{"sección posta:income:dues", "sección posta", AccountClass::income, "dues"},
                 Case{"assetsx:expenses", "assetsx", AccountClass::expenses, ""});
    const auto name = split_account_name(at.name);
    INFO(at.name);
    REQUIRE(name);
    CHECK(name->party == at.party);
    CHECK(name->account_class == at.account_class);
    CHECK(name->detail == at.detail);
}

TEST_CASE("a name without a class, or with an empty part, is no account") {
    for (const char* const name :
         {"", ":", "assets:", ":assets", "a::assets", "assets: cash", "a :assets", "assets:\tb"}) {
        INFO(name);
        REQUIRE_FALSE(split_account_name(name));
        CHECK(split_account_name(name).error().code == DiagnosticCode::account_name_invalid);
    }
    CHECK(split_account_name("inmates:i1:cash").error().code ==
          DiagnosticCode::account_without_class);
}

TEST_CASE("cells, rights, improvements, goods and equipment are non-financial by name") {
    const auto non_financial = [](const char* name) {
        return is_non_financial_by_name(*split_account_name(name));
    };
    for (const char* const name :
         {"i1:assets:cells", "i1:assets:cells:posta-12", "assets:Goods", "x:assets:equipment:oven",
          "x:assets:rights", "x:assets:improvements"}) {
        INFO(name);
        CHECK(non_financial(name));
    }
    for (const char* const name : {"i1:assets:cash", "i1:assets", "i1:assets:claims:goods",
                                   "i1:expenses:goods", "i1:assets:cellsx"}) {
        INFO(name);
        CHECK_FALSE(non_financial(name));
    }
}
