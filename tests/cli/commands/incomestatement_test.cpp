#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("an income statement draws income, expenses and what is left") {
    const Town town;
    CHECK(town.print({"is", "-f", "@week.journal", "party:i0042", "-p", "2018-03"}) ==
          "Income statement in 2018-03: inmates:i0042\n"
          "\n"
          "Account             2018-03\n"
          "---------------  ----------\n"
          "Income\n"
          "                 ----------\n"
          "Total income              0\n"
          "\n"
          "Expenses\n"
          "  expenses:dues   20.00 BOB\n"
          "  expenses:soap    5.50 BOB\n"
          "                 ----------\n"
          "Total expenses    25.50 BOB\n"
          "Net income       -25.50 BOB\n");
}

TEST_CASE("income statements of every party are a row a figure in csv") {
    const Town town;
    CHECK(town.print({"incomestatement", "-f", "@week.journal", "--by-party", "-M", "-O", "csv",
                      "party:sections", "party:businesses"}) ==
          "party,section,account,period,commodity,amount\n"
          "businesses:kiosk,income,income:sales,2018-03,BOB,5.50\n"
          "businesses:kiosk,net_income,net income,2018-03,BOB,5.50\n"
          "sections:posta,income,income:dues,2018-03,BOB,20.00\n"
          "sections:posta,net_income,net income,2018-03,BOB,20.00\n");
}
