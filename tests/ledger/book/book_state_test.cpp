#include "ledger/book/book_state.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a write that is given up leaves neither rows nor names behind") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    Book::State state{plain_connection(book.path())};
    {
        const ReadScope read{state};
        CHECK(state.chart.find_account("assets:cash"));
        const ReadScope nested{state};
    }
    CHECK(state.store.connection().autocommit());
    {
        const WriteScope write{state};
        REQUIRE(state.chart.account("x:assets"));
        state.store.put(StateRow{.entries = 99});
    }
    CHECK_FALSE(state.chart.find_account("x:assets"));
    CHECK(state.chart.find_account("assets:cash"));
    CHECK(state.store.state().entries == 1);
    {
        WriteScope write{state};
        state.store.put(StateRow{.entries = 1, .transactions = 1, .locked_until = Date{5}});
        write.commit();
    }
    CHECK(state.store.state().locked_until == Date{5});
}

TEST_CASE("a view of the file stays the same while another writes after it") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    Book::State state{Connection::open(book.path(), Connection::Mode::read, 1000)};
    std::optional<ReadScope> read{std::in_place, state};
    CHECK(state.store.last_seq() == 1);
    const Connection impatient = Connection::open(book.path(), Connection::Mode::write, 1);
    CHECK_THROWS_AS(impatient.execute("UPDATE state SET entries = 1"), StorageError);
    CHECK(state.store.last_seq() == 1);
    read.reset();
    impatient.execute("UPDATE state SET entries = 1");
}

TEST_CASE("kinds that a book declares are known to it without their file") {
    TemporaryBook book;
    Book::State state{Connection::open(book.path(), Connection::Mode::read, 1000)};
    const ReadScope read{state};
    CHECK(state.kinds_with(KindTable::standard()).all().size() ==
          KindTable::standard().all().size());
}
