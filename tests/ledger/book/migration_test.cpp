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
