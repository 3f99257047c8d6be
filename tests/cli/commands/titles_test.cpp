#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("titles show who held a cell, what was paid and what was levied") {
    const Town town;
    const std::string csv =
        town.print_warned({"titles", "-f", "@cells.journal", "palmar-02", "-O", "csv"});
    CHECK(csv.find("palmar-02,inmates:i03,2017-06-15,2018-05-10,,BOB,2600.00,") !=
          std::string::npos);
    CHECK(csv.find(",140.00 BOB,") != std::string::npos);
    CHECK(town.run({"titles", "-f", "@cells.journal", "attic"}).code == 1);
}
