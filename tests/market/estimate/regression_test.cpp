#include "market/estimate/regression.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("statistics are held against what the method says: t, or the normal") {
    std::string csv = "y,x,z,g\n";
    test::Normals draw{2};
    for (int i = 0; i < 30; ++i) {
        const double z = draw();
        csv += test::row({draw(), z + draw(), z, static_cast<double>(i % 6)});
    }
    const DataFrame frame = test::frame_of(csv);
    struct Case {
        std::string formula;
        RegressionOptions options;
        std::optional<double> degrees;
    };
    const RegressionOptions clustered{.errors = Errors::cluster, .cluster = "g"};
    const std::vector<Case> cases{
        {"y ~ x", {}, 28},
        {"y ~ x", {.errors = Errors::hc3}, 28},
        {"y ~ x", clustered, 5},
        {"y ~ x", {.absorbed = {"g"}}, 23},
        {"y ~ [x ~ z]", {.method = Method::two_stage}, std::nullopt},
        {"y ~ [x ~ z]", {.method = Method::two_stage, .small = true}, 28}};
    for (const Case& each : cases) {
        INFO(each.formula);
        CHECK(test::regression_of(frame, each.formula, each.options).reference.degrees ==
              each.degrees);
    }
    const double by_n = test::regression_of(frame, "y ~ [x ~ z]", {.method = Method::two_stage})
                            .find("x")
                            ->std_error;
    const double small =
        test::regression_of(frame, "y ~ [x ~ z]", {.method = Method::two_stage, .small = true})
            .find("x")
            ->std_error;
    CHECK(small == Approx(by_n * std::sqrt(30.0 / 28)).epsilon(1e-13));
}

TEST_CASE("a method and a formula that do not go together are refused at their place") {
    const DataFrame frame = test::frame_of("y,x,z\n1,2,3\n2,4,1\n3,3,3\n");
    const auto least = regress(frame, test::formula_of("y ~ [x ~ z]"), {});
    REQUIRE_FALSE(least.has_value());
    CHECK(least.error().position.column == 5);
    const auto none = regress(frame, test::formula_of("y ~ x"), {.method = Method::gmm});
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == DiagnosticCode::formula_invalid);
}

TEST_CASE("known elasticities are recovered, and intervals cover them in 95 of 100 samples") {
    constexpr unsigned seeds = 300;
    double mean = 0;
    int covered = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        std::string csv = "q,p,m\n";
        test::Normals draw{2000 + seed};
        for (int i = 0; i < 50; ++i) {
            const double p = std::exp(0.3 * draw());
            const double m = std::exp(5 + 0.5 * draw());
            csv += test::row({std::pow(p, -0.7) * std::pow(m, 0.4) * std::exp(0.2 * draw()), p, m});
        }
        const auto found = test::regression_of(test::frame_of(csv), "log(q) ~ log(p) + log(m)",
                                               {.errors = Errors::hc3});
        const Coefficient& elasticity = *found.find("log(p)");
        mean += elasticity.estimate / seeds;
        covered += elasticity.low <= -0.7 && -0.7 <= elasticity.high ? 1 : 0;
    }
    CHECK(mean == Approx(-0.7).margin(0.02));
    CHECK(covered >= 273);
    CHECK(covered <= 297);
}
