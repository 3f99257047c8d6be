#include "market/series/data_file.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("numbers are read as programs write them, to more digits than a double has") {
    struct Case {
        std::string text;
        double high;
        bool exact;
    };
    const std::vector<Case> cases{
        {"1", 1, true},
        {"-2.5", -2.5, true},
        {"+.5", 0.5, true},
        {"1e3", 1000, true},
        {"1E+05", 100000, true},
        {"0.1", 0.1, false},
        {"88.2", 88.2, false},
        {"1e-320", 1e-320, true},
        {"1.23456789012345678901234567890123456789e2", 123.45678901234568, false}};
    for (const Case& each : cases) {
        INFO(each.text);
        const auto number = parse_data_number(each.text);
        REQUIRE(number);
        CHECK(number->high == each.high);
        CHECK((number->low == 0) == each.exact);
    }
    const Real tenth = to_real(*parse_data_number("0.1"));
    CHECK(abs(tenth * 10 - 1).convert_to<double>() < 1e-31);
    for (const std::string text : {"", "abc", "1e", "1.2.3", "--1", "1,5", "inf", "0x10", "."}) {
        INFO(text);
        CHECK_FALSE(parse_data_number(text));
    }
    CHECK(std::isinf(parse_data_number("1e999")->high));
}

TEST_CASE("empty fields, NA and NaN are missing; texts make a column of groups") {
    const DataFrame frame = test::frame_of("a,b,c\n1,x,\n,y,2\nNA,,NaN\n");
    CHECK(frame.rows == 3);
    CHECK(frame.find("a")->number_count() == 1);
    CHECK(frame.find("b")->is_text());
    CHECK(frame.find("c")->is_missing(0));
    CHECK(frame.find("c")->is_missing(2));
    CHECK_FALSE(frame.find("c")->is_missing(1));
}

TEST_CASE(
    "a column of standings says which rows were observed, and another of that name does not") {
    const DataFrame frame = test::frame_of("x,standing\n1,observed\n2,assumed\n3,\n");
    CHECK(frame.observed_count() == 2);
    CHECK_FALSE(frame.is_observed(1));
    CHECK(test::frame_of("x,standing\n1,upright\n").observed_count() == 1);
}

TEST_CASE("a file that is no table is refused with its places") {
    MemoryFiles files{{{"a.csv", "x,x\n1,2\n1\n"}, {"b.csv", ""}, {"c.csv", "x\n"}}};
    const DataReading twice = read_data(files, "a.csv", {});
    REQUIRE(twice.problem_count == 2);
    CHECK(twice.problems[0].code == DiagnosticCode::data_column_twice);
    CHECK(twice.problems[1].code == DiagnosticCode::data_row_length);
    CHECK(twice.problems[1].position.line == 3);
    for (const std::string name : {"b.csv", "c.csv"}) {
        CHECK(read_data(files, name, {}).problems.front().code ==
              DiagnosticCode::observations_empty);
    }
    CHECK(read_data(files, "d.csv", {}).problems.front().code == DiagnosticCode::file_unreadable);
}
