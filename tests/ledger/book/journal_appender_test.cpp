#include "ledger/book/journal_appender.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// The last hash of a journal of `count` bodies.
Hash appended(int count, bool threaded) {
    const TemporaryBook book;
    Store store{plain_connection(book.path())};
    store.begin_write();
    JournalAppender appender{store, 0, threaded};
    for (int i = 0; i < count; ++i) {
        appender.append("[" + std::string(static_cast<std::size_t>(i % 500), '1') + "]");
    }
    appender.settle();
    CHECK(store.last_seq() == count);
    const Hash hash = store.last_hash();
    store.rollback();
    return hash;
}

}  // namespace

TEST_CASE("entries are linked in order, whichever thread appends them") {
    Hash expected = first_hash();
    Sha256 sha;
    for (int i = 0; i < 3000; ++i) {
        expected =
            sha.link(expected, "[" + std::string(static_cast<std::size_t>(i % 500), '1') + "]");
    }
    CHECK(appended(3000, false) == expected);
    CHECK(appended(3000, true) == expected);
}

TEST_CASE("an entry that cannot be inserted is told of, at the latest when settled") {
    const TemporaryBook book;
    Store store{plain_connection(book.path())};
    store.connection().execute(
        "CREATE TABLE full (only INTEGER PRIMARY KEY) STRICT; PRAGMA max_page_count = 60");
    store.begin_write();
    JournalAppender appender{store, 0, true};
    const auto append_much = [&] {
        for (int i = 0; i < 1000; ++i) appender.append(std::string(4000, '1'));
        appender.settle();
    };
    CHECK_THROWS_AS(append_much(), StorageError);
    store.rollback();
}
