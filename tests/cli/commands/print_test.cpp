#include <algorithm>

#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("print shows whole transactions as text that reads back the same") {
    const Town town;
    const std::string text = town.print({"print", "-f", "@week.journal", "i0042"});
    CHECK(text.find("2018-03-05 soap") != std::string::npos);
    CHECK(text.find("businesses:kiosk:income:sales") != std::string::npos);
    town.write("again.journal", "commodity 1000.00 BOB\n; source: S12  dues\n\n" + text);
    CHECK(town.print({"print", "-f", "@again.journal"}) == text);
    CHECK(town.print({"bal", "-f", "@again.journal"}) ==
          town.print({"bal", "-f", "@week.journal"}));
}

TEST_CASE("print leaves out what a query excludes, and shows ids when asked") {
    const Town town;
    CHECK(town.print({"print", "-f", "@week.journal", "not:kiosk", "-p", "2018-03"}).find("soap") ==
          std::string::npos);
    CHECK(town.print({"print", "-f", "@week.journal"}).find("id:") == std::string::npos);
    CHECK(town.print({"print", "-f", "@week.journal", "--ids"}).find("id:") != std::string::npos);
}

TEST_CASE("print in csv has a row for each posting") {
    const Town town;
    const std::string csv = town.print({"print", "-f", "@week.journal", "desc:soap", "-O", "csv"});
    CHECK(csv.starts_with("date,recorded,id,status,code,description,kind,"));
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 5);
}
