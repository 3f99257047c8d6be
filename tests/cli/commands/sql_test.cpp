#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("sql reads a book and changes nothing") {
    const Town town;
    town.print({"init", "@town.book"});
    town.print({"import", "-f", "@town.book", "@week.journal"});
    CHECK(town.print({"sql", "-f", "@town.book", "select 1 as one, null as none, 'a,b' as text",
                      "-O", "csv"}) == "one,none,text\n1,,\"a,b\"\n");
    CHECK(town.print({"sql", "-f", "@town.book", "select count(*) as n from v_transactions", "-O",
                      "csv"}) == "n\n3\n");
    const std::string before = town.read("town.book");
    for (const auto* statement :
         {"delete from journal", "attach 'x' as y", "pragma journal_mode = wal", "nonsense",
          "select 1; drop table journal"}) {
        INFO(statement);
        CHECK(town.run({"sql", "-f", "@town.book", statement}).code == 2);
    }
    CHECK(town.read("town.book") == before);
    CHECK(town.run({"sql", "-f", "@town.book"}).code == 2);
    CHECK(town.run({"sql", "-f", "@week.journal", "select 1"}).code == 1);
}
