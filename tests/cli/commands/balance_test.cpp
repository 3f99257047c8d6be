#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("balance lists accounts with their sum, or draws them as a tree") {
    const Town town;
    CHECK(town.print({"balance", "-f", "@week.journal", "i0042", "not:equity"}) ==
          "424.50 BOB  inmates:i0042:assets:cash\n"
          " 20.00 BOB  inmates:i0042:expenses:dues\n"
          "  5.50 BOB  inmates:i0042:expenses:soap\n"
          "----------\n"
          "450.00 BOB\n");
    CHECK(town.print({"bal", "-f", "@week.journal", "i0042", "not:equity", "--tree", "-N"}) ==
          "450.00 BOB  inmates:i0042\n"
          "424.50 BOB    assets:cash\n"
          " 25.50 BOB    expenses\n"
          " 20.00 BOB      dues\n"
          "  5.50 BOB      soap\n");
}

TEST_CASE("balance in csv has the columns account, commodity and amount, and no total") {
    const Town town;
    CHECK(town.print({"balance", "-f", "@week.journal", "--depth", "2", "-O", "csv", "cur:BOB",
                      "assets"}) ==
          "account,commodity,amount\n"
          "businesses:kiosk,BOB,5.50\n"
          "inmates:i0042,BOB,424.50\n"
          "sections:posta,BOB,20.00\n");
}

TEST_CASE("a historical balance holds what was before the period") {
    const Town town;
    const auto cash = [&](const std::vector<std::string>& flags) {
        std::vector<std::string> all{"bal", "-f", "@week.journal", "i0042:assets", "-N"};
        all.insert(all.end(), flags.begin(), flags.end());
        return town.print(all);
    };
    CHECK(cash({"-b", "2018-03"}) == "-25.50 BOB  inmates:i0042:assets:cash\n");
    CHECK(cash({"-b", "2018-03", "-H"}) == "424.50 BOB  inmates:i0042:assets:cash\n");
    CHECK(cash({"-p", "2018-03-02", "-E"}).empty());
}

TEST_CASE("flat and tree exclude each other") {
    CHECK(Town{}.run({"bal", "-f", "@week.journal", "--flat", "--tree"}).code == 2);
}
