#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a register's rows are shown as they are written, or those with a word in a name") {
    const Town town;
    const std::string csv =
        town.print_warned({"registry", "businesses", "-f", "@cells.journal", "-O", "csv"});
    CHECK(csv ==
          "business,owner,section,cell,sells,standing,source,note\n"
          "businesses:tienda-posta,inmates:i01,sections:posta,,groceries|drinks,assumed,,\n");
    CHECK(town.print_warned({"registry", "member", "-f", "@cells.journal", "i01", "-O", "csv"})
              .find("i01-c,inmates:i01,child,no,2016-07-01,,assumed,,\n") != std::string::npos);
    CHECK(town.print_warned({"registry", "cells", "-f", "@cells.journal", "nowhere"}).empty());
}

TEST_CASE("registers that there are not, and days, are errors of the command line") {
    const Town town;
    const auto wrong = town.run({"registry", "membres", "-f", "@cells.journal"});
    CHECK(wrong.code == 2);
    CHECK(wrong.err.find("did you mean members?") != std::string::npos);
    CHECK(town.run({"registry", "-f", "@cells.journal"}).code == 2);
    CHECK(town.run({"registry", "cells", "-f", "@cells.journal", "--on", "2018-01-01"}).code == 2);
    CHECK(town.run({"registry", "cells", "-f", "@week.journal"}).code == 1);
}
