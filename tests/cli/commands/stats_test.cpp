#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("stats say what a book holds and how much of it is assumed") {
    const Town town;
    const std::string text = town.print({"stats", "-f", "@week.journal"});
    CHECK(text.starts_with("digest "));
    CHECK(text.find("standing") != std::string::npos);
    const std::string csv =
        town.print({"stats", "-f", "@week.journal", "-O", "csv", "-b", "2018-03"});
    CHECK(csv.starts_with("measure,of,commodity,value,share\n"));
    CHECK(csv.find("\ntransactions,,,2,\n") != std::string::npos);
    CHECK(csv.find("\nflow,observed,BOB,20.00,78.4\n") != std::string::npos);
    CHECK(csv.find("\nflow,assumed,BOB,5.50,21.6\n") != std::string::npos);
}
