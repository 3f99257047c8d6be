#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a balance sheet draws both sides") {
    const Town town;
    CHECK(town.print({"bs", "-f", "@week.journal", "party:i0042"}) ==
          "Balance sheet at 2018-03-05: inmates:i0042\n"
          "\n"
          "Account                 2018-03-05\n"
          "----------------------  ----------\n"
          "Assets\n"
          "  assets:cash           424.50 BOB\n"
          "                        ----------\n"
          "Total assets            424.50 BOB\n"
          "\n"
          "Liabilities\n"
          "                        ----------\n"
          "Total liabilities                0\n"
          "\n"
          "Equity\n"
          "  equity:opening        450.00 BOB\n"
          "  retained earnings     -25.50 BOB\n"
          "                        ----------\n"
          "Total equity            424.50 BOB\n"
          "Liabilities and equity  424.50 BOB\n");
}

TEST_CASE("what stands at ends of columns is not added up") {
    CHECK(Town{}.run({"balancesheet", "-f", "@week.journal", "-M", "--row-total"}).code == 2);
}
