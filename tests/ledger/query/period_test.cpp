#include "ledger/query/period.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace cellbook;

namespace {

/// Wednesday.
const Date today = *parse_date("2018-05-16");

std::string spelled(const DateRange& range) {
    return (range.begin ? to_string(*range.begin) : "") + ".." +
           (range.end ? to_string(*range.end) : "");
}

}  // namespace

TEST_CASE("a period is read in the words of people, its end not being part of it") {
    const std::pair<std::string, std::string> cases[] = {
        {"2018", "2018-01-01..2019-01-01"},
        {"2018-03", "2018-03-01..2018-04-01"},
        {"2018/12", "2018-12-01..2019-01-01"},
        {"201803", "2018-03-01..2018-04-01"},
        {"2018-03-09", "2018-03-09..2018-03-10"},
        {"2018.3.9", "2018-03-09..2018-03-10"},
        {"20180309", "2018-03-09..2018-03-10"},
        {"3-9", "2018-03-09..2018-03-10"},
        {"2018q2", "2018-04-01..2018-07-01"},
        {"2018-Q4", "2018-10-01..2019-01-01"},
        {"q1", "2018-01-01..2018-04-01"},
        {"march", "2018-03-01..2018-04-01"},
        {"Dec 2017", "2017-12-01..2018-01-01"},
        {"2017 dec", "2017-12-01..2018-01-01"},
        {"today", "2018-05-16..2018-05-17"},
        {"yesterday", "2018-05-15..2018-05-16"},
        {"tomorrow", "2018-05-17..2018-05-18"},
        {"this week", "2018-05-14..2018-05-21"},
        {"last week", "2018-05-07..2018-05-14"},
        {"this month", "2018-05-01..2018-06-01"},
        {"last month", "2018-04-01..2018-05-01"},
        {"next quarter", "2018-07-01..2018-10-01"},
        {"last year", "2017-01-01..2018-01-01"},
        {"  in   2018 ", "2018-01-01..2019-01-01"},
        {"from 2018-01 to 2018-06", "2018-01-01..2018-06-01"},
        {"from last month to today", "2018-04-01..2018-05-16"},
        {"2018-01 to 2018-06", "2018-01-01..2018-06-01"},
        {"2018-01..2018-06", "2018-01-01..2018-06-01"},
        {"2018-01..", "2018-01-01.."},
        {"..2018-06", "..2018-06-01"},
        {"since 2018-03", "2018-03-01.."},
        {"from 2018-03-05", "2018-03-05.."},
        {"until 2019", "..2019-01-01"},
        {"to 2018-03-01", "..2018-03-01"},
    };
    for (const auto& [text, wanted] : cases) {
        INFO(text);
        const auto range = parse_period(text, today);
        REQUIRE(range.has_value());
        CHECK(spelled(*range) == wanted);
    }
}

TEST_CASE("a week that straddles 1970 begins on a Monday") {
    CHECK(spelled(*parse_period("this week", *parse_date("1970-01-01"))) ==
          "1969-12-29..1970-01-05");
    CHECK(spelled(*parse_period("last week", *parse_date("1969-12-29"))) ==
          "1969-12-22..1969-12-29");
}

TEST_CASE("what is no period is refused") {
    for (const auto* text :
         {"", "soon", "2018-13", "2018q5", "20181", "2018-02-30", "0000", "from", "last decade",
          "from 2018-01 to", "monthly", "every month in 2018", "2018-01 2018-02", "ma",
          "2018-03..2018-02", "2018-03-02 to 2018-03-02"}) {
        INFO(text);
        const auto range = parse_period(text, today);
        REQUIRE_FALSE(range.has_value());
        CHECK(range.error().code == DiagnosticCode::period_invalid);
    }
}

TEST_CASE("a period's start is a day, and a range has none") {
    CHECK(to_string(*parse_period_start("2018-03", today)) == "2018-03-01");
    CHECK(to_string(*parse_period_start("last month", today)) == "2018-04-01");
    CHECK_FALSE(parse_period_start("from 2018 to 2019", today).has_value());
    CHECK_FALSE(parse_period_start("", today).has_value());
}

TEST_CASE("an intersection takes the later beginning and the earlier end") {
    const auto range = [](const std::string& text) { return *parse_period(text, today); };
    CHECK(spelled(intersection(range("2018"), range("since 2018-03"))) == "2018-03-01..2019-01-01");
    CHECK(spelled(intersection(range("until 2018-02"), range("2018"))) == "2018-01-01..2018-02-01");
    CHECK(spelled(intersection({}, {})) == "..");
}
