#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("after a lock nothing dated before it is recorded") {
    const Town town;
    town.print({"init", "@town.book"});
    CHECK(town.print({"lock", "-f", "@town.book", "--until", "2018-03-05"}) ==
          "nothing dated before 2018-03-05 will be recorded\n");
    const auto outcome = town.run({"import", "-f", "@town.book", "@week.journal"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("period_locked") != std::string::npos);
    CHECK(town.print({"import", "-f", "@town.book", "@events.csv"})
              .starts_with("imported 2 transactions"));
    CHECK(town.run({"lock", "-f", "@town.book"}).code == 2);
    CHECK(town.run({"lock", "-f", "@town.book", "--until", "never"}).code == 2);
}
