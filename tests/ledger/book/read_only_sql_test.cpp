#include "ledger/book/read_only_sql.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/migration.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Code = DiagnosticCode;

}  // namespace

TEST_CASE("one statement that reads gives columns and rows, NULL told from empty") {
    TemporaryBook book;
    const auto result =
        book->sql("SELECT 1 AS a, NULL AS b, '' AS c, x'4142' AS d -- and so on\n;", 1000);
    REQUIRE(result);
    CHECK(result->columns == std::vector<std::string>{"a", "b", "c", "d"});
    REQUIRE(result->rows.size() == 1);
    CHECK(result->rows[0] == std::vector<std::optional<std::string>>{"1", std::nullopt, "", "AB"});
    CHECK(book->sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)"
                    " SELECT sum(i) FROM n",
                    1000)
              ->rows[0][0] == "15");
    CHECK(book->sql("EXPLAIN QUERY PLAN SELECT * FROM v_balances", 1000));
    CHECK(book->sql("PRAGMA table_info(journal)", 1000)->rows.size() == 3);
    CHECK(book->sql("PRAGMA user_version", 1000)->rows[0][0] ==
          std::to_string(book_migrations().size()));
}

TEST_CASE("what does not only read is refused by name") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    const Hash digest = book->digest();
    for (const char* statement : {"INSERT INTO journal VALUES (2, '', x'')",
                                  "UPDATE totals SET sum = 1",
                                  "DELETE FROM totals",
                                  "DROP TABLE totals",
                                  "CREATE TABLE t (x)",
                                  "CREATE TEMP TABLE t (x)",
                                  "ATTACH '/tmp/cellbook-attached' AS other",
                                  "DETACH main",
                                  "PRAGMA query_only = OFF",
                                  "PRAGMA journal_mode = WAL",
                                  "PRAGMA user_version = 1",
                                  "PRAGMA writable_schema = ON",
                                  "PRAGMA wal_checkpoint",
                                  "VACUUM",
                                  "VACUUM INTO 'x'",
                                  "REINDEX",
                                  "ANALYZE",
                                  "BEGIN",
                                  "COMMIT",
                                  "SAVEPOINT s",
                                  "SELECT 1; SELECT 2",
                                  "SELECT load_extension('x')",
                                  "",
                                  "-- nothing"}) {
        INFO(statement);
        const auto result = book->sql(statement, 1000);
        REQUIRE_FALSE(result);
        const Code code = result.error().code;
        // load_extension is not even known to a connection that may not load extensions
        CHECK((code == Code::sql_refused || code == Code::sql_failed));
        if (std::string_view{statement}.find("load_extension") == std::string_view::npos) {
            CHECK(code == Code::sql_refused);
        }
    }
    CHECK(book->digest() == digest);
    CHECK(book->check().empty());
    // The book can be written to again: nothing is left in force.
    CHECK(book.import("b", found("2018-01-02", "1.00")).ok());
}

TEST_CASE("mistakes are told in SQLite's words") {
    TemporaryBook book;
    const auto result = book->sql("SELECT absent FROM v_balances", 1000);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::sql_failed);
    CHECK(result.error().explanation == "no such column: absent");
    CHECK(book->sql("SELECT json_extract('x', '$')", 1000).error().code == Code::sql_failed);
}

TEST_CASE("a statement that takes too long is stopped") {
    TemporaryBook book;
    const auto result = book->sql(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        50);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::sql_out_of_time);
}
