#include "ledger/prices/price_panel.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;
using test::panel_of;

TEST_CASE("a cell's price is what was paid by what that bought") {
    PriceCell cell;
    cell.add_sale(*parse_decimal("3"), *parse_decimal("1"));
    cell.add_sale(*parse_decimal("2.50"), *parse_decimal("3"));
    CHECK(to_string(cell.price()) == "2.625");
    PriceCell quoted;
    quoted.add_quote(*parse_decimal("1"));
    quoted.add_quote(*parse_decimal("2"));
    CHECK(to_string(quoted.price()) == "1.5");
}

TEST_CASE("products are matched that both periods have") {
    const PricePanel panel = panel_of({{{{0, "1", "1"}, {2, "2", "1"}, {5, "3", "1"}}},
                                       {{{5, "4", "1"}, {0, "5", "1"}, {3, "6", "1"}}}});
    const auto pairs = matched(panel.of(0), panel.of(1));
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].base->product == 0);
    CHECK(pairs[0].current->price == 5);
    CHECK(pairs[1].base->product == 5);
    CHECK(pairs[1].current->price == 4);
    CHECK(matched(panel.of(0), {}).empty());
}
