#include "ledger/prices/period_order.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

std::vector<std::string> ordered(const std::vector<std::string>& labels) {
    std::vector<std::string> sorted;
    for (const std::size_t at : order_of_periods(labels)) sorted.push_back(labels[at]);
    return sorted;
}

}  // namespace

TEST_CASE("periods come by the calendar, by number, or as texts") {
    using Labels = std::vector<std::string>;
    const Labels cases[] = {{"2018-02", "2018-3", "2018-10", "2019"},
                            {"2018q1", "2018-05", "2018Q3"},
                            {"-1", "0.5", "2", "10", "11"},
                            {"999", "1000", "2018"},
                            {"2018-03-01", "2018-03-02", "2018-12-31"},
                            {"t1", "t2", "t10", "t11"},
                            {"2017-W09", "2017-W10", "2018-W01"},
                            {"after", "before", "before 2", "before 10"},
                            {"1", "01", "2"}};
    for (const Labels& wanted : cases) {
        Labels labels = wanted;
        std::ranges::sort(labels);
        do {
            CHECK(ordered(labels) == (wanted[0] == "1" ? Labels{"01", "1", "2"} : wanted));
        } while (std::ranges::next_permutation(labels).found);
    }
}

TEST_CASE("a period of the calendar has a first day, other texts have none") {
    CHECK(calendar_begin("2018") == *parse_date("2018-01-01"));
    CHECK(calendar_begin("2018Q2") == *parse_date("2018-04-01"));
    CHECK(calendar_begin("2018-03") == *parse_date("2018-03-01"));
    CHECK(calendar_begin("2018-03-05") == *parse_date("2018-03-05"));
    for (const char* text : {"t1", "last month", "18", "2018-13", "2018..2019", "20180", ""}) {
        INFO(text);
        CHECK_FALSE(calendar_begin(text));
    }
}
