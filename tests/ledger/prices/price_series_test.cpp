#include "ledger/prices/price_series.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/prices/panel_fixture.hpp"

using namespace cellbook;

namespace {

PriceSeriesFile read(const std::string& text) {
    MemoryFiles files{{{"cpi.csv", text}}};
    return read_price_series(files, "cpi.csv");
}

}  // namespace

TEST_CASE("a series is read in the order of the calendar, whatever else its columns say") {
    const auto file = read(
        "# an office's index\nperiod,value,source,note\n2019,103.5,S46,\n2018,100,S46,the base\n");
    REQUIRE(file.ok());
    REQUIRE(file.series.size() == 2);
    CHECK(file.series[0].label == "2018");
    CHECK(file.series[1].begin == *parse_date("2019-01-01"));
    CHECK(to_string(file.series[1].level) == "103.5");
}

TEST_CASE("a series that cannot be one is refused in its place") {
    const auto file = read("period,value\nMarch,1\n2018,0\n2019-01,5\n2019,6\n2020,x\n");
    std::vector<std::string> complaints;
    for (const Diagnostic& problem : file.problems.kept) {
        complaints.push_back(std::to_string(problem.position.line) + ":" +
                             std::to_string(problem.position.column) + " " +
                             std::string{to_string(problem.code)});
    }
    CHECK(complaints == std::vector<std::string>{"2:1 period_invalid", "3:6 price_not_positive",
                                                 "5:1 prices_row_invalid", "6:6 number_invalid"});
}

TEST_CASE("an index of calendar periods is a series") {
    std::vector<PanelPeriod> periods{{.label = "2018Q1"}, {.label = "2018Q2"}};
    PriceCell cell;
    cell.add_sale(Decimal{1}, Decimal{1});
    const PricePanel panel{periods, 1, {{0, 0, cell}, {1, 0, cell}}};
    const PriceSeries series = series_of(panel, {.values = {Real{1}, Real{"1.5"}}});
    REQUIRE(series.size() == 2);
    CHECK(series[1].begin == *parse_date("2018-04-01"));
    CHECK(to_string(series[1].level) == "1.5");
}
