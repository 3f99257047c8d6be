#include "cli/property_options.hpp"

#include "cli/failure.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;

namespace {

PropertyScope scope(const cli::PropertyOptions& options) {
    std::ostringstream out;
    std::ostringstream err;
    return cli::scope_of(options, {.out = out,
                                   .err = err,
                                   .today = *parse_date("2018-05-16"),
                                   .now_utc = "2018-05-16T12:00:00Z",
                                   .variable = [](const char*) { return std::nullopt; }});
}

}  // namespace

TEST_CASE("a day may be said as people say it, and words are patterns") {
    CHECK(scope({.on = "2018-03-01"}).on == *parse_date("2018-03-01"));
    CHECK(scope({.on = "yesterday"}).on == *parse_date("2018-05-15"));
    CHECK(scope({.on = "yesterday", .today = "2018-01-02"}).on == *parse_date("2018-01-01"));
    CHECK_FALSE(scope({}).on);
    CHECK(scope({.words = {"a|b"}}).shows({"cab"}));
    CHECK_THROWS_AS(scope({.words = {"("}}), cli::UsageError);
    CHECK_THROWS_AS(scope({.on = "soon"}), cli::UsageError);
}
