#include "ledger/book/replay.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/entry_ids.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a replay follows a chain with names of its own and finds what it reverses") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00") + found("2018-01-01", "1.00") +
                              found("2018-01-02", "3.00", "x", "id:x"));
    const Date day = *parse_date("2018-02-01");
    REQUIRE(book->reverse("x", "no", day, day).ok());
    Store store{Connection::open(book.path(), Connection::Mode::read, 1000)};
    Replay replay;
    store.for_each_entry(1, [&](std::int64_t seq, std::string_view body, std::string_view) {
        const auto entry = replay.read(seq, body);
        REQUIRE(entry);
        replay.add(seq, *entry);
        CHECK(replay.reversed() == (seq == 4 ? std::optional<std::int64_t>{3} : std::nullopt));
        return true;
    });
    CHECK(replay.derived().state() == store.state());
    CHECK(replay.derived().find_id(place_of_id("x")) == std::vector<std::int64_t>{3});
    const std::string first = (*book->find_transaction("x"))->id;
    CHECK(first == "x");
    CHECK(replay.names().accounts.count() == 2);
}

TEST_CASE("a journal that cannot be read is not rebuilt from") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    plain_connection(book.path())
        .execute("DROP TRIGGER journal_is_never_changed; UPDATE journal SET body = 'x'");
    CHECK_THROWS_AS(book->rebuild(), StorageError);
}
