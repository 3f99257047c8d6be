#include "ledger/statements/intervals.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

Date day(const char* text) {
    return *parse_date(text);
}

std::vector<std::string> labels(const char* begin, const char* end, Interval interval) {
    std::vector<std::string> found;
    for (const auto& period : split(day(begin), day(end), interval)) found.push_back(period.label);
    return found;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("a range is split at the calendar's own boundaries and cut at its ends") {
    CHECK(labels("2018-01-15", "2018-04-01", Interval::month) ==
          Labels{"2018-01-15..2018-01-31", "2018-02", "2018-03"});
    CHECK(labels("2018-01-01", "2019-02-01", Interval::quarter) ==
          Labels{"2018Q1", "2018Q2", "2018Q3", "2018Q4", "2019-01"});
    CHECK(labels("2017-01-01", "2019-01-01", Interval::year) == Labels{"2017", "2018"});
    CHECK(labels("2018-02-28", "2018-03-03", Interval::day) ==
          Labels{"2018-02-28", "2018-03-01", "2018-03-02"});
    CHECK(labels("2018-02-03", "2018-03-20", Interval::none) == Labels{"2018-02-03..2018-03-19"});
}

TEST_CASE("weeks begin on Monday and are numbered as ISO 8601 has it") {
    // 2018-12-31 is a Monday of a week whose Thursday lies in 2019; 2021-01-03 ends 2020's 53rd.
    CHECK(labels("2018-12-24", "2019-01-07", Interval::week) == Labels{"2018-W52", "2019-W01"});
    CHECK(period_holding(day("2021-01-03"), Interval::week).label == "2020-W53");
    CHECK(period_holding(day("2018-01-01"), Interval::week).label == "2018-W01");
    CHECK(period_holding(day("1969-12-29"), Interval::week).begin == day("1969-12-29"));
}

TEST_CASE("the periods of a range follow one another and hold each of its days once") {
    for (const Interval interval : {Interval::none, Interval::day, Interval::week, Interval::month,
                                    Interval::quarter, Interval::year}) {
        for (int length = 1; length < 800; length += 37) {
            const Date begin{17000 + length * 13};
            const Date end{begin.days + length};
            const auto periods = split(begin, end, interval);
            REQUIRE_FALSE(periods.empty());
            CHECK(periods.front().begin == begin);
            CHECK(periods.back().end == end);
            for (std::size_t i = 1; i < periods.size(); ++i) {
                CHECK(periods[i].begin == periods[i - 1].end);
            }
            if (interval == Interval::none) continue;
            for (const auto& period : periods) {
                CHECK(period_holding(period.begin, interval) ==
                      period_holding(period.last(), interval));
            }
        }
    }
}

TEST_CASE("the period before has as many months, or else as many days") {
    const auto before = [](const char* begin, const char* end) {
        return period_before(period_of(day(begin), day(end))).label;
    };
    CHECK(before("2018-03-01", "2018-04-01") == "2018-02");
    CHECK(before("2018-01-01", "2018-04-01") == "2017Q4");
    CHECK(before("2018-01-01", "2019-01-01") == "2017");
    CHECK(before("2018-01-01", "2018-03-01") == "2017-11-01..2017-12-31");
    CHECK(before("2018-03-05", "2018-03-12") == "2018-W09");
    CHECK(before("2018-03-05", "2018-03-15") == "2018-02-23..2018-03-04");
}
