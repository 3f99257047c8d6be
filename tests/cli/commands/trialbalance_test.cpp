#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a trial balance shows that the whole sums to zero") {
    const Town town;
    const std::string text =
        town.print({"tb", "-f", "@week.journal", "-b", "2018-03", "--depth", "1"});
    CHECK(text ==
          "Account      Opening      Debit     Credit   Closing\n"
          "----------  --------  ---------  ---------  --------\n"
          "businesses  0.00 BOB   5.50 BOB   5.50 BOB  0.00 BOB\n"
          "inmates     0.00 BOB  25.50 BOB  25.50 BOB  0.00 BOB\n"
          "sections    0.00 BOB  20.00 BOB  20.00 BOB  0.00 BOB\n"
          "            --------  ---------  ---------  --------\n"
          "total       0.00 BOB  51.00 BOB  51.00 BOB  0.00 BOB\n");
}

TEST_CASE("a trial balance in csv has opening, debit, credit and closing") {
    const Town town;
    CHECK(town.print({"tb", "-f", "@week.journal", "-b", "2018-03", "-O", "csv", "i0042:assets"}) ==
          "account,commodity,opening,debit,credit,closing\n"
          "inmates:i0042:assets:cash,BOB,450.00,0.00,25.50,424.50\n");
}
