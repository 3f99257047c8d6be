#include "ledger/statements/identities.hpp"

#include <set>

#include "tests/ledger/book/temporary_book.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::set<std::string> failing(const EntrySource& source) {
    std::set<std::string> checks;
    for (const auto& failure : check_identities(source, {})) {
        CHECK_FALSE(failure.explanation.empty());
        checks.insert(failure.check);
    }
    return checks;
}

const char* const town = R"(
commodity 1.00 BOB
commodity 1.00 USD

2018-01-02 rent
    i1:expenses:rent       30.00 BOB
    i1:assets:cash        -30.00 BOB
    i2:assets:cash         30.00 BOB
    i2:income:rent        -30.00 BOB

2018-02-03 dollars, bought with what was owed
    i1:assets:cash          5.00 USD @ 7.00 BOB
    i1:liabilities:loans  -35.00 BOB

2018-12-31 closed  ; kind:closing
    i1:expenses:rent      -30.00 BOB
    i1:equity:retained earnings
)";

}  // namespace

TEST_CASE("the statements of random books fulfil their identities") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        RandomBook drawn{seed};
        drawn.add(150);
        for (std::size_t i = 0; i < 150; i += 4) drawn.reverse(i);
        INFO(seed);
        CHECK(failing(book_of(drawn.text())).empty());
    }
    CHECK(failing(book_of(town)).empty());
}

TEST_CASE("each identity finds a damaged book") {
    struct Damage {
        const char* check;
        const char* statement;
        const char* sentence;
    };
    for (const auto& [check, statement, sentence] : {
             Damage{
                 "balance_sheet", "UPDATE totals SET sum = sum + 1 WHERE sum = 500",
                 "the books of `i1` do not balance: all accounts together stand at 5.01 USD, and "
                 "exchanges at cost leave 5.00 USD"},
             Damage{"net_income",
                    "UPDATE month_balances SET sum = -3100 WHERE sum = -3000 AND "
                    "account = (SELECT number FROM accounts WHERE class = 'income')",
                    "the books of `i2`: in 2018-01 retained earnings changed by 31.00 BOB, and net "
                    "income was 30.00 BOB"},
             Damage{"cash_flow", "UPDATE month_balances SET sum = 600 WHERE sum = 500",
                    "the books of `i1`: in 2018-02 cash changed by 6.00 USD, and what it was given "
                    "for comes to 5.00 USD"},
         }) {
        INFO(check);
        TemporaryBook book;
        book.must_import("a", town);
        CHECK(failing(*book).empty());
        plain_connection(book.path()).execute(statement);
        CHECK(failing(*book) == std::set<std::string>{check});
        const auto failures = check_identities(*book, {check});
        REQUIRE(failures.size() == 1);
        CHECK(failures.front().explanation == sentence);
        CHECK(check_identities(*book, {"hash_chain"}).empty());
    }
}

TEST_CASE("a closing entry that moves anything but income and expenses is found") {
    const auto book = book_of(
        "2018-01-02 rent\n  i1:expenses:rent  3 B\n  i1:assets:cash  -3 B\n\n"
        "2018-12-31 closed to the wrong account  ; kind:closing\n"
        "  i1:expenses:rent  -3 B\n  i1:equity:capital  3 B\n");
    const auto failures = check_identities(book, {"net_income"});
    REQUIRE(failures.size() == 1);
    CHECK(failures.front().explanation ==
          "the books of `i1`: in 2018-12 retained earnings changed by 3 B, and net income was 0 B");
}
