#include "market/estimate/expression_values.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

Result<std::vector<DoubleDouble>> values(const std::string& expression, const std::string& csv) {
    const DataFrame frame = test::frame_of(csv);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < frame.rows; ++i) rows.push_back(i);
    const std::string text = expression + " ~ 1";
    return expression_values(test::formula_of(text).response.expression, frame, rows, text);
}

}  // namespace

TEST_CASE("expressions come to what arithmetic says") {
    struct Case {
        std::string expression;
        double value;
    };
    const std::vector<Case> cases{{"x + 2 * y", 8},   {"(x + 2) * y", 12}, {"-x^2", -4},
                                  {"x^-1", 0.5},      {"y / x - 1", 0.5},  {"(x^y)^1", 8},
                                  {"exp(log(x))", 2}, {"sqrt(x * 8)", 4},  {"abs(x - y)", 1},
                                  {"I(x) - -y", 5},   {"x^0.5 * x^0.5", 2}};
    for (const Case& each : cases) {
        INFO(each.expression);
        const auto found = values(each.expression, "x,y\n2,3\n");
        REQUIRE(found.has_value());
        CHECK(found->front().high == Approx(each.value).epsilon(1e-15));
    }
}

TEST_CASE("whole powers of a decimal keep 30 digits") {
    const auto found = values("x^5", "x\n0.1\n");
    CHECK(abs(to_real(found->front()) * 100000 - 1).convert_to<double>() < 1e-30);
}

TEST_CASE("what has no value is counted, with the first row") {
    const auto found = values("log(x)", "x\n1\n0\n-2\n");
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == DiagnosticCode::value_undefined);
    CHECK(found.error().explanation.find("in 2 rows, first in row 2") != std::string::npos);
    CHECK_FALSE(values("1 / x", "x\n0\n").has_value());
    CHECK_FALSE(values("exp(x)", "x\n1000\n").has_value());
    CHECK_FALSE(values("sqrt(x)", "x\n-1\n").has_value());
}
