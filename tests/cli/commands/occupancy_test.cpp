#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("occupancy counts by section, and by cell when asked") {
    const Town town;
    const std::string csv = town.print_warned({"occupancy", "-f", "@cells.journal", "-O", "csv"});
    CHECK(csv.find("\nsections:posta,60,2,0,4,1,2,4,1,2,1,0,0\n") != std::string::npos);
    const std::string cells = town.print_warned({"occupancy", "-f", "@cells.journal", "--cells"});
    CHECK(cells.find("without a cell") != std::string::npos);
}
