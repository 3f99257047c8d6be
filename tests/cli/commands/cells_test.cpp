#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("cells are listed with holder, last price, tenants and people") {
    const Town town;
    const std::string text = town.print_warned({"cells", "-f", "@cells.journal", "posta-02"});
    CHECK(text.starts_with("Cells on 2018-05-10\n"));
    CHECK(text.find("24000.00 BOB") != std::string::npos);
    CHECK(text.find("inmates:i04") != std::string::npos);
}

TEST_CASE("a file without cells is an error that says how to have some") {
    const Town town;
    const auto none = town.run({"cells", "-f", "@week.journal"});
    CHECK(none.code == 1);
    CHECK(none.err.find("error[register_empty]") != std::string::npos);
}
