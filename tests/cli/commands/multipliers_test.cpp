#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("multipliers of a book name who takes in and how it adds up") {
    const Town town;
    const std::string csv = town.print({"multipliers", "-f", "@week.journal", "-O", "csv"});
    CHECK(csv.starts_with(
        "injection_into,account,total,injection,transfers,open_loop,closed_loop\n"));
    CHECK(csv.find("households ") != std::string::npos);
    const auto empty = town.run({"multipliers", "-f", "@week.journal", "-p", "1999"});
    CHECK(empty.code == 1);
    CHECK(empty.err.find("error[baseline_empty]") != std::string::npos);
}
