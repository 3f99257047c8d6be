#include "ledger/reading/declaration_comment.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a party is declared with all that is said of it") {
    const ReadText read = read_text(
        "; party: inmates:i0042  sector:households, parent:sections:posta, opened:2018-01-05\n"
        ";party: businesses:sauna\tsector:businesses, quasi:yes, closed:2018-12-31, seats:\"a, "
        "b\"\n"
        "; party: outside:city\n");
    REQUIRE(read.problems().empty());
    const auto parties = read.declarations<PartyDeclaration>();
    REQUIRE(parties.size() == 3);
    CHECK(read.chart[parties[0].party].name == "inmates:i0042");
    CHECK(parties[0].sector == Sector::households);
    CHECK(read.chart[parties[0].parent].name == "sections:posta");
    CHECK(parties[0].life == DateRange{*parse_date("2018-01-05"), {}});
    CHECK(parties[1].quasi_corporation);
    CHECK(parties[1].life == DateRange{{}, *parse_date("2019-01-01")});
    CHECK(parties[1].tags.at(0).value == "a, b");
    CHECK(parties[2].sector == Sector::unclassified);
}

TEST_CASE("sources, conventions, kinds and locks are declared") {
    const ReadText read = read_text(
        "; source: S12  Canillita, derecho de piso: 2018, https://a.b\n"
        "; source: S13  \"two\\nlines\"\n"
        "; convention: cell_right asset\n"
        "; kind: tattoo {\"title\":\"Tattoo\"}\n"
        "; lock: 2018-12-31\n");
    REQUIRE(read.problems().empty());
    const auto sources = read.declarations<SourceDeclaration>();
    REQUIRE(sources.size() == 2);
    CHECK(read.chart[sources[0].source] == "S12");
    CHECK(sources[0].citation == "Canillita, derecho de piso: 2018, https://a.b");
    CHECK(sources[1].citation == "two\nlines");
    CHECK(read.declarations<ConventionDeclaration>().at(0).value == "asset");
    CHECK(read.declarations<KindDeclaration>().at(0).definition == "{\"title\":\"Tattoo\"}");
    CHECK(to_string(read.declarations<LockDeclaration>().at(0).until) == "2018-12-31");
}

TEST_CASE("how a file is read can be settled without recording anything") {
    const ReadText read =
        read_text("; decimal-mark: .\n; scale: gold 3\n2018-03-01 x\n  assets:a  1.000 gold\n");
    REQUIRE(read.problems().empty());
    CHECK(read.sink.entries.size() == 1);
    CHECK(read.transactions()[0].postings[0].amount.minor == 1000);
}

TEST_CASE("other comments declare nothing") {
    const ReadText read = read_text(
        "; A party: who keeps books\n; ---- sources\n; note: x\n# x\n% x\n* x\n| x\n"
        "; kind:of\n  ; indented, source: S12  x\n;\n");
    CHECK(read.problems().empty());
    CHECK(read.sink.entries.empty());
}

TEST_CASE("what declares nothing true is refused where it stands") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"; party:", "declaration_invalid 1:9"},
        {"; party: inmates:i1 sector:households", "declaration_invalid 1:10"},
        {"; party: inmates:i1:assets:x", "declaration_invalid 1:10"},
        {"; party: inmates:i1  households", "declaration_invalid 1:22"},
        {"; party: inmates:i1  sector:househods", "tag_value_invalid 1:29"},
        {"; party: inmates:i1  parent:inmates:i1", "declaration_invalid 1:29"},
        {"; party: inmates:i1  quasi:perhaps", "tag_value_invalid 1:28"},
        {"; party: inmates:i1  opened:soon", "date_invalid 1:29"},
        {"; party: inmates:i1  opened:2018-02-01, closed:2018-01-01", "range_reversed 1:48"},
        {"; source: S12", "declaration_invalid 1:11"},
        {"; source: S12 Canillita", "declaration_invalid 1:11"},
        {"; convention: cell_right", "declaration_invalid 1:15"},
        {"; kind: cell_rent", "declaration_invalid 1:9"},
        {"; lock: never", "date_invalid 1:9"},
        {"; scale: gold many", "declaration_invalid 1:10"},
        {"; scale: gold 19", "declaration_invalid 1:10"},
        {"; decimal-mark: x", "directive_invalid 1:17"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(read_text(one.text + '\n').problems() == std::vector{one.problem});
    }
}

TEST_CASE("an unknown sector names what is near") {
    const ReadText read = read_text("; party: inmates:i1  sector:househods\n");
    CHECK(read.sink.problems.at(0).remedy.find("`households`") != std::string::npos);
}
