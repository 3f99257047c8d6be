#include "ledger/book/connection.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("values bound to a statement come back as they were") {
    const Connection connection = Connection::in_memory();
    connection.execute("CREATE TABLE t (a, b, c, d)");
    const std::string zeros("a\0b", 3);
    connection.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4)")
        .bind(1, INT64_MIN)
        .bind(2, std::string_view{zeros})
        .bind_blob(3, "")
        .bind(4, std::optional<std::int64_t>{})
        .run();
    Statement row = connection.prepare("SELECT * FROM t");
    REQUIRE(row.step());
    CHECK(row.is_integer(0));
    CHECK(row.integer(0) == INT64_MIN);
    CHECK(row.text(1) == zeros);
    CHECK(row.blob(2).empty());
    CHECK_FALSE(row.is_null(2));
    CHECK(row.is_null(3));
    CHECK_FALSE(row.optional_integer(3));
    CHECK(row.column_count() == 4);
    CHECK(row.column_name(1) == "b");
    CHECK_FALSE(row.step());
}

TEST_CASE("what SQLite says is put in plain words that name the file") {
    const auto words = [](int result) {
        return std::string{storage_error(result, "my.cellbook", "d").what()};
    };
    CHECK(words(SQLITE_FULL).find("the disk is full, so my.cellbook stays as it was") == 0);
    CHECK(words(SQLITE_READONLY_DIRECTORY).find("my.cellbook cannot be written") == 0);
    CHECK(words(SQLITE_IOERR_WRITE).find("the disk failed") == 0);
    CHECK(words(SQLITE_CORRUPT).find("my.cellbook is damaged") == 0);
    CHECK(words(SQLITE_NOTADB).find("my.cellbook is not a book") == 0);
    CHECK(words(SQLITE_BUSY).find("my.cellbook is in use") == 0);
    CHECK(words(SQLITE_NOMEM).find("not enough memory") == 0);
    CHECK(words(SQLITE_CANTOPEN).find("cannot open my.cellbook") == 0);
    CHECK(words(SQLITE_ERROR).find("cannot work on my.cellbook") == 0);
}

TEST_CASE("a reader writes nothing, and a writer syncs all") {
    TemporaryBook book;
    const Connection reader = Connection::open(book.path(), Connection::Mode::read, 100);
    CHECK_THROWS_AS(reader.execute("DELETE FROM state"), StorageError);
    const Connection writer = plain_connection(book.path());
    CHECK(writer.integer("PRAGMA synchronous") == 3);
    CHECK(writer.integer("PRAGMA foreign_keys") == 1);
    Statement mode = writer.prepare("PRAGMA journal_mode");
    REQUIRE(mode.step());
    CHECK(mode.text(0) == "delete");
    CHECK_THROWS_AS(writer.execute("nonsense"), StorageError);
    CHECK_THROWS_AS(writer.prepare("SELECT * FROM nothing"), StorageError);
    CHECK(writer.autocommit());
}
