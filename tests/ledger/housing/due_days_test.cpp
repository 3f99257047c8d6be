#include "ledger/housing/due_days.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

std::vector<std::string> days(const char* from, const char* to, ChargePeriod period,
                              const char* begin, const char* end) {
    DateRange term{*parse_date(from), {}};
    if (to != nullptr) term.end = *parse_date(to);
    DateRange wanted{{}, *parse_date(end)};
    if (begin != nullptr) wanted.begin = *parse_date(begin);
    std::vector<std::string> found;
    for_each_due_day(term, period, wanted, [&](Date day) { found.push_back(to_string(day)); });
    return found;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("days fall due a whole number of periods after the first") {
    using enum ChargePeriod;
    CHECK(days("2018-01-01", nullptr, day, "2018-02-27", "2018-03-02") ==
          Days{"2018-02-27", "2018-02-28", "2018-03-01"});
    CHECK(days("2018-01-01", nullptr, week, "2018-01-09", "2018-01-23") ==
          Days{"2018-01-15", "2018-01-22"});
    CHECK(days("2017-09-15", nullptr, month, "2018-01-01", "2018-04-01") ==
          Days{"2018-01-15", "2018-02-15", "2018-03-15"});
    CHECK(days("2016-02-29", nullptr, year, nullptr, "2019-01-01") ==
          Days{"2016-02-29", "2017-02-28", "2018-02-28"});
    CHECK(days("2018-01-05", nullptr, once, nullptr, "2019-01-01") == Days{"2018-01-05"});
}

TEST_CASE("a month that lacks the day owes on its last, and the next on the day again") {
    CHECK(days("2018-01-31", nullptr, ChargePeriod::month, nullptr, "2018-05-31") ==
          Days{"2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30"});
}

TEST_CASE("nothing falls due outside the term or the days that are wanted") {
    using enum ChargePeriod;
    CHECK(days("2018-01-01", "2018-03-01", month, nullptr, "2019-01-01") ==
          Days{"2018-01-01", "2018-02-01"});
    CHECK(days("2018-06-01", nullptr, month, nullptr, "2018-06-01").empty());
    CHECK(days("2018-01-05", nullptr, once, "2018-01-06", "2019-01-01").empty());
    CHECK(days("2018-01-01", "2018-01-01", day, nullptr, "2019-01-01").empty());
}
