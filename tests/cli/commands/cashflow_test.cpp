#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("cashflow draws sections with periods as columns") {
    const Town town;
    const std::string shown =
        town.print({"cf", "-f", "@week.journal", "party:sections", "-M", "--row-total"});
    CHECK(shown.starts_with("Cash flow in "));
    CHECK(shown.find("Operating") != std::string::npos);
    CHECK(shown.find("income:dues") != std::string::npos);
    CHECK(shown.find("Total") != std::string::npos);
    const std::string facts =
        town.print({"cashflow", "-f", "@week.journal", "--by-party", "-O", "csv"});
    CHECK(facts.starts_with("party,section,account,period,commodity,amount"));
    CHECK(town.run({"cashflow", "-f", "@week.journal", "--by-party", "--aggregate"}).code == 2);
}
