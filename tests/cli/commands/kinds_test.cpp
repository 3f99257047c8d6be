#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("kinds are listed with their codes, and one shows its legs") {
    const Town town;
    CHECK(town.print({"kinds"}).find("\ncell_sale ") != std::string::npos);
    CHECK(town.print({"kinds", "-O", "csv"}).find("\ncell_sale,") != std::string::npos);
    const std::string legs = town.print({"kinds", "cell_sale"});
    CHECK(legs.starts_with("cell_sale: "));
    CHECK(legs.find("payee            assets:cells") != std::string::npos);
}

TEST_CASE("an unknown kind is refused with the nearest") {
    const auto outcome = Town{}.run({"kinds", "cel_sale"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find("cell_sale") != std::string::npos);
}
