#include "ledger/date.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a date counts days from 1970-01-01") {
    struct Case {
        const char* text;
        int days;
    };
    const auto [text, days] = GENERATE(Case{"1970-01-01", 0}, Case{"1969-12-31", -1},
                                       Case{"2000-02-29", 11016}, Case{"2018-03-01", 17591},
                                       Case{"0001-01-01", -719162}, Case{"9999-12-31", 2932896});
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(date->days == days);
    CHECK(to_string(*date) == text);
}

TEST_CASE("a date is read with one separator throughout, one or two digits a part") {
    for (const char* const text : {"2018-3-1", "2018/03/01", "2018.3.01"}) {
        INFO(text);
        REQUIRE(parse_date(text));
        CHECK(to_string(*parse_date(text)) == "2018-03-01");
    }
    REQUIRE(parse_date("3/1", 2018));
    CHECK(to_string(*parse_date("3/1", 2018)) == "2018-03-01");
}

TEST_CASE("what is no day of the calendar is refused") {
    for (const char* const text :
         {"", "2018", "2018-03", "2018-03/01", "2018-13-01", "2018-00-10", "2019-02-29",
          "2018-03-32", "18-03-01", "2018-03-01x", "02018-3-1", "3/1", "0000-01-01", "-2018-1-1"}) {
        INFO(text);
        const auto date = parse_date(text);
        REQUIRE_FALSE(date);
        CHECK(date.error().code == DiagnosticCode::date_invalid);
    }
}

TEST_CASE("months count from January of year 0 and begin on their first day") {
    const Date day = *parse_date("2018-03-31");
    CHECK(day.month().year() == 2018);
    CHECK(day.month().month_of_year() == 3);
    CHECK(to_string(day.month()) == "2018-03");
    CHECK(to_string(first_day(day.month())) == "2018-03-01");
    CHECK(to_string(first_day(Month{day.month().index + 10})) == "2019-01-01");
}

TEST_CASE("a range of dates excludes its end") {
    const DateRange range{.begin = *parse_date("2018-01-01"), .end = *parse_date("2018-02-01")};
    CHECK(range.contains(*parse_date("2018-01-01")));
    CHECK(range.contains(*parse_date("2018-01-31")));
    CHECK_FALSE(range.contains(*parse_date("2018-02-01")));
    CHECK(DateRange{}.contains(*parse_date("0001-01-01")));
}
