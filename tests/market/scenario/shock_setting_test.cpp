#include "market/scenario/shock_setting.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using Op = ShockOperation;

TEST_CASE("a change is read by its spelling, or by the operation that is given") {
    struct Case {
        const char* text;
        std::optional<Op> given;
        Op operation;
        double value;
    };
    const Case cases[] = {
        {"+20%", {}, Op::scale, 1.2},
        {"-20%", {}, Op::scale, 0.8},
        {"x1.5", {}, Op::scale, 1.5},
        {"+5", {}, Op::add, 5},
        {"-5", {}, Op::add, -5},
        {"5", {}, Op::set, 5},
        {"5%", {}, Op::set, 0.05},
        {"-5", Op::set, Op::set, -5},
        {"+20%", Op::scale, Op::scale, 1.2},
        {"80%", Op::scale, Op::scale, 0.8},
        {"1.5", Op::scale, Op::scale, 1.5},
        {"5%", Op::add, Op::add, 0.05},
        {"250", Op::ceiling, Op::ceiling, 250},
        {"1e3", {}, Op::set, 1000},
        {"-100%", {}, Op::scale, 0},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        const auto change = parse_change(each.text, each.given);
        REQUIRE(change);
        CHECK(change->operation == each.operation);
        CHECK(change->value == Approx(each.value).margin(1e-15));
    }
}

TEST_CASE("a text that says no change is refused") {
    for (const char* text : {"", "%", "+", "x", "twenty", "5 %", "++5", "+-5", "x+5", "x5%", "nan",
                             "inf", "1e999", "-120%", "x-1", "5,5"}) {
        INFO(text);
        const auto change = parse_change(text);
        REQUIRE_FALSE(change);
        CHECK(change.error().code == DiagnosticCode::shock_value_invalid);
        CHECK_FALSE(change.error().remedy.empty());
    }
    CHECK_FALSE(parse_change("x1.5", Op::add));
    CHECK_FALSE(parse_change("-1", Op::scale));
}

TEST_CASE("a setting is a target and a change, a ceiling or a floor") {
    const auto sauna = parse_setting("price.sauna=+20%");
    REQUIRE(sauna);
    CHECK(to_string(sauna->target) == "price.sauna");
    CHECK(sauna->change.operation == Op::scale);
    CHECK(sauna->change.value == Approx(1.2));
    const auto ceiling = parse_setting("price.rent.section.posta<=250");
    REQUIRE(ceiling);
    CHECK(ceiling->change == ShockChange{Op::ceiling, 250});
    CHECK(parse_setting("price.rent>=10")->change == ShockChange{Op::floor, 10});
    CHECK(parse_setting("population=1500")->change == ShockChange{Op::set, 1500});
}

TEST_CASE("a setting says what is wrong with it") {
    CHECK(parse_setting("price.sauna").error().code == DiagnosticCode::shock_value_invalid);
    CHECK(parse_setting("=5").error().code == DiagnosticCode::shock_value_invalid);
    CHECK(parse_setting("<=5").error().code == DiagnosticCode::shock_target_unknown);
    CHECK(parse_setting("prize.sauna=5").error().code == DiagnosticCode::shock_target_unknown);
    CHECK(parse_setting("quantity.soap=5").error().code == DiagnosticCode::shock_operation_invalid);
    CHECK(parse_setting("price.sauna=dear").error().code == DiagnosticCode::shock_value_invalid);
}
