#include "ledger/statements/balance_sheet.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;
using When = ValuationOptions::When;

namespace {

const std::string town = R"(
commodity 1.00 BOB
commodity 1.00 USD
P 2018-01-01 USD 6.90 BOB
P 2018-03-01 USD 7.00 BOB

2018-01-31 opening
    h:a:assets:cash       100.00 BOB
    h:a:equity:opening   -100.00 BOB

2018-02-10 lends
    h:a:assets:loans       40.00 BOB
    h:a:assets:cash       -40.00 BOB
    h:b:assets:cash        40.00 BOB
    h:b:liabilities:loans  -40.00 BOB

2018-02-12 change
    h:a:assets:cash         5.00 USD @ 6.90 BOB
    h:a:assets:cash       -34.50 BOB

2018-03-01 eats
    h:b:expenses:food       7.00 BOB
    h:b:assets:cash        -7.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, {}));
}

const std::string& text(const Row& row, std::size_t cell) {
    return std::get<std::string>(row.cells[cell]);
}

/// (party, period, commodity) -> assets less liabilities and equity.
std::map<std::string, Sum> gaps(const Table& table) {
    std::map<std::string, Sum> sums;
    for (const auto& row : test::fact_rows(table)) {
        if (text(row, 1) == "unallocated") continue;
        const Sum amount = std::get<TableAmount>(row.cells[5]).minor;
        sums[text(row, 0) + " " + text(row, 3) + " " + text(row, 4)] +=
            text(row, 1) == "assets" ? amount : -amount;
    }
    return sums;
}

}  // namespace

TEST_CASE("a balance sheet has what is earned so far and what exchanges came to") {
    const auto book = test::book_of(town);
    const auto table = balance_sheet(book, query_of({"party:h:a"}), {});
    CHECK(facts_of(table) == Lines{"assets | assets:cash | 2018-03-01 | BOB | 25.50",
                                   "assets | assets:cash | 2018-03-01 | USD | 5.00",
                                   "assets | assets:loans | 2018-03-01 | BOB | 40.00",
                                   "equity | equity:opening | 2018-03-01 | BOB | 100.00",
                                   "equity | translation | 2018-03-01 | BOB | -34.50",
                                   "equity | translation | 2018-03-01 | USD | 5.00"});
    CHECK(table.title == "Balance sheet at 2018-03-01: h:a");
}

TEST_CASE("valued, translation is what exchanges have gained since") {
    const auto book = test::book_of(town);
    const auto sheet = [&](When when) {
        return facts_of(balance_sheet(
            book, query_of({"party:h:a"}),
            {.columns = {.valuation = ValuationOptions{.when = when, .currency = "BOB"}}}));
    };
    // 5 USD bought for 34.50 BOB are worth 35.00 on 1 March.
    CHECK(sheet(When::end).back() == "equity | translation | 2018-03-01 | BOB | 0.50");
    CHECK(sheet(When::then).back() == "equity | equity:opening | 2018-03-01 | BOB | 100.00");
}

TEST_CASE("a set's sheet leaves out what its members owe each other") {
    const auto book = test::book_of(town);
    CHECK(facts_of(balance_sheet(book, query_of({"cur:BOB"}), {}))[1] ==
          "equity | equity:opening | 2018-03-01 | BOB | 100.00");
    const auto aggregate = facts_of(balance_sheet(book, {}, {.aggregate = true}));
    CHECK(aggregate[2] == "assets | assets:loans | 2018-03-01 | BOB | 40.00");
    CHECK(aggregate[3] == "liabilities | liabilities:loans | 2018-03-01 | BOB | 40.00");
    CHECK(facts_of(balance_sheet(book, {}, {.by_party = true})).size() == 9);
}

TEST_CASE("a query that takes transactions apart gets a line for what it leaves out") {
    const auto book = test::book_of(town);
    const auto lines = drawn(balance_sheet(book, query_of({"party:h:b", "cash"}), {}));
    CHECK(lines == Lines{"Assets | -", ">>assets:cash | 33.00 BOB", "Total assets | 33.00 BOB",
                         "Liabilities | -", "Total liabilities | 0", "Equity | -",
                         ">>left out by the query | 33.00 BOB", "Total equity | 33.00 BOB",
                         "Liabilities and equity | 33.00 BOB"});
}

TEST_CASE("assets equal liabilities and equity for every party and set, in every valuation") {
    std::vector<std::optional<ValuationOptions>> valuations{
        std::nullopt, ValuationOptions{.when = When::end, .currency = "BOB"},
        ValuationOptions{.when = When::then, .currency = "USD"},
        ValuationOptions{.when = When::date, .date = *parse_date("2018-02-01")}};
    for (unsigned seed = 0; seed < 4; ++seed) {
        test::RandomBook random{seed};
        random.add(160);
        const auto book =
            test::book_of("P 2017-12-05 USD 6.87 BOB\nP 2018-02-20 USD 7.01 BOB\n" + random.text());
        for (const auto& terms : std::vector<std::vector<std::string>>{
                 {}, {"sector:households"}, {"party:h2", "party:b1"}, {"party:s1"}}) {
            for (int shape = 0; shape < 3; ++shape) {
                for (const auto& valuation : valuations) {
                    const auto table = balance_sheet(
                        book, query_of(terms),
                        {.columns = {.interval = Interval::month, .valuation = valuation},
                         .by_party = shape == 1,
                         .aggregate = shape == 2});
                    const auto found = gaps(table);
                    CHECK(found.size() > 3);
                    for (const auto& [key, gap] : found) {
                        INFO(seed << ' ' << shape << ' ' << key);
                        CHECK(gap == 0);
                    }
                    for (const auto& row : test::fact_rows(table)) {
                        CHECK(text(row, 2) != "left out by the query");
                    }
                }
            }
        }
    }
}

TEST_CASE("reversals restore a balance sheet, of one party, each or all, and in any valuation") {
    for (unsigned seed = 41; seed <= 44; ++seed) {
        const test::WithReversals text{seed};
        const std::string prices = "P 2018-01-01 USD 6.90 BOB\nP 2018-03-01 USD 7.00 BOB\n";
        const auto before = test::book_of(text.before + prices);
        const auto after = test::book_of(text.after + prices);
        for (StatementOptions options : {StatementOptions{}, StatementOptions{.by_party = true},
                                         StatementOptions{.aggregate = true}}) {
            for (const bool valued : {false, true}) {
                if (valued) {
                    options.columns.valuation =
                        ValuationOptions{.when = When::end, .currency = "BOB"};
                }
                for (const auto& terms : {Lines{"date:..2019"}, Lines{"date:..2019", "party:h1"},
                                          Lines{"date:..2019", "not:party:o1"}}) {
                    CHECK(facts_of(balance_sheet(after, query_of(terms), options)) ==
                          facts_of(balance_sheet(before, query_of(terms), options)));
                }
            }
        }
    }
}
