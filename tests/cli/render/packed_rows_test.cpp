#include "cli/render/packed_rows.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace cellbook;
using namespace cellbook::cli;

namespace {

DrawnRow row_of(std::size_t number) {
    DrawnRow row{.role = static_cast<Row::Role>(number % 4),
                 .indent = static_cast<unsigned>(number % 3) * 2,
                 .ruled = number % 5 == 0};
    row.cells.resize(2);
    row.cells[0].push_back({.head = std::string(number % 200, 'x')});  // longer than a byte tells
    row.cells[1].push_back({.head = "-" + std::to_string(number),
                            .tail = ".50",
                            .unit = number % 2 == 0 ? " BOB" : " \u65e5",
                            .negative = true});
    if (number % 7 == 0) row.cells[1].push_back({.head = "7"});
    if (number % 11 == 0) row.cells[0].front().head = "\u0301";
    return row;
}

}  // namespace

TEST_CASE("rows come back from packed text as they were drawn, over many pieces") {
    PackedRows rows{2};
    std::size_t count = 0;
    while (rows.bytes() < 600'000) rows.add(row_of(count++));
    std::size_t number = 0;
    rows.for_each([&](const PackedRow& row) {
        const DrawnRow drawn = row_of(number++);
        REQUIRE(row.role == drawn.role);
        REQUIRE(row.indent == drawn.indent);
        REQUIRE(row.ruled == drawn.ruled);
        REQUIRE(row.cells.size() == drawn.cells.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            REQUIRE(row.cells[i].size() == drawn.cells[i].size());
            for (std::size_t line = 0; line < row.cells[i].size(); ++line) {
                REQUIRE(row.cells[i][line].text == drawn.cells[i][line].text());
                REQUIRE(row.cells[i][line].negative == drawn.cells[i][line].negative);
            }
        }
    });
    CHECK(number == count);
}

TEST_CASE("a line knows its columns, which are not its bytes") {
    PackedRows rows{2};
    rows.add(row_of(11));  // a combining mark, and a wide unit
    rows.for_each([](const PackedRow& row) {
        CHECK(row.cells[0][0].width == 0);
        CHECK(row.cells[0][0].text == "\u0301");
        CHECK(row.cells[1][0].width == 9);  // -11.50, a blank and two for the sign
    });
}

TEST_CASE("cleared rows are gone, and others may follow") {
    PackedRows rows{2};
    rows.add(row_of(1));
    rows.clear();
    CHECK(rows.bytes() == 0);
    int count = 0;
    rows.for_each([&](const PackedRow&) { ++count; });
    rows.add(row_of(2));
    rows.for_each([&](const PackedRow& row) { count += row.cells[1][0].text == "-2.50 BOB"; });
    CHECK(count == 1);
}
