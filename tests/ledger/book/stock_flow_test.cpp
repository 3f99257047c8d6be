#include "ledger/book/stock_flow.hpp"

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const char* const two_months =
    "commodity 1.00 BOB\n\n"
    "2018-01-02 a\n  i1:assets:cash  5.00 BOB\n  i1:income:x  -5.00 BOB\n\n"
    "2018-02-03 b\n  i1:assets:cash  7.00 BOB\n  i1:income:x  -7.00 BOB\n";

std::vector<std::string> found(Book& book) {
    std::vector<std::string> sentences;
    for (const auto& failure : book.check({"stock_flow"})) {
        sentences.push_back(failure.explanation);
    }
    return sentences;
}

}  // namespace

TEST_CASE("what an account opens with and what flows is what it closes with") {
    TemporaryBook book;
    book.must_import("a", two_months);
    CHECK(found(*book).empty());
    const Connection plain = plain_connection(book.path());
    plain.execute("UPDATE month_balances SET sum = 750 WHERE sum = 700");
    CHECK(found(*book) ==
          std::vector<std::string>{"`i1:assets:cash` opens 2018-02 with 5.00 BOB, 7.00 BOB flows "
                                   "in it, and it closes with 12.50 BOB"});
    plain.execute("DELETE FROM month_balances WHERE sum = 750");
    CHECK(found(*book) ==
          std::vector<std::string>{"`i1:assets:cash` opens 2018-02 with 5.00 BOB, 7.00 BOB flows "
                                   "in it, and it closes with 5.00 BOB"});
    book->rebuild();
    CHECK(found(*book).empty());
    plain.execute("UPDATE totals SET sum = 1300 WHERE sum = 1200");
    CHECK(found(*book) ==
          std::vector<std::string>{"`i1:assets:cash` closes its last month with 12.00 BOB, and "
                                   "its kept total is 13.00 BOB"});
    plain.execute("DELETE FROM month_balances; DELETE FROM totals");
    CHECK(found(*book).size() == 2);
}
