#include "ledger/housing/cell_costs.hpp"

#include <catch2/catch.hpp>

#include "ledger/property/read_property.hpp"
#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;

namespace {

std::string cost_of(const std::string& more, const char* day) {
    const auto book = test::book_of(test::five_cells(more));
    const PropertyRegister property = read_property(book);
    const Chart& chart = book.chart();
    const CellCosts costs{book, property, *parse_date(day)};
    return to_string(costs.of_year(chart.find_word("posta-02"), chart.find_party("inmates:i01"),
                                   chart.find_commodity("BOB")));
}

const std::string wear = R"(
2018-04-01 wear  ; kind:depreciation, cell:posta-02, payer:inmates:i01, account:assets:improvements
    inmates:i01:expenses:depreciation   30.00 BOB
    inmates:i01:assets:improvements    -30.00 BOB
)";

const std::string tariff =
    "; tariff: posta-cells  section:sections:posta, kind:section_dues, amount:10, commodity:BOB, "
    "per:cell, period:month, from:2018-01-01\n";

}  // namespace

TEST_CASE("a cell costs what its holder's books show of it in the twelve months before") {
    CHECK(cost_of("", "2018-05-10") == "0");
    CHECK(cost_of(wear, "2018-05-10") == "30");
    CHECK(cost_of(wear, "2018-03-31") == "0");
    CHECK(cost_of(wear, "2019-03-31") == "30");
    CHECK(cost_of(wear, "2019-04-01") == "0");
}

TEST_CASE("where no dues are booked, tariffs per cell count for a year") {
    CHECK(cost_of(wear + tariff, "2018-05-10") == "150");
    const std::string paid = R"(
2018-04-01 dues of the cell  ; kind:section_dues, cell:posta-02
    inmates:i01:expenses:dues      25.00 BOB
    inmates:i01:assets:cash       -25.00 BOB
    sections:posta:assets:cash     25.00 BOB
    sections:posta:income:dues    -25.00 BOB
)";
    CHECK(cost_of(wear + tariff + paid, "2018-05-10") == "55");
}

TEST_CASE("periods of charges in months of a year of 365 days") {
    CHECK(to_string(*months_in(ChargePeriod::year)) == "12");
    CHECK(to_string(*months_in(ChargePeriod::day) * 365) == "12");
    CHECK(to_string(*months_in(ChargePeriod::week) * 365) == "84");
    CHECK_FALSE(months_in(ChargePeriod::once));
}
