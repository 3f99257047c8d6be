#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("reverse records the opposite, once, and says why") {
    const Town town;
    town.print({"init", "@town.book"});
    town.write("dues.journal",
               "2018-03-01 dues  ; id:d1\n  a:expenses:dues  20.00 BOB\n  a:assets:cash  -20.00 "
               "BOB\n");
    town.print({"import", "-f", "@town.book", "@dues.journal"});
    const std::string id =
        town.print({"reverse", "d1", "-f", "@town.book", "--reason", "paid in April"});
    CHECK(id.size() > 2);
    CHECK(town.print({"bal", "-f", "@town.book", "-N"}).empty());
    const std::string shown = town.print({"print", "-f", "@town.book", "tag:reverses=d1"});
    CHECK(shown.find("2018-05-16") != std::string::npos);
    CHECK(shown.find("paid in April") != std::string::npos);

    const auto again = town.run({"reverse", "d1", "-f", "@town.book", "--reason", "again"});
    CHECK(again.code == 1);
    CHECK(again.err.find("reversal_twice") != std::string::npos);
    CHECK(town.run({"reverse", "d9", "-f", "@town.book", "--reason", "x"}).code == 1);
    CHECK(town.run({"reverse", "d1", "-f", "@town.book"}).code == 2);
    CHECK(town.run({"reverse", "-f", "@town.book", "--reason", "x"}).code == 2);
}
