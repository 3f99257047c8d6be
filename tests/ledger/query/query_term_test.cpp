#include "ledger/query/query_term.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace cellbook;

namespace {

const Date today = *parse_date("2018-05-16");

}  // namespace

TEST_CASE("a term is read by its prefix, and an account's name may hold colons") {
    const std::pair<std::string, QueryField> cases[] = {
        {"cash", QueryField::account},
        {"inmates:i1", QueryField::account},
        {"state:department", QueryField::account},
        {"acct:party:x", QueryField::account},
        {"party:i1", QueryField::party},
        {"sector:state", QueryField::sector},
        {"cur:BOB", QueryField::commodity},
        {"date:2018", QueryField::date},
        {"amt:3", QueryField::amount},
        {"kind:x", QueryField::kind},
        {"with:x", QueryField::with},
        {"desc:x", QueryField::description},
        {"code:x", QueryField::code},
        {"source:x", QueryField::source},
        {"id:x", QueryField::id},
        {"status:!", QueryField::status},
        {"standing:assumed", QueryField::standing},
        {"tag:a=b", QueryField::tag},
    };
    for (const auto& [text, field] : cases) {
        INFO(text);
        const auto term = QueryTerm::parse(text, today);
        REQUIRE(term.has_value());
        CHECK(term->field == field);
        CHECK_FALSE(term->negated);
        const auto negated = QueryTerm::parse("not:" + text, today);
        REQUIRE(negated.has_value());
        CHECK(negated->field == field);
        CHECK(negated->negated);
    }
}

TEST_CASE("a term that says nothing sensible is refused, with what would") {
    struct Case {
        std::string text;
        DiagnosticCode code;
        std::string remedy;
    };
    const Case cases[] = {
        {"knid:dues", DiagnosticCode::query_invalid, "kind:"},
        {"partty:i1", DiagnosticCode::query_invalid, "acct:partty:i1"},
        {"sectr:state", DiagnosticCode::query_invalid, "sector:"},
        {"sector:statte", DiagnosticCode::query_invalid, "state"},
        {"standing:known", DiagnosticCode::query_invalid, "observed"},
        {"status:done", DiagnosticCode::query_invalid, "status:*"},
        {"amt:", DiagnosticCode::query_invalid, "amt:300"},
        {"amt:>x", DiagnosticCode::query_invalid, "amt:300"},
        {"amt:+-3", DiagnosticCode::query_invalid, "amt:300"},
        {"date:soon", DiagnosticCode::period_invalid, "2018-03"},
        {"desc:(", DiagnosticCode::query_invalid, "backslash"},
        {"tag:x=[", DiagnosticCode::query_invalid, "backslash"},
    };
    for (const auto& [text, code, remedy] : cases) {
        INFO(text);
        const auto term = QueryTerm::parse(text, today);
        REQUIRE_FALSE(term.has_value());
        CHECK(term.error().code == code);
        CHECK_THAT(term.error().remedy, Catch::Contains(remedy));
    }
}

TEST_CASE("amounts compare by value at any scale, without their sign unless one is given") {
    struct Case {
        std::string text;
        std::int64_t minor;
        std::uint8_t scale;
        bool holds;
    };
    const std::int64_t largest = INT64_MAX;
    const Case cases[] = {
        {"amt:300", 30000, 2, true},
        {"amt:300", -30000, 2, true},
        {"amt:300.00000000000000001", 30000, 2, false},
        {"amt:-300", -30000, 2, true},
        {"amt:-300", 30000, 2, false},
        {"amt:+300", -30000, 2, false},
        {"amt:>0", -1, 2, false},
        {"amt:<0", -1, 2, true},
        {"amt:>=5.5", 5, 0, false},
        {"amt:>=5.5", 6, 0, true},
        {"amt:<=5.50", 55, 1, true},
        {"amt:> 5", 6, 0, true},
        {"amt:<9223372036854775808", largest, 0, true},
        {"amt:>9223372036854775808", INT64_MIN, 0, false},
        {"amt:=9.223372036854775807", largest, 18, true},
        {"amt:>99999999999999999999999999999999999999", largest, 0, false},
        {"amt:>0.000000000000000000000000000000000001", 1, 18, true},
    };
    for (const auto& [text, minor, scale, holds] : cases) {
        INFO(text << " of " << minor << " at scale " << int{scale});
        const auto term = QueryTerm::parse(text, today);
        REQUIRE(term.has_value());
        CHECK(term->amount.holds_of(minor, scale) == holds);
    }
}
