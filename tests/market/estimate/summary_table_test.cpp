#include "market/estimate/summary_table.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("Table 1 says what columns hold, and how many rows each group has") {
    const DataFrame frame = test::frame_of("y,x,g,other\n1,2,a,1\n2,,b,1\n4,5,a,1\n3,8,,1\n");
    const auto table = summary_table(frame, {test::formula_of("log(y) ~ x + g")});
    REQUIRE(table.has_value());
    const auto cell = [&](std::size_t row, std::size_t column) {
        return plain_text(table->rows[row].cells[column]);
    };
    REQUIRE(table->rows.size() == 4);
    CHECK(cell(0, 0) == "y");
    CHECK(cell(0, 4) == "2.5");
    CHECK(cell(0, 7) == "2.5");
    CHECK(cell(1, 2) == "3");
    CHECK(cell(1, 3) == "1");
    CHECK(cell(1, 4) == "5");
    CHECK(cell(1, 5) == "3");
    CHECK(cell(2, 1) == "a");
    CHECK(cell(2, 2) == "2");
    CHECK(cell(3, 3) == "1");
    CHECK(summary_table(frame, {})->rows.size() == 5);
    CHECK_FALSE(summary_table(frame, {test::formula_of("z ~ x")}).has_value());
}
