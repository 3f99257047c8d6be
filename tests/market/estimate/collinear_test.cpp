#include "market/estimate/collinear.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

Diagnostic fault_of(const std::string& csv, const std::string& formula,
                    const RegressionOptions& options = {}) {
    auto found = regress(test::frame_of(csv), test::formula_of(formula), options);
    REQUIRE_FALSE(found.has_value());
    return std::move(found).error();
}

}  // namespace

TEST_CASE("columns that move together are named, with how") {
    const std::string data = "y,a,b,c\n1,1,4,9\n2,2,1,8\n4,3,7,16\n3,4,2,13\n7,5,5,18\n9,6,1,16\n";
    const Diagnostic fault = fault_of(data, "y ~ a + b + c");
    CHECK(fault.code == DiagnosticCode::columns_collinear);
    CHECK(fault.explanation.find("c = 3 const + 2 a + b in all 6 rows") != std::string::npos);
}

TEST_CASE("a price that never varied is not identified, and said with its value") {
    const Diagnostic fault = fault_of("q,p\n1,2.5\n3,2.5\n2,2.5\n", "q ~ p");
    CHECK(fault.code == DiagnosticCode::not_identified);
    CHECK(fault.explanation.find("never varied: it is 2.5 in all 3 rows") != std::string::npos);
    const Diagnostic within =
        fault_of("q,p,g\n1,2,a\n3,2,a\n2,3,b\n5,3,b\n", "q ~ p", {.absorbed = {"g"}});
    CHECK(within.code == DiagnosticCode::not_identified);
    CHECK(within.explanation.find("within `g`") != std::string::npos);
}

TEST_CASE("decimals that rounding parts are collinear all the same") {
    std::string data = "y,a,b,c\n";
    test::Normals draw{3};
    for (int i = 0; i < 50; ++i) {
        const double a = draw() * 1e6;
        const double b = draw() * 1e-6;
        data += test::row({draw(), a, b, 0.1 * a + 0.7 * b});
    }
    CHECK(fault_of(data, "y ~ a + b + c").code == DiagnosticCode::columns_collinear);
}

TEST_CASE("columns that are nearly collinear are estimated, with a note") {
    std::string data = "y,a,b\n";
    test::Normals draw{4};
    for (int i = 0; i < 50; ++i) {
        const double a = draw();
        data += test::row({a + draw(), a, a + 1e-9 * draw()});
    }
    const auto found = test::regression_of(test::frame_of(data), "y ~ a + b");
    bool noted = false;
    for (const std::string& note : found.notes) noted |= note.starts_with("nearly collinear");
    CHECK(noted);
}

TEST_CASE("of very many columns that move together the first are named and the rest counted") {
    std::string sum = "I(";
    for (int i = 1; i < 20; ++i) sum += (i > 1 ? " + x" : "x") + std::to_string(i);
    std::string wide = "y";
    for (int i = 1; i < 20; ++i) wide += ",x" + std::to_string(i);
    wide += "\n";
    test::Normals draw{9};
    for (int row = 0; row < 60; ++row) {
        std::string line = to_string(Real{draw()});
        for (int i = 1; i < 20; ++i) line += "," + to_string(Real{draw()});
        wide += line + "\n";
    }
    std::string terms = "y ~ ";
    for (int i = 1; i < 20; ++i) terms += "x" + std::to_string(i) + " + ";
    const Diagnostic many = fault_of(wide, terms + sum + ")");
    CHECK(many.explanation.find(" and 11 others, since one is a sum") != std::string::npos);
}
