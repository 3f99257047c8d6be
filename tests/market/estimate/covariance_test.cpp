#include "market/estimate/covariance.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

// statsmodels 0.14 on NIST's Longley data, cov_type HC0 to HC3, as published to nine digits.
TEST_CASE("robust errors of Longley are those published") {
    const std::vector<std::pair<Errors, std::vector<double>>> published{
        {Errors::hc0,
         {832211.581, 51.2203474, .0245759976, .383239111, .146245001, .158208496, 428.384376}},
        {Errors::hc1,
         {1109615.44, 68.2937966, .0327679968, .510985481, .194993335, .210944662, 571.179167}},
        {Errors::hc2,
         {1202369.51, 67.4920821, .0365340502, .553336713, .205220873, .223236718, 617.592954}},
        {Errors::hc3,
         {1799477.22, 91.1193864, .0556239881, .822133498, .298789256, .324905820, 922.807837}}};
    const DataFrame frame = test::strd("longley");
    for (const auto& [errors, expected] : published) {
        const auto found = test::regression_of(frame, "y ~ .", {.errors = errors});
        for (std::size_t i = 0; i < expected.size(); ++i) {
            INFO(to_string(errors) << ' ' << found.coefficients[i].name);
            CHECK(found.coefficients[i].std_error == Approx(expected[i]).epsilon(1e-8));
        }
    }
}

TEST_CASE("clusters of one row each are hc1, but for CR1's factor") {
    std::string csv = "y,x,g\n";
    test::Normals draw{11};
    for (int i = 0; i < 40; ++i) {
        const double x = draw();
        csv += test::row({x + draw() * (1 + x * x), x, static_cast<double>(i)});
    }
    const DataFrame frame = test::frame_of(csv);
    const auto clustered =
        test::regression_of(frame, "y ~ x", {.errors = Errors::cluster, .cluster = "g"});
    const auto plain = test::regression_of(frame, "y ~ x", {.errors = Errors::hc1});
    CHECK(clustered.coefficients[1].std_error ==
          Approx(plain.coefficients[1].std_error).epsilon(1e-13));
    CHECK(*clustered.reference.degrees == 39);
    CHECK(*plain.reference.degrees == 38);
}

TEST_CASE("a row that a column is there for alone has no hc3") {
    const DataFrame frame = test::frame_of("y,x,d\n1,2,0\n3,4,0\n2,5,0\n4,4,0\n9,1,1\n");
    const auto found = regress(frame, test::formula_of("y ~ x + d"), {.errors = Errors::hc3});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == DiagnosticCode::leverage_one);
    CHECK(found.error().explanation.find("row 5") != std::string::npos);
}

TEST_CASE("one cluster is none") {
    const DataFrame frame = test::frame_of("y,x,g\n1,2,a\n3,4,a\n2,5,a\n");
    const auto found =
        regress(frame, test::formula_of("y ~ x"), {.errors = Errors::cluster, .cluster = "g"});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == DiagnosticCode::clusters_too_few);
}
