#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("due shows arrears by age and their total") {
    const Town town;
    const std::string text = town.print_warned({"due", "-f", "@cells.journal"});
    CHECK(text.starts_with("Due from 2018-01-01 to 2018-05-10\n"));
    CHECK(text.find("2330.00 BOB") != std::string::npos);
    const std::string later = town.print_warned(
        {"due", "-f", "@cells.journal", "-b", "2018-05", "-O", "csv", "posta-02"});
    CHECK(later.find(",480.00,0.00,480.00,480.00,") != std::string::npos);
}

TEST_CASE("dates that are none are errors of the command line") {
    const Town town;
    CHECK(town.run({"due", "-f", "@cells.journal", "--on", "soon"}).code == 2);
    CHECK(town.run({"due", "-f", "@cells.journal", "-b", "2018-13"}).code == 2);
}
