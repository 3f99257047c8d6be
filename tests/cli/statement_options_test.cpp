#include "cli/statement_options.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/failure.hpp"

using namespace cellbook;
using namespace cellbook::cli;

TEST_CASE("parties are shown each or added up, not both") {
    std::ostringstream out;
    const Environment environment{.out = out, .err = out, .today = *parse_date("2018-05-16")};
    StatementFlags flags;
    flags.statement.by_party = true;
    flags.periods.monthly = true;
    flags.valuation.exchange = "BOB";
    const auto options = statement_of(flags, true, environment);
    CHECK(options.by_party);
    CHECK(options.columns.historical);
    CHECK(options.columns.interval == Interval::month);
    CHECK(options.columns.valuation->currency == "BOB");
    flags.statement.aggregate = true;
    CHECK_THROWS_AS(statement_of(flags, false, environment), UsageError);
}
