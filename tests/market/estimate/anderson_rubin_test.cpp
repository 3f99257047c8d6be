#include "market/estimate/anderson_rubin.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

DataFrame market(unsigned seed, double strength, double invalid = 0, int rows = 100) {
    std::string csv = "q,p,z1,z2,x\n";
    test::Normals draw{seed};
    for (int i = 0; i < rows; ++i) {
        const double z1 = draw();
        const double z2 = draw();
        const double x = draw();
        const double u = draw();
        const double p = strength * (z1 + z2) + 0.8 * u + 0.5 * draw() + x;
        csv += test::row({u - p + invalid * (z1 - z2) + x, p, z1, z2, x});
    }
    return test::frame_of(csv);
}

AndersonRubin of(const DataFrame& frame, const std::string& formula, Errors errors) {
    const auto folded = test::folded_of(frame, formula, Method::two_stage);
    const auto found = anderson_rubin(folded, *project(folded), errors, 0.95);
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("the statistic at zero is the F of instruments in y on them and the rest") {
    const DataFrame frame = market(1, 1);
    const auto with = test::regression_of(frame, "q ~ x + z1 + z2");
    const auto without = test::regression_of(frame, "q ~ x");
    const double f = (*without.statistic("ssr") - *with.statistic("ssr")) / 2 /
                     (*with.statistic("ssr") / *with.statistic("df_residual"));
    CHECK(of(frame, "q ~ x + [p ~ z1 + z2]", Errors::classical).at_zero ==
          Approx(f).epsilon(1e-11));
}

TEST_CASE("with one instrument the ends are roots of the quadratic") {
    const DataFrame frame = market(2, 1);
    const auto set = of(frame, "q ~ x + [p ~ z1]", Errors::classical).set;
    REQUIRE(set.size() == 1);
    for (const double end : {set[0].low, set[0].high}) {
        // At an end the F of z1 in q - end p on x and z1 is the critical value.
        const std::string left = "I(q - (" + to_string(Real{end}) + ") * p)";
        const auto found = test::regression_of(frame, left + " ~ x + z1");
        const double t = found.find("z1")->statistic;
        CHECK(t * t == Approx(f_critical(0.95, 1, 97)).epsilon(1e-9));
    }
}

TEST_CASE("a set is bounded, unbounded or empty as the instruments are") {
    const std::string formula = "q ~ x + [p ~ z1 + z2]";
    const auto strong = of(market(3, 1), formula, Errors::hc1).set;
    REQUIRE(strong.size() == 1);
    CHECK(std::isfinite(strong[0].low));
    CHECK(strong[0].low < -1);
    CHECK(strong[0].high > -1);
    const auto weak = of(market(3, 0), formula, Errors::classical).set;
    REQUIRE_FALSE(weak.empty());
    CHECK(std::isinf(weak.front().low));
    CHECK(std::isinf(weak.back().high));
    CHECK(of(market(3, 1, 3), formula, Errors::classical).set.empty());
}

TEST_CASE("the set covers the truth in 95 of 100 samples, though instruments are weak") {
    constexpr unsigned seeds = 200;
    int covered = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        for (const auto& [low, high] :
             of(market(500 + seed, 0.1), "q ~ x + [p ~ z1 + z2]", Errors::classical).set) {
            if (low <= -1 && -1 <= high) ++covered;
        }
    }
    CHECK(covered >= 180);
    CHECK(covered < 200);
}
