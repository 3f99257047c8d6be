#include "ledger/book/migration.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("migrations are applied once, each raising the version by one") {
    const Connection connection = Connection::in_memory();
    CHECK_FALSE(migrate(connection));  // new: nothing to rebuild
    const auto newest = static_cast<std::int64_t>(book_migrations().size());
    CHECK(connection.integer("PRAGMA user_version") == newest);
    CHECK(connection.integer("PRAGMA application_id") == book_application_id);
    const auto objects = connection.integer("SELECT count(*) FROM sqlite_schema");
    CHECK_FALSE(migrate(connection));
    CHECK(connection.integer("SELECT count(*) FROM sqlite_schema") == objects);
}

TEST_CASE("an older schema is told to be rebuilt, and keeps its journal") {
    const Connection connection = Connection::in_memory();
    connection.execute(std::string{book_migrations()[0]});
    connection.execute("PRAGMA user_version = 1; INSERT INTO journal VALUES (1, '[]', x'00')");
    CHECK(migrate(connection));
    CHECK(connection.integer("SELECT count(*) FROM journal WHERE body = '[]'") == 1);
    CHECK(connection.integer("SELECT count(*) FROM v_balances") == 0);
}

TEST_CASE("every older schema is brought to the newest, its views made anew") {
    const Connection fresh = Connection::in_memory();
    migrate(fresh);
    for (std::size_t version = 1; version < book_migrations().size(); ++version) {
        INFO(version);
        const Connection connection = Connection::in_memory();
        for (std::size_t i = 0; i < version; ++i) {
            connection.execute(std::string{book_migrations()[i]});
        }
        connection.execute(
            "CREATE VIEW v_balances AS SELECT 1 AS old;"
            "PRAGMA user_version = " +
            std::to_string(version));
        CHECK(migrate(connection));
        const char* const objects =
            "SELECT group_concat(sql, ';') FROM"
            " (SELECT sql FROM sqlite_schema ORDER BY type, name)";
        Statement wanted = fresh.prepare(objects);
        Statement made = connection.prepare(objects);
        REQUIRE((wanted.step() && made.step()));
        CHECK(made.text(0) == wanted.text(0));
    }
}

TEST_CASE("no migration touches the journal's rows") {
    for (std::size_t i = 1; i < book_migrations().size(); ++i) {
        const std::string_view text = book_migrations()[i];
        for (const auto* writes : {"UPDATE journal", "DELETE FROM journal", "INTO journal",
                                   "TABLE journal", "DROP TRIGGER journal"}) {
            INFO(writes);
            CHECK(text.find(writes) == std::string_view::npos);
        }
    }
}

TEST_CASE("minor units become decimal text in the views") {
    const Connection connection = Connection::in_memory();
    connection.execute("CREATE TABLE amounts (minor, scale, unit)");
    struct Case {
        const char* minor;
        const char* scale;
        const char* unit;
        const char* text;
    };
    for (const auto& [minor, scale, unit, text] :
         {Case{"30000", "2", "100", "300.00"}, Case{"-5", "2", "100", "-0.05"},
          Case{"-105", "2", "100", "-1.05"}, Case{"0", "2", "100", "0.00"},
          Case{"7", "0", "1", "7"}, Case{"-7", "0", "1", "-7"}, Case{"12", "3", "1000", "0.012"},
          Case{"9223372036854775807", "2", "100", "92233720368547758.07"},
          Case{"NULL", "2", "100", "nothing"}}) {
        INFO(minor);
        connection.execute("DELETE FROM amounts; INSERT INTO amounts VALUES (" +
                           std::string{minor} + ", " + scale + ", " + unit + ")");
        Statement row =
            connection.prepare(with_decimal_text("SELECT coalesce(decimal_text(coalesce(a.minor, "
                                                 "NULL), a), 'nothing') -- decimal_text(\n"
                                                 " FROM amounts AS a"));
        REQUIRE(row.step());
        CHECK(row.text(0) == text);
    }
}
