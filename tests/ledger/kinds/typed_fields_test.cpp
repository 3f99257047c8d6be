#include "ledger/kinds/typed_fields.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

using namespace cellbook;

TEST_CASE("a decimal literal keeps what is written") {
    CHECK(300.00_decimal == Decimal{.coefficient = 30000, .scale = 2});
    CHECK(12'500.5_decimal == Decimal{.coefficient = 125005, .scale = 1});
    CHECK(7_decimal == Decimal{.coefficient = 7, .scale = 0});
}

TEST_CASE("money is read from a number and a commodity") {
    const auto money = Money::parse("300.00 BOB");
    REQUIRE(money);
    CHECK(*money == Money{.amount = 300.00_decimal, .commodity = "BOB"});
    for (const auto* wrong : {"", "300.00", "BOB", "300.00 ", "3e2 BOB", "300.00 B O B"}) {
        INFO(wrong);
        const auto refused = Money::parse(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == DiagnosticCode::number_invalid);
    }
}

TEST_CASE("a name of one sort is no name of another") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<CellName, PartyName>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<const char*, PartyName>);
}
