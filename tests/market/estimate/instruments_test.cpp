#include "market/estimate/instruments.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

/// A market: demand q = 2 - 1.2 p + u, cost moved by z; the price answers to u.
DataFrame market(unsigned seed, int rows, double strength = 1) {
    std::string csv = "q,p,z1,z2\n";
    test::Normals draw{seed};
    for (int i = 0; i < rows; ++i) {
        const double z1 = draw();
        const double z2 = draw();
        const double u = draw();
        const double p = 1 + strength * (z1 + 0.5 * z2) + 0.8 * u + 0.5 * draw();
        csv += test::row({2 - 1.2 * p + u, p, z1, z2});
    }
    return test::frame_of(csv);
}

const std::string exact = "q ~ [p ~ z1]";
const std::string over = "q ~ [p ~ z1 + z2]";

}  // namespace

TEST_CASE("where instruments are as many as what they stand for, every method is Z'X^-1 Z'y") {
    const DataFrame frame = market(5, 200);
    const double b =
        test::regression_of(frame, exact, {.method = Method::two_stage}).find("p")->estimate;
    for (const Method method : {Method::liml, Method::gmm}) {
        CHECK(test::regression_of(frame, exact, {.method = method}).find("p")->estimate ==
              Approx(b).epsilon(1e-12));
    }
}

TEST_CASE("instruments that are the regressors themselves give least squares back") {
    const DataFrame frame = market(6, 100);
    const auto ols = test::regression_of(frame, "q ~ p + z1");
    const auto iv = test::regression_of(frame, "q ~ z1 + [I(p) ~ p]",
                                        {.method = Method::two_stage, .small = true});
    CHECK(iv.find("I(p)")->estimate == Approx(ols.find("p")->estimate).epsilon(1e-13));
    CHECK(iv.find("I(p)")->std_error == Approx(ols.find("p")->std_error).epsilon(1e-13));
}

TEST_CASE("least squares is biased where price answers to demand, and instruments are not") {
    constexpr int seeds = 200;
    double ols = 0;
    double iv = 0;
    int covered = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        const DataFrame frame = market(100 + seed, 200);
        ols += test::regression_of(frame, "q ~ p").find("p")->estimate / seeds;
        const auto found = test::regression_of(frame, over, {.method = Method::two_stage});
        const Coefficient& p = *found.find("p");
        iv += p.estimate / seeds;
        covered += p.low <= -1.2 && -1.2 <= p.high ? 1 : 0;
    }
    // 0.8 / (1 + 0.25 + 0.64 + 0.25), the covariance of price and demand by the price's variance.
    CHECK(ols == Approx(-1.2 + 0.8 / 2.14).margin(0.02));
    CHECK(iv == Approx(-1.2).margin(0.02));
    // 95 percent within three binomial standard errors.
    CHECK(covered >= 180);
    CHECK(covered <= 200);
}

TEST_CASE("LIML's k is no less than one, and is one where nothing is overidentified") {
    const auto of = [&](const std::string& formula) {
        return *test::regression_of(market(7, 150), formula, {.method = Method::liml})
                    .statistic("liml_k");
    };
    CHECK(of(over) > 1);
    CHECK(of(exact) == Approx(1).epsilon(1e-14));
}

TEST_CASE("classical weights make GMM two-stage least squares again") {
    const DataFrame frame = market(8, 150);
    const auto gmm =
        test::regression_of(frame, over, {.method = Method::gmm, .errors = Errors::classical});
    const auto iv = test::regression_of(frame, over, {.method = Method::two_stage});
    CHECK(gmm.find("p")->estimate == Approx(iv.find("p")->estimate).epsilon(1e-13));
    CHECK(gmm.find("p")->std_error == Approx(iv.find("p")->std_error).epsilon(1e-13));
}

TEST_CASE("what instruments cannot tell is refused") {
    const DataFrame frame = market(9, 30);
    const auto code = [&](const std::string& formula, const RegressionOptions& options) {
        auto found = regress(frame, test::formula_of(formula), options);
        REQUIRE_FALSE(found.has_value());
        return found.error().code;
    };
    CHECK(code("q ~ [p + z2 ~ z1]", {.method = Method::two_stage}) ==
          DiagnosticCode::instruments_too_few);
    CHECK(code("q ~ z1 + [p ~ z1]", {.method = Method::two_stage}) ==
          DiagnosticCode::columns_collinear);
    CHECK(code("q ~ [z1 + I(2*z1 + 1) ~ p + z2]", {.method = Method::two_stage}) ==
          DiagnosticCode::columns_collinear);
    CHECK(code("q ~ [p ~ I(p^2) + I(p)]", {.method = Method::liml}) ==
          DiagnosticCode::not_identified);
    const DataFrame flat =
        test::frame_of("q,p,z\n1,1,1\n2,2,-1\n3,1,-1\n4,2,1\n5,1,1\n6,2,-1\n7,1,-1\n9,2,1\n");
    auto unmoved = regress(flat, test::formula_of("q ~ [p ~ z]"), {.method = Method::two_stage});
    REQUIRE_FALSE(unmoved.has_value());
    CHECK(unmoved.error().code == DiagnosticCode::not_identified);
}
