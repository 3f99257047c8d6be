#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("rebuild makes the derived tables anew, to the same balances") {
    const Town town;
    town.print({"init", "@town.book"});
    town.print({"import", "-f", "@town.book", "@week.journal"});
    const std::string before = town.print({"bal", "-f", "@town.book"});
    CHECK(town.print({"rebuild", "-f", "@town.book"}).empty());
    CHECK(town.print({"bal", "-f", "@town.book"}) == before);
    CHECK(town.print({"check", "-f", "@town.book"}).empty());
    CHECK(town.run({"rebuild", "-f", "@week.journal"}).code == 1);
}
