#include "ledger/statements/account_register.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string town = R"(
commodity 1.00 BOB
commodity 1.00 USD

2018-02-10 bread       ; id:b
    i1:expenses:food      12.50 BOB
    i1:assets:cash       -12.50 BOB

2018-01-31 opening     ; id:a
    i1:assets:cash       100.00 BOB
    i1:assets:cash        10.00 USD
    i1:equity:opening   -100.00 BOB
    i1:equity:opening    -10.00 USD

2018-02-10 tea         ; id:c
    i1:expenses:food       2.00 BOB
    i1:assets:cash        -2.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

}  // namespace

TEST_CASE("a register runs by date, then by sequence, with a total for each commodity") {
    const auto book = test::book_of(town);
    const auto table = account_register(book, query_of({"cash"}), {});
    CHECK(facts_of(table) ==
          Lines{"2018-01-31 | a | opening | i1:assets:cash | BOB | 100.00 | 100.00",
                "2018-01-31 | a | opening | i1:assets:cash | USD | 10.00 | 10.00",
                "2018-02-10 | b | bread | i1:assets:cash | BOB | -12.50 | 87.50",
                "2018-02-10 | c | tea | i1:assets:cash | BOB | -2.00 | 85.50"});
    CHECK(drawn(table) ==
          Lines{"2018-01-31 | opening | i1:assets:cash | 100.00 | 100.00 BOB",
                "- | - | i1:assets:cash | 10.00 | 100.00 BOB, 10.00 USD",
                "2018-02-10 | bread | i1:assets:cash | -12.50 | 87.50 BOB, 10.00 USD",
                "2018-02-10 | tea | i1:assets:cash | -2.00 | 85.50 BOB, 10.00 USD"});
}

TEST_CASE("a historical register begins with what stood before") {
    const auto book = test::book_of(town);
    const auto query = [] { return query_of({"cash", "cur:BOB", "date:2018-02"}); };
    CHECK(facts_of(account_register(book, query(), {})).back() ==
          "2018-02-10 | c | tea | i1:assets:cash | BOB | -2.00 | -14.50");
    CHECK(facts_of(account_register(book, query(), {.historical = true})).back() ==
          "2018-02-10 | c | tea | i1:assets:cash | BOB | -2.00 | 85.50");
}

TEST_CASE("a related register shows the other side") {
    const auto book = test::book_of(town);
    CHECK(facts_of(account_register(book, query_of({"cash", "desc:bread"}), {.related = true})) ==
          Lines{"2018-02-10 | b | bread | i1:expenses:food | BOB | 12.50 | 12.50"});
}

TEST_CASE("a register clips names to a depth and leaves its rows apart") {
    const auto book = test::book_of(town);
    CHECK(facts_of(account_register(book, query_of({"food"}), {.depth = 1})) ==
          Lines{"2018-02-10 | b | bread | i1 | BOB | 12.50 | 12.50",
                "2018-02-10 | c | tea | i1 | BOB | 2.00 | 14.50"});
}

TEST_CASE("a register may be valued at the prices of each posting's day or of its end") {
    const auto book = test::book_of(
        "commodity 1.00 BOB\ncommodity 1.00 USD\nP 2018-01-01 USD 6 BOB\nP 2018-01-20 USD 8 BOB\n"
        "2018-01-05 a\n  assets:x  1.00 USD\n  income:y\n"
        "2018-01-20 a\n  assets:x  1.00 USD\n  income:y\n");
    const auto query = [] {
        return std::move(*Query::parse(std::vector<std::string>{"assets"}, {}));
    };
    const auto balances = [&](ValuationOptions options) {
        std::vector<std::string> found;
        for (const auto& row : account_register(book, query(), {.valuation = options}).rows) {
            found.push_back(test::cell_text(row.cells[5]) + " " + test::cell_text(row.cells[6]));
        }
        return found;
    };
    using When = ValuationOptions::When;
    using Found = std::vector<std::string>;
    CHECK(balances({.when = When::then, .currency = "BOB"}) == Found{"6.00 6.00", "8.00 14.00"});
    CHECK(balances({.when = When::end, .currency = "BOB"}) == Found{"8.00 8.00", "8.00 16.00"});
}
