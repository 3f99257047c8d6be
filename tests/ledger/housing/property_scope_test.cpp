#include "ledger/housing/property_scope.hpp"

#include <catch2/catch.hpp>

#include "ledger/property/read_property.hpp"
#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;

TEST_CASE("a scope shows what any of its words finds, and all without words") {
    CHECK(PropertyScope{}.shows({"anything"}));
    const auto scope = test::on("2018-01-01", {"POSTA", "^i02"});
    CHECK(scope.shows({"cell", "sections:posta"}));
    CHECK(scope.shows({"i02"}));
    CHECK_FALSE(scope.shows({"inmates:i02", "palmar"}));
}

TEST_CASE("a register is looked at on the last transaction's day, else on its own last day") {
    const auto book = test::book_of(test::five_cells());
    CHECK(to_string(register_day(book, read_property(book))) == "2018-05-10");
    const auto rows = test::book_of(
        "; section: sections:a\n; cell: a-1  section:sections:a, places:1, opened:2017-01-01\n");
    CHECK(to_string(register_day(rows, read_property(rows))) == "2017-01-01");
}

TEST_CASE("prices stand in minor units, and as written where these do not hold them") {
    const auto book = test::book_of("commodity 1.00 BOB\n");
    const Chart& chart = book.chart();
    const CommodityId bob = chart.find_commodity("BOB");
    CHECK(plain_text(price_value(RowPrice{{5, 0}, bob}, chart)) == "5.00");
    CHECK(plain_text(price_value(RowPrice{{12345, 4}, bob}, chart)) == "1.2345");
    CHECK(plain_text(price_value({}, chart)).empty());
}
