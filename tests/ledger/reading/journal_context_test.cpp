#include "ledger/reading/journal_context.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

struct Fixture {
    Chart chart{};
    CollectingSink sink{};
    JournalContext context{chart, sink, {}, nullptr};

    std::optional<Amount> amount(std::string_view line) {
        context.line = line;
        TextCursor cursor{line};
        ReadAmount read;
        return context.take_amount(cursor, read) ? std::optional{read.amount} : std::nullopt;
    }
};

}  // namespace

TEST_CASE("amounts come in minor units of their commodity") {
    Fixture fixture;
    CHECK(fixture.amount("300 BOB")->minor == 30000);
    CHECK(fixture.amount("-$0.5")->minor == -5);  // the first amount settles a scale of one
    CHECK(fixture.amount("$12")->minor == 120);
    CHECK(fixture.amount("92233720368547758.07 BOB")->minor == 9223372036854775807);
    CHECK(fixture.amount("-92233720368547758.08 BOB")->minor == INT64_MIN);
    CHECK(fixture.amount("1.230000 BOB")->minor == 123);
    CHECK(fixture.sink.problems.empty());
}

TEST_CASE("an amount that does not fit is reported where it stands") {
    Fixture fixture;
    CHECK_FALSE(fixture.amount("92233720368547758.08 BOB"));
    CHECK_FALSE(fixture.amount("1.235 BOB"));
    CHECK_FALSE(fixture.amount("BOB 1.2351"));
    REQUIRE(fixture.sink.problems.size() == 3);
    CHECK(fixture.sink.problems[0].code == DiagnosticCode::amount_overflow);
    CHECK(fixture.sink.problems[1].code == DiagnosticCode::number_ambiguous);
    CHECK(fixture.sink.problems[2].code == DiagnosticCode::amount_too_precise);
    CHECK(fixture.sink.problems[2].position.column == 1);
    CHECK(fixture.sink.problems[2].excerpt == "BOB 1.2351");
}

TEST_CASE("the file's decimal mark goes before that of the commodity") {
    Fixture fixture;
    const CommodityId gold = fixture.context.commodity("gold");
    REQUIRE(fixture.context.settle_scale(gold, 3, 1));
    fixture.context.settle_decimal_mark(gold, ',');
    CHECK(fixture.amount("1,000 gold")->minor == 1000);
    CHECK(fixture.amount("1.000 gold")->minor == 1000000);
    fixture.context.scope.decimal_mark = '.';
    CHECK(fixture.amount("1,000 gold")->minor == 1000000);
    CHECK(fixture.amount("1.000 gold")->minor == 1000);
}

TEST_CASE("a scale once settled stays") {
    Fixture fixture;
    const CommodityId gold = fixture.context.commodity("gold");
    CHECK(fixture.context.settle_scale(gold, 3, 1));
    CHECK(fixture.context.settle_scale(gold, 3, 1));
    CHECK_FALSE(fixture.context.settle_scale(gold, 2, 5));
    CHECK(fixture.chart[gold].scale == 3);
    CHECK(fixture.sink.problems.at(0).code == DiagnosticCode::commodity_scale_changed);
}

TEST_CASE("account names go through prefixes, then through aliases, the last one first") {
    Fixture fixture;
    AccountId id;
    const auto name = [&](std::string_view written) {
        REQUIRE(fixture.context.read_account(written, 1, id));
        return fixture.chart[id].name;
    };
    CHECK(name("assets:cash") == "assets:cash");
    fixture.context.scope.account_prefixes = {"inmates", "i1"};
    CHECK(name("assets:cash") == "inmates:i1:assets:cash");
    fixture.context.scope.account_prefixes.clear();
    fixture.context.scope.aliases = {{"b:assets", "c:assets"}, {"a", "b"}};
    CHECK(name("a:assets:cash") == "c:assets:cash");
    CHECK(name("ab:assets") == "ab:assets");
}

TEST_CASE("a long line is not shown whole, and never cut inside a character") {
    Fixture fixture;
    const std::string line = "x" + [] {
        std::string text;
        for (int i = 0; i < 300; ++i) text += "\xC3\xA9";
        return text;
    }();
    fixture.context.line = line;
    fixture.context.fail(DiagnosticCode::line_unexpected, 1, "", "");
    CHECK(fixture.sink.problems.at(0).excerpt.size() == 399);
}

TEST_CASE("near names are offered before the general remedy") {
    const std::vector<std::string> names{"observed", "assumed"};
    CHECK(did_you_mean("observd", names, "Write one.") == "Did you mean `observed`? Write one.");
    CHECK(did_you_mean("xyz", names, "Write one.") == "Write one.");
}
