#include "ledger/statements/closing_entries.hpp"

#include <catch2/catch.hpp>

#include "ledger/balance_rule.hpp"
#include "ledger/statements/account_sums.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"

using namespace cellbook;

namespace {

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

/// The entries as journal text.
std::string closing_text(const EntrySource& book, const std::vector<std::string>& terms,
                         const char* date) {
    Chart chart = book.chart();
    std::string text;
    const auto entries = closing_entries(book, query_of(terms), {.date = *parse_date(date)}, chart);
    for (const auto& entry : entries) {
        const auto transaction = BalanceRule{chart}.balance(entry);
        REQUIRE(transaction);
        text += to_journal_text(*transaction, chart, {.ids = false, .declarations = false}) + "\n";
    }
    return text;
}

Sum sum_of(const EntrySource& book, const std::vector<std::string>& terms) {
    const AccountSums sums = sum_postings(book, query_of(terms), {});
    Sum sum = 0;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        for (const auto& entry : sums.of(AccountId{i})) sum += entry.second;
    }
    return sum;
}

const std::string town = R"(
2018-03-01 a sale, some of it given back
    a:assets:cash        8 B
    a:income:sales     -10 B
    a:income:refunds     2 B

2018-03-02 in another commodity
    a:expenses:rent     50 C
    a:assets:cash      -50 C

2018-03-03 nothing left of it
    b:expenses:rent      5 B
    b:income:rent       -5 B

2018-03-04 no matter of income
    c:assets:cash        5 B
    c:equity:opening    -5 B
)";

}  // namespace

TEST_CASE("every account is closed in its own commodity, a party an entry") {
    const auto book = test::book_of(town);
    CHECK(closing_text(book, {}, "2018-12-31") ==
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    a:expenses:rent             -50 C\n"
          "    a:income:refunds             -2 B\n"
          "    a:income:sales               10 B\n"
          "    a:equity:retained earnings   -8 B\n"
          "    a:equity:retained earnings   50 C\n"
          "\n"
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    b:expenses:rent             -5 B\n"
          "    b:income:rent                5 B\n"
          "    b:equity:retained earnings   0 B\n"
          "\n");
    CHECK(closing_text(book, {"party:a", "cur:C"}, "2018-12-31") ==
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    a:expenses:rent             -50 C\n"
          "    a:equity:retained earnings   50 C\n"
          "\n");
}

TEST_CASE("closing again closes what has come since") {
    const std::string closed =
        town + closing_text(test::book_of(town), {"date:2018"}, "2018-12-31") + R"(
2018-06-01 late
    a:expenses:rent     7 B
    a:assets:cash      -7 B
)";
    const auto book = test::book_of(closed);
    CHECK(closing_text(book, {"date:2018"}, "2018-12-31") ==
          "2018-12-31 income and expenses closed\n"
          "    ; kind:closing\n"
          "    a:expenses:rent             -7 B\n"
          "    a:equity:retained earnings   7 B\n"
          "\n");
}

TEST_CASE("closing entries and their reversals are found within dates") {
    std::string text = closing_text(test::book_of(town), {}, "2018-12-31");
    text.replace(text.find("kind:closing"), 12, "kind:closing, id:c1");
    const auto book = test::book_of(town + text + R"(
2019-01-02 closed too early  ; kind:closing, reverses:c1, reason:early
    a:expenses:rent               50 C
    a:income:refunds               2 B
    a:income:sales               -10 B
    a:equity:retained earnings     8 B
    a:equity:retained earnings   -50 C

2019-01-03 no closing entry
    a:equity:opening               1 B
    a:equity:retained earnings    -1 B
)");
    const auto count = [&](const DateRange& dates) {
        int entries = 0;
        for_each_closing_entry(book, dates, [&](const Transaction& transaction) {
            CHECK(is_closing(*transaction, book.chart()));
            ++entries;
        });
        return entries;
    };
    CHECK(count({}) == 3);
    CHECK(count({.end = *parse_date("2019-01-01")}) == 2);
    CHECK(count({.begin = *parse_date("2019-01-01")}) == 1);
    CHECK(count({.begin = *parse_date("2019-01-03")}) == 0);
    for_each_closing_entry(test::book_of(town), {}, [](const Transaction&) { CHECK(false); });
}

TEST_CASE("in random books nothing is left on income and expenses, and all is in equity") {
    int left = 0;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(80);
        const auto open = test::book_of(drawn.text());
        const std::string text = closing_text(open, {"date:2018-02"}, "2018-02-28");
        const auto closed = test::book_of(drawn.text() + text);
        for (const auto* commodity : {"cur:BOB", "cur:USD"}) {
            INFO(seed << ' ' << commodity);
            const Sum result = sum_of(open, {"income", "expenses", "date:2018-02", commodity});
            left += result != 0 ? 1 : 0;
            CHECK(sum_of(closed, {"income", "expenses", "date:2018-02", commodity}) == 0);
            CHECK(sum_of(closed, {"retained earnings", commodity}) == result);
            CHECK(sum_of(closed, {"assets", commodity}) == sum_of(open, {"assets", commodity}));
        }
    }
    CHECK(left > 8);
}
