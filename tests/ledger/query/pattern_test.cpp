#include "ledger/query/pattern.hpp"

#include <catch2/catch.hpp>
#include <string>

using cellbook::DiagnosticCode;
using cellbook::Pattern;

TEST_CASE("a pattern is found in any case, plain or as an expression") {
    struct Case {
        std::string pattern;
        std::string text;
        bool found;
        bool whole;
    };
    const std::string long_text(20'000, 'a');
    const Case cases[] = {
        {"cash", "inmates:i0042:assets:Cash", true, false},
        {"CASH", "cash", true, true},
        {"cash", "cas", false, false},
        {"", "anything", true, false},
        {"", "", true, true},
        {"^inmates", "inmates:i1", true, false},
        {"^i1", "inmates:i1", false, false},
        {"^inmates:i1$", "Inmates:I1", true, true},
        {"^inmates:i1$", "inmates:i10", false, false},
        {"i1$", "inmates:i1", true, false},
        {"i1$", "inmates:i1:assets", false, false},
        {"i1$", "1", false, false},
        {"^", "anything", true, false},
        {"$", "anything", true, false},
        {"^$", "", true, true},
        {"^ÁRBOL$", "árbol", true, true},
        {"assets:(cash|goods)$", "x:assets:goods", true, false},
        {"assets:(cash|goods)$", "x:assets:goods:soap", false, false},
        {"B.B", "BOB", true, true},
        {"ÁRBOL", "el árbol", true, false},
        {"a.o", "el Año", true, false},
        {"\\D", "12", false, false},
        {"\\D", "1D", true, false},
        {"i00[0-9]{2}", "inmates:i0042", true, false},
        {"x", "\xff\xfe", false, false},
        {"(a+)+$", long_text + "b", false, false},  // neither slow nor deep
    };
    for (const auto& [pattern, text, found, whole] : cases) {
        INFO(pattern << " in " << text.substr(0, 40));
        const auto compiled = Pattern::compile(pattern);
        REQUIRE(compiled.has_value());
        CHECK(compiled->found_in(text) == found);
        CHECK(compiled->is_whole(text) == whole);
    }
}

TEST_CASE("a malformed expression is refused with what is wrong in it") {
    const std::pair<std::string, std::string> cases[] = {
        {"[a", "[ is not closed"},
        {"(a", "parenthesis has no partner"},
        {"*a", "nothing stands before"},
        {"\xff(", "not UTF-8"},
        {R"((a)\13333333333333333333330)", "refers back to a group"},
        {"a{1000}", "more than 999 times"},
    };
    for (const auto& [pattern, why] : cases) {
        const auto compiled = Pattern::compile(pattern);
        REQUIRE_FALSE(compiled.has_value());
        CHECK(compiled.error().code == DiagnosticCode::query_invalid);
        CHECK_THAT(compiled.error().explanation, Catch::Contains(why));
    }
}
