#include "cli/render/plain_value.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using cli::plain_text;

TEST_CASE("values are plain text for programs") {
    CHECK(plain_text(Value{}).empty());
    CHECK(plain_text(std::string{"a, b"}) == "a, b");
    CHECK(plain_text(std::int64_t{-7}) == "-7");
    CHECK(plain_text(Decimal{150, 2}) == "1.50");
    CHECK(plain_text(*parse_date("2018/3/1")) == "2018-03-01");
    CHECK(plain_text(TableAmount{-30000, 2, "BOB"}) == "-300.00");
    CHECK(plain_text(std::vector<TableAmount>{{1, 0, "a"}, {25, 1, "b"}}) == "1 a; 2.5 b");
}
