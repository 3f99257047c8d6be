#include "market/series/numbers.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace cellbook;

TEST_CASE("decimals and amounts come through the door as the nearest double") {
    CHECK(to_double(Decimal{.coefficient = 1, .scale = 1}) == 0.1);
    CHECK(to_double(Decimal{.coefficient = -12345, .scale = 2}) == -123.45);
    CHECK(to_double(Sum{30050}, 2) == 300.5);
    CHECK(to_double(Sum{0}, 2) == 0.0);
    const Sum seventeen_digits = 90071992547409931;
    CHECK(to_double(seventeen_digits, 0) == 90071992547409936.0);
}

TEST_CASE("a double goes back to the nearest smallest unit, halves to even") {
    CHECK(to_minor(300.5, 2) == Sum{30050});
    CHECK(to_minor(0.125, 2) == Sum{12});
    CHECK(to_minor(0.375, 2) == Sum{38});
    CHECK(to_minor(-0.125, 2) == Sum{-12});
    CHECK(to_minor(-0.375, 2) == Sum{-38});
    CHECK(to_minor(0.1, 1) == Sum{1});
    CHECK_FALSE(to_minor(std::nan(""), 2));
    CHECK_FALSE(to_minor(std::numeric_limits<double>::infinity(), 2));
    CHECK_FALSE(to_minor(1e300, 2));
}

TEST_CASE("a table's number carries every bit, and nothing where there is none") {
    const Value third = table_value(1.0 / 3.0);
    CHECK(plain_text(third) == "0.33333333333333331");
    CHECK(std::holds_alternative<std::monostate>(table_value(std::nan(""))));
}
