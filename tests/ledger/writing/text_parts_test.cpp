#include "ledger/writing/text_parts.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("amounts have all decimals of their commodity, and quotes where the symbol needs them") {
    Chart chart;
    const CommodityId jam = chart.commodity("jam, tins");
    const CommodityId bob = chart.commodity("BOB");
    const CommodityId none = chart.commodity("");
    chart[bob].scale = 2;
    std::string out;
    append_amount(out, {.minor = -5, .commodity = bob}, chart);
    append_amount(out += '|', {.minor = 7, .commodity = jam}, chart);
    append_amount(out += '|', {.minor = 7, .commodity = none}, chart);
    CHECK(out == "-0.05 BOB|7 \"jam, tins\"|7");
}

TEST_CASE("texts are plain when they come back from where they are written") {
    struct Case {
        std::string text;
        bool comment;
        bool description;
        bool code;
    };
    for (const Case& one : std::vector<Case>{{"rent of Posta 12", true, true, true},
                                             {"", false, true, true},
                                             {" edge", false, false, false},
                                             {"two\nlines", true, false, false},
                                             {"two\n\nlines", false, false, false},
                                             {"a tab\there", false, false, false},
                                             {"a; b", true, false, true},
                                             {"kind:x", false, true, true},
                                             {"(17) x", true, false, false},
                                             {"* x", true, false, true},
                                             {"x)", true, true, false}}) {
        INFO(one.text);
        CHECK(is_plain_comment(one.text) == one.comment);
        CHECK(is_plain_description(one.text) == one.description);
        CHECK(is_plain_code(one.text) == one.code);
    }
}

TEST_CASE("what other programs are shown of an odd text is one line that they read") {
    CHECK(shown_on_a_line("* (a); b\nc ") == "a   b c");
}

TEST_CASE("columns count characters") {
    CHECK(width_of("café €") == 6);
}
