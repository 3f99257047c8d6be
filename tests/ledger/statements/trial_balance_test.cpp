#include "ledger/statements/trial_balance.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string town = R"(
commodity 1.00 BOB
commodity 1.00 USD

2018-01-31 opening
    i1:assets:cash       100.00 BOB
    i1:equity:opening   -100.00 BOB

2018-02-10 bread
    i1:expenses:food      12.50 BOB
    i1:assets:cash       -12.50 BOB

2018-02-11 some of it back
    i1:assets:cash         2.50 BOB
    i1:expenses:food      -2.50 BOB

2018-02-12 change
    i1:assets:cash         5.00 USD @ 6.90 BOB
    i1:assets:cash       -34.50 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

}  // namespace

TEST_CASE("a trial balance has what opened, what was debited and credited, and what closes") {
    const auto book = test::book_of(town);
    CHECK(facts_of(trial_balance(book, query_of({"date:2018-02"}), {})) ==
          Lines{"i1:assets:cash | BOB | 100.00 | 2.50 | 47.00 | 55.50",
                "i1:assets:cash | USD | 0.00 | 5.00 | 0.00 | 5.00",
                "i1:equity:opening | BOB | -100.00 | 0.00 | 0.00 | -100.00",
                "i1:expenses:food | BOB | 0.00 | 12.50 | 2.50 | 10.00"});
}

TEST_CASE("a whole trial balance sums to zero in each commodity, exchanges set beside it") {
    const auto book = test::book_of(town);
    const auto lines = drawn(trial_balance(book, query_of({"date:2018-02"}), {}));
    REQUIRE(lines.size() == 8);
    CHECK(lines[4] == "exchanged at cost | BOB | 0.00 | 34.50 | 0.00 | 34.50");
    CHECK(lines[5] == "exchanged at cost | USD | 0.00 | 0.00 | 5.00 | -5.00");
    CHECK(lines[6] == "total | BOB | 0.00 | 49.50 | 49.50 | 0.00");
    CHECK(lines[7] == "total | USD | 0.00 | 5.00 | 5.00 | 0.00");
}

TEST_CASE("without a beginning nothing opens, and depth adds up") {
    const auto book = test::book_of(town);
    CHECK(facts_of(trial_balance(book, query_of({"cur:BOB"}), {.depth = 1})) ==
          Lines{"i1 | BOB | 0.00 | 115.00 | 149.50 | -34.50"});
}

TEST_CASE("a book without exchanges has no line for them") {
    const auto book = test::book_of("2018-01-01 a\n  assets:x  5 B\n  income:y\n");
    CHECK(drawn(trial_balance(book, {}, {})) == Lines{"assets:x | B | 0 | 5 | 0 | 5",
                                                      "income:y | B | 0 | 0 | 5 | -5",
                                                      "total | B | 0 | 5 | 5 | 0"});
}

TEST_CASE("a trial balance of one commodity has that one's exchanges alone, and sums to zero") {
    const auto book = test::book_of(town);
    CHECK(drawn(trial_balance(book, query_of({"cur:USD", "date:2018-02"}), {})) ==
          Lines{"i1:assets:cash | USD | 0.00 | 5.00 | 0.00 | 5.00",
                "exchanged at cost | USD | 0.00 | 0.00 | 5.00 | -5.00",
                "total | USD | 0.00 | 5.00 | 5.00 | 0.00"});
    const auto lines = drawn(trial_balance(book, query_of({"cur:BOB", "date:2018-02"}), {}));
    REQUIRE(lines.size() == 5);
    CHECK(lines[3] == "exchanged at cost | BOB | 0.00 | 34.50 | 0.00 | 34.50");
    CHECK(lines[4] == "total | BOB | 0.00 | 49.50 | 49.50 | 0.00");
}

TEST_CASE("openings by kept balances are those of the stream") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        test::RandomBook random{seed};
        random.add(120);
        const auto book = test::book_of(random.text());
        for (const auto& terms : std::vector<Lines>{{},
                                                    {"sector:households"},
                                                    {"cur:USD"},
                                                    {"party:h1", "cur:BOB"},
                                                    {"assets:cash"},
                                                    {"not:acct:cash", "cur:BOB"}}) {
            for (const auto* dates : {"date:2018-02", "date:2018-01-17..2018-03-09"}) {
                auto kept = terms;
                kept.emplace_back(dates);
                // A term that every transaction fulfils, so that the stream alone can tell.
                auto streamed = kept;
                streamed.emplace_back("desc:x");
                INFO(seed << ' ' << (terms.empty() ? "" : terms.front()) << ' ' << dates);
                REQUIRE(query_of(kept).kept_balances_suffice());
                const auto facts = facts_of(trial_balance(book, query_of(kept), {}));
                CHECK(facts == facts_of(trial_balance(book, query_of(streamed), {})));
                if (terms.empty() || terms.front().starts_with("sector")) {
                    CHECK(drawn(trial_balance(book, query_of(kept), {})) ==
                          drawn(trial_balance(book, query_of(streamed), {})));
                }
            }
        }
    }
}

TEST_CASE("reversals restore what a trial balance closes with") {
    for (unsigned seed = 51; seed <= 54; ++seed) {
        const test::WithReversals text{seed};
        const auto closing = [](const std::string& journal) {
            std::map<std::string, Int128> lines;
            const auto book = test::book_of(journal);
            for (const Row& row : trial_balance(book, query_of({"date:2018"}), {}).rows) {
                if (row.role != Row::Role::fact) continue;
                const auto& amount = std::get<TableAmount>(row.cells.back());
                const auto& account = std::get<std::string>(row.cells.front());
                if (amount.minor != 0) lines[account + ' ' + amount.commodity] = amount.minor;
            }
            return lines;
        };
        const auto after = closing(text.after);
        CHECK_FALSE(after.empty());
        CHECK(after == closing(text.before));
    }
}
