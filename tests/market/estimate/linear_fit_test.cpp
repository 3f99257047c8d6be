#include "market/estimate/linear_fit.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

// Certified values: NIST StRD, linear regression. The fifteen digits that are certified.
TEST_CASE("Longley's coefficients and errors are those certified, to the last digit") {
    const auto found = test::regression_of(test::strd("longley"), "y ~ .");
    const std::vector<std::pair<double, double>> certified{
        {-3482258.63459582, 890420.383607373},         {15.0618722713733, 84.9149257747669},
        {-0.358191792925910e-1, 0.334910077722432e-1}, {-2.02022980381683, 0.488399681651699},
        {-1.03322686717359, 0.214274163161675},        {-0.511041056535807e-1, 0.226073200069370},
        {1829.15146461355, 455.478499142212}};
    REQUIRE(found.coefficients.size() == certified.size());
    for (std::size_t i = 0; i < certified.size(); ++i) {
        INFO(found.coefficients[i].name);
        CHECK(found.coefficients[i].estimate == Approx(certified[i].first).epsilon(1e-14));
        CHECK(found.coefficients[i].std_error == Approx(certified[i].second).epsilon(1e-14));
    }
    CHECK(found.statistic("r2") == Approx(.995479004577296).epsilon(1e-14));
    CHECK(found.statistic("sigma") == Approx(304.854073561965).epsilon(1e-14));
    CHECK(found.statistic("f") == Approx(330.285339234588).epsilon(1e-14));
    CHECK(found.statistic("ssr") == Approx(836424.055505915).epsilon(1e-14));
    CHECK(found.statistic("durbin_watson") == Approx(2.55948769).epsilon(1e-8));
}

TEST_CASE("Wampler's polynomials come out whole, and an exact fit is said") {
    const std::string formula = "y ~ x + x^2 + x^3 + x^4 + x^5";
    const auto first = test::regression_of(test::strd("wampler1"), formula);
    const auto second = test::regression_of(test::strd("wampler2"), formula);
    const auto fourth = test::regression_of(test::strd("wampler4"), formula);
    CHECK(first.exact);
    CHECK(second.exact);
    CHECK_FALSE(fourth.exact);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(first.coefficients[i].estimate == 1);
        CHECK(first.coefficients[i].std_error == 0);
        CHECK(std::isnan(first.coefficients[i].statistic));
        CHECK(second.coefficients[i].estimate ==
              Approx(std::pow(10.0, -static_cast<double>(i))).epsilon(1e-15));
        CHECK(fourth.coefficients[i].estimate == Approx(1).epsilon(1e-14));
    }
    CHECK(fourth.coefficients[1].std_error == Approx(236355.173469681).epsilon(1e-14));
}

TEST_CASE("rows in another order give the same digits") {
    std::string there = "y,x\n";
    std::string back = "y,x\n";
    std::vector<std::string> rows;
    test::Normals draw{1};
    for (int i = 0; i < 100; ++i) rows.push_back(test::row({draw() + 1e6, draw() * 1e-3}));
    for (const auto& each : rows) there += each;
    for (auto each = rows.rbegin(); each != rows.rend(); ++each) back += *each;
    const auto a = test::regression_of(test::frame_of(there), "y ~ x");
    const auto b = test::regression_of(test::frame_of(back), "y ~ x");
    CHECK(a.coefficients[1].estimate == b.coefficients[1].estimate);
    CHECK(a.coefficients[0].estimate == b.coefficients[0].estimate);
}

TEST_CASE("fewer rows than coefficients are refused, as many leave no errors") {
    const Formula formula = test::formula_of("y ~ x");
    const auto one = regress(test::frame_of("y,x\n1,2\n"), formula, {});
    REQUIRE_FALSE(one.has_value());
    CHECK(one.error().code == DiagnosticCode::rows_too_few);
    const auto two = test::regression_of(test::frame_of("y,x\n1,2\n3,3\n"), "y ~ x");
    CHECK(two.coefficients[1].estimate == 2);
    CHECK(std::isnan(two.coefficients[1].std_error));
}

TEST_CASE("units of any size give the same answer in other units") {
    const auto plain = test::regression_of(test::frame_of("y,x\n1,2\n2,4\n3,7\n"), "y ~ x");
    const auto scaled =
        test::regression_of(test::frame_of("y,x\n1e90,2e-90\n2e90,4e-90\n3e90,7e-90\n"), "y ~ x");
    CHECK(scaled.coefficients[1].estimate ==
          Approx(plain.coefficients[1].estimate * 1e180).epsilon(1e-14));
    CHECK(scaled.coefficients[1].statistic ==
          Approx(plain.coefficients[1].statistic).epsilon(1e-13));
    const auto beyond = regress(test::frame_of("y,x\n1,2e-200\n2,4e-200\n3,7e-200\n"),
                                test::formula_of("y ~ x"), {});
    REQUIRE_FALSE(beyond.has_value());
    CHECK(beyond.error().code == DiagnosticCode::number_too_large);
}
