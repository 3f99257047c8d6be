#include "ledger/prices/index_table.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("facts begin with the base, lines are in order, and figures keep their digits") {
    const PricePanel panel = panel_of(ppi_manual());
    const auto indexes =
        price_indexes(panel, {.methods = {{IndexFormula::laspeyres, IndexScheme::fixed_base},
                                          {IndexFormula::jevons, IndexScheme::chained}},
                              .base = "3"});
    REQUIRE(indexes);
    const Table table = index_table(panel, *indexes);
    std::vector<std::string> facts;
    for_each_fact(table, [&](const Row& row) {
        facts.push_back(plain_text(row.cells[0]) + " " + plain_text(row.cells[1]));
        if (facts.size() == 1) CHECK(plain_text(row.cells[2]) == "1");
    });
    CHECK(facts == std::vector<std::string>{"3 laspeyres", "1 laspeyres", "2 laspeyres",
                                            "4 laspeyres", "5 laspeyres", "3 chained-jevons",
                                            "1 chained-jevons", "2 chained-jevons",
                                            "4 chained-jevons", "5 chained-jevons"});
    std::string periods;
    for_each_line(table, [&](const Row& row) {
        CHECK(row.cells.size() == 3);
        periods += plain_text(row.cells[0]);
    });
    CHECK(periods == "12345");
    CHECK(table.title == "Price indexes, 3 = 1");
}
