#include "ledger/book/table_comparison.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/migration.hpp"

using namespace cellbook;

namespace {

Connection with(const std::string& rows) {
    Connection connection = Connection::in_memory();
    migrate(connection);
    connection.execute(rows);
    return connection;
}

}  // namespace

TEST_CASE("rows that differ, are missing or too many are told by table and key") {
    const Connection kept = with(
        "INSERT INTO words VALUES (0, 'a'), (1, 'b'), (3, 'd');"
        "INSERT INTO totals VALUES (0, 0, 5)");
    const Connection wanted = with(
        "INSERT INTO words VALUES (0, 'a'), (1, 'x'), (2, 'c');"
        "INSERT INTO totals VALUES (0, 0, 5)");
    CHECK(differing_rows(kept, wanted) ==
          std::vector<std::string>{
              "table words: row number 1 has text b; the journal makes text x",
              "table words: row number 2 is missing",
              "table words: row number 3 is kept, and nothing in the journal makes it"});
    CHECK(differing_rows(kept, kept).empty());
}

TEST_CASE("a number kept as text is not the number") {
    CHECK(differing_rows(with("INSERT INTO totals VALUES (0, 0, '5')"),
                         with("INSERT INTO totals VALUES (0, 0, 5)"))
              .size() == 1);
}

TEST_CASE("of a table that differs everywhere some rows are told") {
    std::string rows = "INSERT INTO words VALUES (0, 'a')";
    for (int i = 1; i < 100; ++i) rows += ", (" + std::to_string(i) + ", 'w')";
    CHECK(differing_rows(with(rows), with("")).size() == 20);
}
