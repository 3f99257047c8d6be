#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("parties are listed with their sector and parent, bare words being about parties") {
    const Town town;
    CHECK(town.print({"parties", "-f", "@week.journal", "kiosk"}) ==
          "Party             Sector      Parent         Opened  Closed  Accounts\n"
          "----------------  ----------  -------------  ------  ------  --------\n"
          "businesses:kiosk  businesses  inmates:i0007                         2\n");
    CHECK(town.print({"parties", "-f", "@week.journal", "sector:state"}).empty());
}
