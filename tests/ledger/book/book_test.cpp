#include "ledger/book/book.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "ledger/book/connection.hpp"
#include "ledger/book/memory_book.hpp"
#include "ledger/book/migration.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::string one(const Book& book, std::string_view statement) {
    const auto result = book.sql(statement, 10'000);
    if (!result) return to_string(result.error());
    return result->rows.at(0).at(0).value_or("NULL");
}

}  // namespace

TEST_CASE("a book is a SQLite file with an application id of its own, made once") {
    TemporaryBook book;
    CHECK(Book::is_book(book.path()));
    CHECK(plain_connection(book.path()).integer("PRAGMA application_id") == 0x63626b31);
    CHECK(plain_connection(book.path()).integer("PRAGMA user_version") ==
          static_cast<std::int64_t>(book_migrations().size()));
    CHECK(book->digest() == first_hash());
    const auto again = Book::create(book.path());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == DiagnosticCode::book_exists);
}

TEST_CASE("what is not a book is told apart") {
    TemporaryFolder folder;
    CHECK(Book::open(folder / "absent").error().code == DiagnosticCode::file_unreadable);
    std::ofstream{folder / "text"} << std::string(200, 'x');
    CHECK(Book::open(folder / "text").error().code == DiagnosticCode::not_a_book);
    {
        const auto other = Connection::open(folder / "other", Connection::Mode::create, 100);
        other.execute("CREATE TABLE t (x)");
    }
    CHECK_FALSE(Book::is_book(folder / "other"));
    CHECK(Book::open(folder / "other").error().code == DiagnosticCode::not_a_book);
}

TEST_CASE("a book of a newer schema is left alone") {
    TemporaryBook book;
    plain_connection(book.path()).execute("PRAGMA user_version = 99");
    const auto opened = Book::open(book.path(), {.writable = true});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == DiagnosticCode::book_too_new);
}

TEST_CASE("a book and a journal in memory hold the same entries and have the same digest") {
    const std::string text = "; party: inmates:i1  sector:households\n" +
                             found("2018-02-01", "5.00") + found("2018-01-01", "7.00") +
                             found("2018-01-01", "7.00", "found", "id:x1");
    TemporaryBook book;
    book.must_import("a.journal", text);
    MemoryBook memory;
    MemoryFiles files{{{"a.journal", text}}};
    REQUIRE(memory.read(files, {"a.journal"}, {}, KindTable::standard()).ok());
    CHECK(to_hex(book->digest()) == to_hex(memory.digest()));
    CHECK(book->check().empty());

    const auto reopened = Book::open(book.path());
    REQUIRE(reopened);
    CHECK(reopened->digest() == memory.digest());
    CHECK(reopened->transaction_count() == 3);
    CHECK(reopened->entry_count() == 4);
    CHECK(reopened->chart()[reopened->chart().find_party("inmates:i1")].sector ==
          Sector::households);
}

TEST_CASE("the database itself keeps the journal append-only, on any connection") {
    TemporaryBook book;
    book.must_import("a.journal", found("2018-01-01", "1.00") + found("2018-01-02", "2.00"));
    const Hash digest = book->digest();
    const auto refused = [&](const std::string& statement) {
        for (const char* recursive :
             {"PRAGMA recursive_triggers = OFF", "PRAGMA recursive_triggers = ON"}) {
            const Connection plain = plain_connection(book.path());
            plain.execute(recursive);
            INFO(recursive << "; " << statement);
            CHECK_THROWS_AS(plain.execute(statement), StorageError);
        }
    };
    refused("UPDATE journal SET body = '[]' WHERE seq = 1");
    refused("UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 1");
    refused("UPDATE journal SET rowid = 9 WHERE seq = 2");
    refused("DELETE FROM journal WHERE seq = 2");
    refused("DELETE FROM journal");
    refused("INSERT OR REPLACE INTO journal VALUES (1, '[]', x'00')");
    refused("REPLACE INTO journal VALUES (2, '[]', x'00')");
    refused("INSERT OR IGNORE INTO journal VALUES (2, '[]', x'00')");
    refused("INSERT INTO journal VALUES (2, '[]', x'00') ON CONFLICT DO UPDATE SET body = '[]'");
    refused("INSERT INTO journal VALUES (4, '[]', x'00')");
    refused("INSERT INTO journal (body, hash) VALUES ('[]', x'00')");
    refused("INSERT INTO journal VALUES (-1, '[]', x'00')");
    CHECK(book->digest() == digest);
    CHECK(book->check().empty());
}

TEST_CASE("derived rows are made anew from the journal, and are the same") {
    TemporaryBook book;
    book.must_import("a.journal", found("2018-01-01", "1.00") + found("2018-02-02", "2.00"));
    plain_connection(book.path()).execute("DELETE FROM totals; UPDATE month_balances SET sum = 7");
    CHECK_FALSE(book->check({"derived_tables"}).empty());
    book->rebuild();
    CHECK(book->check().empty());
    CHECK(one(*book, "SELECT count(*) FROM totals") == "2");
    CHECK_THROWS_AS(book->rebuild([](std::int64_t, std::int64_t) { return false; }), StorageError);
}

TEST_CASE("an older book is brought up to date when it is opened for writing") {
    TemporaryBook book;
    book.must_import("a.journal", found("2018-01-01", "1.00"));
    const Hash digest = book->digest();
    {
        // As the first version of the schema left it: the journal and its guards alone.
        const Connection plain = plain_connection(book.path());
        plain.execute("PRAGMA foreign_keys = OFF");
        for (const char* table :
             {"reversals", "assertions", "declarations", "days", "account_months", "totals",
              "month_balances", "ids", "words", "commodities", "accounts", "parties", "state"}) {
            plain.execute("DROP TABLE " + std::string{table});
        }
        Statement views = plain.prepare(
            "SELECT group_concat('DROP VIEW ' || name, ';') FROM"
            " sqlite_schema WHERE type = 'view'");
        REQUIRE(views.step());
        const std::string drop{views.text(0)};
        views.reset();
        plain.execute(drop + "; PRAGMA user_version = 1");
    }
    CHECK(Book::open(book.path()).error().code == DiagnosticCode::book_too_old);
    auto opened = Book::open(book.path(), {.writable = true});
    REQUIRE(opened);
    CHECK(opened->digest() == digest);
    CHECK(opened->check().empty());
}
