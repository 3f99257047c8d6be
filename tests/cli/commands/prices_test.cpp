#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("prices are listed as declared") {
    const Town town;
    CHECK(town.print({"prices", "-f", "@week.journal", "USD", "-O", "csv"}) ==
          "date,commodity,price,currency,source\n2018-03-01,USD,6.91,BOB,\n");
    CHECK(town.print({"prices", "-f", "@week.journal", "-b", "2018-04"}).empty());
}
