#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("register runs through postings with a total") {
    const Town town;
    CHECK(town.print({"reg", "-f", "@week.journal", "i0042:assets:cash", "-b", "2018-03"}) ==
          "2018-03-01  dues  inmates:i0042:assets:cash  -20.00 BOB  -20.00 BOB\n"
          "2018-03-05  soap  inmates:i0042:assets:cash   -5.50 BOB  -25.50 BOB\n");
    CHECK(town.print({"reg", "-f", "@week.journal", "i0042:assets:cash", "-b", "2018-03-05", "-H",
                      "--depth", "2"}) ==
          "2018-03-05  soap  inmates:i0042  -5.50 BOB  424.50 BOB\n");
    CHECK(town.print({"reg", "-f", "@week.journal", "kiosk:assets", "-r", "-O", "csv"})
              .find(",businesses:kiosk:income:sales,BOB,-5.50,") != std::string::npos);
}
