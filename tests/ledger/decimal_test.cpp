#include "ledger/decimal.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a decimal keeps the digits that were written") {
    for (const char* const text :
         {"0", "1", "-1", "1.50", "-0.05", "0.000000000000000001", "100",
          "99999999999999999999999999999999999999", "-12345678901234567890.123456789012345678"}) {
        INFO(text);
        const auto value = parse_decimal(text);
        REQUIRE(value);
        CHECK(to_string(*value) == text);
    }
    CHECK(to_string(*parse_decimal("+.5")) == "0.5");
    CHECK(to_string(*parse_decimal("7.")) == "7");
}

TEST_CASE("what is no decimal, or too long a one, is refused by name") {
    for (const char* const text : {"", "-", ".", "1.2.3", "1e5", "1,5", "0x1", " 1", "--1"}) {
        INFO(text);
        const auto value = parse_decimal(text);
        REQUIRE_FALSE(value);
        CHECK(value.error().code == DiagnosticCode::number_invalid);
    }
    CHECK(parse_decimal("999999999999999999999999999999999999999").error().code ==
          DiagnosticCode::number_too_large);
    CHECK(parse_decimal("0." + std::string(37, '0')).error().code ==
          DiagnosticCode::number_too_large);
}

TEST_CASE("1.50 and 1.5 have one value and two spellings") {
    const Decimal a = *parse_decimal("1.50");
    const Decimal b = *parse_decimal("1.5");
    CHECK_FALSE(a == b);
    CHECK(same_value(a, b));
    CHECK(normalized(a) == b);
    CHECK(to_string(normalized(*parse_decimal("100"))) == "100");
    CHECK(same_value(*parse_decimal("0.00"), *parse_decimal("-0")));
}

TEST_CASE("minor units print at their scale, to the ends of 128 bits") {
    CHECK(to_decimal_text(-30000, 2) == "-300.00");
    CHECK(to_decimal_text(5, 2) == "0.05");
    CHECK(to_decimal_text(-5, 18) == "-0.000000000000000005");
    CHECK(to_decimal_text(std::numeric_limits<std::int64_t>::min(), 0) == "-9223372036854775808");
    const Int128 lowest = Int128{1} << 127;
    CHECK(to_decimal_text(lowest, 0) == "-170141183460469231731687303715884105728");
}

TEST_CASE("costs are rounded half-even to the commodity's decimals") {
    struct Case {
        std::int64_t quantity;
        std::uint8_t quantity_scale;
        const char* unit;
        std::int64_t half_even;
        std::int64_t half_up;
        std::int64_t down;
    };
    const auto at =
        GENERATE(Case{100, 0, "6.91", 69100, 69100, 69100}, Case{1, 0, "0.125", 12, 13, 12},
                 Case{1, 0, "0.135", 14, 14, 13}, Case{-1, 0, "0.125", -12, -13, -12},
                 Case{3, 0, "0.3333", 100, 100, 99}, Case{150, 2, "6.965", 1045, 1045, 1044},
                 Case{5, 1, "0.01", 0, 1, 0}, Case{15, 1, "0.01", 2, 2, 1});
    const Decimal unit = *parse_decimal(at.unit);
    const auto rounded = [&](Rounding rounding) {
        return *multiply_rounded(at.quantity, at.quantity_scale, unit, 2, rounding);
    };
    INFO(at.quantity << " x " << at.unit);
    CHECK(rounded(Rounding::half_even) == at.half_even);
    CHECK(rounded(Rounding::half_up) == at.half_up);
    CHECK(rounded(Rounding::down) == at.down);
}

TEST_CASE("a product beyond 64 bits is an error, never a wrap") {
    const auto most = std::numeric_limits<std::int64_t>::max();
    const Decimal one = *parse_decimal("1");
    CHECK(*multiply_rounded(most, 0, one, 0, Rounding::half_even) == most);
    CHECK(*multiply_rounded(std::numeric_limits<std::int64_t>::min(), 0, one, 0,
                            Rounding::half_even) == std::numeric_limits<std::int64_t>::min());
    const auto over = multiply_rounded(most, 0, *parse_decimal("1.0000001"), 0, Rounding::down);
    REQUIRE_FALSE(over);
    CHECK(over.error().code == DiagnosticCode::amount_overflow);
    CHECK(multiply_rounded(most, 18, *parse_decimal("99999999999999999999999999999999999999"), 18,
                           Rounding::down)
              .error()
              .code == DiagnosticCode::amount_overflow);
}

TEST_CASE("exact conversion refuses to lose digits and allows zeros to go") {
    CHECK(*to_minor_exact(*parse_decimal("1.5"), 2) == 150);
    CHECK(*to_minor_exact(*parse_decimal("1.500"), 2) == 150);
    CHECK(to_minor_exact(*parse_decimal("1.505"), 2).error().code ==
          DiagnosticCode::amount_too_precise);
    CHECK(to_minor_exact(*parse_decimal("92233720368547758.08"), 2).error().code ==
          DiagnosticCode::amount_overflow);
    CHECK(*to_minor_rounded(*parse_decimal("1.505"), 2, Rounding::half_even) == 150);
}
