#include "market/series/frame_table.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("a frame's table holds its numbers whole and says how rows are known") {
    const Table table =
        frame_table(test::frame_of("a,b,standing\n0.1,x,assumed\n,y,\n"), "series", "");
    REQUIRE(table.rows.size() == 2);
    CHECK(plain_text(table.rows[0].cells[0]) == "0.10000000000000001");
    CHECK(plain_text(table.rows[1].cells[0]).empty());
    CHECK(plain_text(table.rows[1].cells[1]) == "y");
    CHECK(plain_text(table.rows[0].cells[3]) == "assumed");
    CHECK(plain_text(table.rows[1].cells[3]) == "observed");
}
