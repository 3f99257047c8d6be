#include "ledger/book/assertion_audit.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::vector<AssertionFailure> failures_of(const std::filesystem::path& path) {
    Store store{Connection::open(path, Connection::Mode::read, 1000)};
    Replay replay;
    store.for_each_entry(1, [&](std::int64_t seq, std::string_view body, std::string_view) {
        const auto entry = replay.read(seq, body);
        REQUIRE(entry);
        replay.add(seq, *entry);
        return true;
    });
    return failed_assertions(store, replay);
}

}  // namespace

TEST_CASE("assertions are proven by date, across months and below accounts") {
    TemporaryBook book;
    book.must_import("a",
                     "2018-03-01 later\n    assets:cash:box  5 BOB\n    income:found\n\n"
                     "2018-03-02 all\n    assets:cash  1 BOB =* 9 BOB\n    income:found\n\n"
                     "2018-01-01 early  ; id:early\n    assets:cash  3 BOB = 3 BOB\n"
                     "    income:found\n");
    CHECK(failures_of(book.path()).empty());

    const Connection plain = plain_connection(book.path());
    plain.execute(
        "DROP TRIGGER journal_is_never_changed; UPDATE journal SET body ="
        " replace(replace(body, '0,300,{', '0,400,{'), '-300', '-400')"
        " WHERE body ->> '$[4]' = 'early'");
    const auto failures = failures_of(book.path());
    REQUIRE(failures.size() == 2);
    CHECK(failures[0].id == "early");
    CHECK(failures[0].explanation ==
          "`assets:cash` stands at 4.00 BOB, not at 3.00 BOB as asserted");
    CHECK(failures[1].explanation.find("10.00 BOB, not at 9.00 BOB") != std::string::npos);
}

TEST_CASE("the assertion of a reversed transaction says nothing any more") {
    TemporaryBook book;
    book.must_import("a", "2018-01-01 x  ; id:x\n    assets:cash  3 BOB = 3 BOB\n    income:y\n");
    const Date day = *parse_date("2018-01-01");
    REQUIRE(book->reverse("x", "wrong", day, day).ok());
    CHECK(book.import("b", found("2017-01-01", "4.00")).ok());
    CHECK(failures_of(book.path()).empty());
}
