#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("commodities are listed with their decimals") {
    const Town town;
    CHECK(town.print({"commodities", "-f", "@week.journal", "bob", "-O", "csv"}) ==
          "commodity,scale,declared\nBOB,2,yes\n");
}
