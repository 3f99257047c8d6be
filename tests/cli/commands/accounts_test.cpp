#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("accounts are listed a name a line, with their party and class in csv") {
    const Town town;
    CHECK(town.print({"accounts", "-f", "@week.journal", "sections"}) ==
          "sections:posta:assets:cash\nsections:posta:income:dues\n");
    CHECK(town.print({"accounts", "-f", "@week.journal", "posta:income", "-O", "csv"}) ==
          "account,party,sector,class,financial,declared,opened,closed\n"
          "sections:posta:income:dues,sections:posta,sections,income,no,no,,\n");
}
