#include "ledger/statements/statement_lines.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const std::string town = R"(
2018-01-01 a
    inmates:i1:expenses:food:bread    5 B
    inmates:i1:assets:cash           -5 B
    inmates:i2:assets:cash            5 B
    inmates:i2:revenues:sales        -5 B
2018-01-01 b
    inmates:i2:expense:food:bread     5 B
    inmates:i2:assets:cash           -5 B
    inmates:i1:assets:cash            5 B
    inmates:i1:income:sales          -5 B
)";

std::vector<std::string> drawn(const StatementOptions& options,
                               const std::vector<std::string>& terms = {}) {
    const auto book = test::book_of(town);
    const auto query = std::move(*Query::parse(terms, {}));
    const StatementLines lines{
        book, query, {AccountClass::income, AccountClass::expenses}, options};
    std::vector<std::string> found;
    for (LineId line = 0; line < lines.count(); ++line) {
        const PartyId party = lines.party(line);
        found.push_back((party ? book.chart()[party].name + " " : "") + lines.name(line));
    }
    return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("accounts of one name share a line, whosever they are and however their class is spelt") {
    CHECK(drawn({}) == Lines{"income:sales", "expenses:food:bread"});
    CHECK(drawn({.depth = 2}) == Lines{"income:sales", "expenses:food"});
    CHECK(drawn({.depth = 1}) == Lines{"income", "expenses"});
    CHECK(drawn({}, {"sales"}) == Lines{"income:sales"});
}

TEST_CASE("parties are told apart when asked for, in the order of names") {
    CHECK(drawn({.by_party = true}) ==
          Lines{"inmates:i1 income:sales", "inmates:i1 expenses:food:bread",
                "inmates:i2 income:sales", "inmates:i2 expenses:food:bread"});
    const auto book = test::book_of(town);
    const StatementLines lines{
        book, {}, {AccountClass::income, AccountClass::expenses}, {.by_party = true}};
    const auto parts = lines.parts();
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].begin == 2);
    CHECK(parts[1].end == 4);
    CHECK(lines.section(3) == AccountClass::expenses);
    CHECK(lines.of(book.chart().find_account("inmates:i1:assets:cash")) == no_line);
}

TEST_CASE("a title says whose statement it is") {
    const auto book = test::book_of(town);
    const auto of = [&](const std::vector<std::string>& terms, const StatementOptions& options) {
        const auto query = std::move(*Query::parse(terms, {}));
        return whose(PartySet{query, book.chart()}, book.chart(), options);
    };
    CHECK(of({}, {}) == "all 2 parties, consolidated");
    CHECK(of({}, {.aggregate = true}) == "all 2 parties, added up");
    CHECK(of({}, {.by_party = true}) == "each of all 2 parties");
    CHECK(of({"party:i1"}, {}) == "inmates:i1");
    CHECK(of({"party:nobody"}, {}) == "0 parties");
}

TEST_CASE("a pivot names lines by what it makes of postings, class by class") {
    CHECK(drawn({.pivot = "with"}) ==
          Lines{"inmates:i1", "inmates:i2", "inmates:i1", "inmates:i2"});
    CHECK(drawn({.pivot = "party"}) ==
          Lines{"inmates:i1", "inmates:i2", "inmates:i1", "inmates:i2"});
    CHECK(drawn({.pivot = "kind"}) == Lines{"(no kind)", "(no kind)"});
    CHECK(drawn({.by_party = true, .pivot = "kind"}) ==
          Lines{"inmates:i1 (no kind)", "inmates:i1 (no kind)", "inmates:i2 (no kind)",
                "inmates:i2 (no kind)"});
}
