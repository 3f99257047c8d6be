#include "ledger/writing/beancount_names.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace cellbook;

TEST_CASE("an account's name begins with its class, and the name follows part by part") {
    struct Case {
        std::string name;
        std::string beancount;
    };
    for (const Case& one : std::vector<Case>{
             {"inmates:i0042:assets:cash", "Assets:Inmates:I0042:Assets:Cash"},
             {"inmates:i0042:expenses:food_in_kind", "Expenses:Inmates:I0042:Expenses:FoodInKind"},
             {"sections:posta-12:income:dues", "Income:Sections:Posta-12:Income:Dues"},
             {"inmates:i1:revenues:sales", "Income:Inmates:I1:Revenues:Sales"},
             {"assets:cash", "Assets:Cash"},
             {"assets", "Assets:Assets"},
             {"Assets:Bank", "Assets:Assets-:Bank-"},
             {"assets:cash:income", "Assets:Assets:Cash:Income"},
             {"cash:assets", "Assets:Cash:Assets"},
             {"equity:retained earnings", "Equity:Retained-0x20-earnings"},
             {"assets:ñandú", "Assets:0xF1-andú"},
             {"assets:0x41-", "Assets:0x30-x41-0x2D-"},
             {"assets:a-0x41-", "Assets:A-0x2D-0x41-0x2D-"},
             {"assets:aB_c_", "Assets:A-0x42-C-0x5F-"}}) {
        CHECK(beancount_account_name(one.name) == one.beancount);
        CHECK(original_account_name(one.beancount) == one.name);
    }
}

TEST_CASE("names come back from beancount's, and no two become one") {
    std::mt19937 draw{7};
    const std::vector<std::string> pieces{"a", "B",  "_", "-",  "0x", "41", "-0x41-", " ", "ñ",
                                          "x", "--", "Z", "日", "/",  "0",  "assets", "."};
    std::set<std::string> names;
    std::set<std::string> encoded;
    for (int i = 0; i < 20000; ++i) {
        std::string name;
        for (int part = 0; part < 3; ++part) {
            std::string text;
            for (auto n = draw() % 5; n > 0 || text.empty(); n -= n > 0 ? 1 : 0) {
                text += pieces[draw() % pieces.size()];
            }
            name += (name.empty() ? "" : ":") + text;
            if (part == static_cast<int>(draw() % 3)) name += ":assets";
        }
        if (!split_account_name(name)) continue;
        const std::string given = beancount_account_name(name);
        INFO(name << " -> " << given);
        REQUIRE(original_account_name(given) == name);
        names.insert(name);
        encoded.insert(given);
    }
    CHECK(names.size() > 1000);
    CHECK(names.size() == encoded.size());
}

TEST_CASE("symbols are what beancount takes, each another") {
    Chart chart;
    for (const auto* symbol : {"BOB", "cigarettes", "CIGARETTES", "$", "size 3", "", "X",
                               "a symbol of very many letters", "tea."}) {
        chart.commodity(symbol);
    }
    CHECK(beancount_symbols(chart) == std::vector<std::string>{"BOB", "CIGARETTES", "CIGARETTES-2",
                                                               "X24", "SIZE-3", "C-1", "X-1",
                                                               "A-SYMBOL-OF-VERY-MAN", "TEAX"});
}

TEST_CASE("keys and strings are as beancount reads them") {
    CHECK(is_beancount_key("standing-price"));
    CHECK_FALSE(is_beancount_key("x"));
    CHECK_FALSE(is_beancount_key("Kind"));
    CHECK_FALSE(is_beancount_key("ñu"));
    CHECK_FALSE(is_beancount_key("lineno"));
    CHECK(beancount_string("a \"b\" \\ c\nd\te") == "\"a \\\"b\\\" \\\\ c\\nd\\te\"");
}
