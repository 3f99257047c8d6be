#include "ledger/reading/commodity_directive.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a commodity's format gives its decimals, marks and side") {
    struct Case {
        std::string text;
        std::string symbol;
        unsigned scale;
        CommodityStyle style;
    };
    const std::vector<Case> cases{
        {"commodity 1,000.00 BOB", "BOB", 2, {false, true, '.', ','}},
        {"commodity $1000.00", "$", 2, {true, false, '.', 0}},
        {"commodity EUR 1.000,000", "EUR", 3, {true, true, ',', '.'}},
        {"commodity 1 000,00kr", "kr", 2, {false, false, ',', ' '}},
        {"commodity 1000. \"jam, tins\"", "jam, tins", 0, {false, true, '.', 0}},
        {"commodity 1.000.000, gold", "gold", 0, {false, true, ',', '.'}},
        {"commodity 1000 CIG", "CIG", 0, {false, true, '.', 0}},
        {"commodity BOB\n    format BOB 1,000.00", "BOB", 2, {true, true, '.', ','}},
        {"commodity BOB  ; money\n    note money\n    format 1000.00 BOB",
         "BOB",
         2,
         {false, true, '.', 0}},
        {"commodity CIG", "CIG", 0, {}},
        {"commodity BOB", "BOB", 2, {}},
        {"commodity 1000.00 EUR  ; style:\"1.000,00 EUR\"", "EUR", 2, {false, true, ',', '.'}},
        {"commodity 1000.00", "", 2, {false, false, '.', 0}},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const ReadText read = read_text(one.text + '\n');
        REQUIRE(read.problems().empty());
        const auto declared = read.declarations<CommodityDeclaration>().at(0);
        CHECK(read.chart[declared.commodity].symbol == one.symbol);
        CHECK(unsigned{declared.scale} == one.scale);
        CHECK(declared.style == one.style);
        CHECK(unsigned{read.chart[declared.commodity].scale} == one.scale);
        CHECK(read.chart[declared.commodity].scale_known);
    }
}

TEST_CASE("a commodity without a format has the most decimals of its amounts, and a point") {
    const ReadText read =
        read_text("commodity gold\n2018-03-01 x\n  assets:a  1.000 gold\n  assets:b  1.25 gold\n");
    REQUIRE(read.problems().empty());
    CHECK(read.declarations<CommodityDeclaration>().at(0).scale == 3);
    CHECK(read.transactions()[0].postings[0].amount.minor == 1000);
    CHECK(read.transactions()[0].postings[1].amount.minor == 1250);
}

TEST_CASE("a format settles the mark of its commodity's numbers") {
    const ReadText read =
        read_text("commodity 1.000,00 EUR\n2018-03-01 x\n  assets:a  1.000 EUR\n");
    REQUIRE(read.problems().empty());
    CHECK(read.transactions()[0].postings[0].amount.minor == 100000);
}

TEST_CASE("what is no format is refused where it stands") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"commodity", "amount_invalid 1:10"},
        {"commodity 1,000 BOB", "number_ambiguous 1:11"},
        {"commodity -1000.00 BOB", "directive_invalid 1:11"},
        {"commodity 1000.00 BOB x", "directive_invalid 1:11"},
        {"commodity 1.0000000000000000000 BOB", "directive_invalid 1:11"},
        {"commodity \"BOB", "amount_invalid 1:11"},
        {"commodity BOB\n    format 1000.00 USD", "directive_invalid 2:12"},
        {"commodity 1000.00 BOB  ; style:\"1.000,0 BOB\"", "commodity_scale_changed 1:1"},
        {"commodity 1000.00 BOB\ncommodity 1000.0 BOB", "commodity_scale_changed 2:11"},
        {"commodity BOB\n    default", "syntax_unsupported 2:5"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const auto problems = read_text(one.text + '\n').problems();
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0] == one.problem);
    }
}
