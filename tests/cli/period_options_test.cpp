#include "cli/period_options.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"

using namespace cellbook;
using namespace cellbook::cli;
using When = ValuationOptions::When;

namespace {

const Date today = *parse_date("2018-05-16");

}  // namespace

TEST_CASE("one interval at most is asked for") {
    CHECK(columns_of({}, false).interval == Interval::none);
    CHECK(columns_of({.weekly = true}, false).interval == Interval::week);
    CHECK(columns_of({.quarterly = true}, true).historical);
    CHECK_THROWS_AS(columns_of({.monthly = true, .yearly = true}, false), UsageError);
}

TEST_CASE("what stands at the ends of columns is not added up") {
    CHECK_THROWS_AS(columns_of({.monthly = true, .row_total = true}, true), UsageError);
    CHECK(columns_of({.monthly = true, .average = true}, true).average);
}

TEST_CASE("a valuation is asked for by -V, -X or --value") {
    CHECK_FALSE(valuation_of({}, today));
    CHECK_FALSE(valuation_of({.market = true}, today)->currency);
    CHECK(valuation_of({.exchange = "BOB"}, today)->currency == "BOB");
    CHECK(valuation_of({.exchange = "BOB"}, today)->when == When::end);
    CHECK(valuation_of({.exchange = "BOB", .value = "then"}, today)->when == When::then);
    CHECK(valuation_of({.value = "then,USD"}, today)->currency == "USD");
    const auto dated = valuation_of({.value = "2018-03"}, today);
    CHECK(dated->when == When::date);
    CHECK(dated->date == *parse_date("2018-03-01"));
    CHECK_THROWS_AS(valuation_of({.value = "soon"}, today), UsageError);
    CHECK_THROWS_AS(valuation_of({.show_prices = true}, today), UsageError);
}
