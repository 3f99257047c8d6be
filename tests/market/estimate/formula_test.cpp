#include "market/estimate/formula.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

std::vector<std::string> names_of(const std::vector<Term>& terms) {
    std::vector<std::string> names;
    for (const Term& term : terms) {
        std::string name;
        for (const Factor& factor : term.factors) name += (name.empty() ? "" : ":") + factor.name;
        names.push_back(name);
    }
    return names;
}

}  // namespace

TEST_CASE("formulas mean what they mean in R") {
    struct Case {
        std::string text;
        std::vector<std::string> terms;
        bool constant;
    };
    const std::vector<Case> cases{
        {"y ~ a + b", {"a", "b"}, true},
        {"y~a+b-1", {"a", "b"}, false},
        {"y ~ 0 + a", {"a"}, false},
        {"y ~ 1", {}, true},
        {"y ~ -1 + a", {"a"}, false},
        {"y ~ a*b", {"a", "b", "a:b"}, true},
        {"y ~ a*b*c", {"a", "b", "a:b", "c", "a:c", "b:c", "a:b:c"}, true},
        {"y ~ a*b - a:b", {"a", "b"}, true},
        {"y ~ a + a", {"a"}, true},
        {"y ~ x^2 + I(x^3)", {"x^2", "I(x^3)"}, true},
        {"y ~ log( x + 1 ) + C( g )", {"log(x+1)", "C(g)"}, true},
        {"y ~ `my col` + a.b_c", {"my col", "a.b_c"}, true}};
    for (const Case& each : cases) {
        INFO(each.text);
        const Formula formula = test::formula_of(each.text);
        CHECK(names_of(formula.terms) == each.terms);
        CHECK(formula.constant == each.constant);
    }
}

TEST_CASE("brackets hold endogenous columns and their instruments") {
    const Formula formula = test::formula_of("log(q) ~ x + [log(p) + r ~ z1 + z2 + C(s)]");
    CHECK(names_of(formula.terms) == std::vector<std::string>{"x"});
    CHECK(names_of(formula.endogenous) == std::vector<std::string>{"log(p)", "r"});
    CHECK(names_of(formula.instruments) == std::vector<std::string>{"z1", "z2", "C(s)"});
}

TEST_CASE("a formula that is none is told at its column") {
    struct Case {
        std::string text;
        std::uint32_t column;
    };
    const std::vector<Case> cases{{"y", 2},
                                  {"y ~ a +", 8},
                                  {"y ~ lg(a)", 5},
                                  {"y ~ a b", 7},
                                  {"y ~ [a ~ z", 11},
                                  {"y ~ a / b", 7},
                                  {"y ~ (a", 7},
                                  {"y ~ 5", 5},
                                  {"y ~ [a~z] + [b~w]", 13},
                                  {"y ~ C(a + b)", 9},
                                  {"", 1},
                                  {"y ~ `a", 6}};
    for (const Case& each : cases) {
        INFO(each.text);
        const auto formula = parse_formula(each.text);
        REQUIRE_FALSE(formula.has_value());
        CHECK(formula.error().code == DiagnosticCode::formula_invalid);
        CHECK(formula.error().position.column == each.column);
        CHECK_FALSE(formula.error().remedy.empty());
    }
    CHECK_FALSE(parse_formula("y ~ " + std::string(100000, '(') + "a").has_value());
}
