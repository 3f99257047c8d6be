#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("rents show what is paid a month, of a cell or a place") {
    const Town town;
    const std::string text = town.print_warned({"rents", "-f", "@cells.journal"});
    CHECK(text.starts_with("Monthly rents of cells on 2018-05-10\n"));
    CHECK(text.find("480.00") != std::string::npos);
    CHECK(text.find("0.240") != std::string::npos);
    const std::string places = town.print_warned({"rents", "-f", "@cells.journal", "--per-place"});
    CHECK(places.find("240.00") != std::string::npos);
}
