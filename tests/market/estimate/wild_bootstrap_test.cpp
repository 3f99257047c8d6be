#include "market/estimate/wild_bootstrap.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

/// `clusters` of ten rows; y has nothing to do with x, both vary by cluster.
DataFrame sample(unsigned seed, int clusters, double slope = 0) {
    std::string csv = "y,x,g\n";
    test::Normals draw{seed};
    for (int g = 0; g < clusters; ++g) {
        const double common = draw();
        const double level = draw();
        for (int i = 0; i < 10; ++i) {
            const double x = level + 0.5 * draw();
            csv += test::row({slope * x + common + draw(), x, static_cast<double>(g)});
        }
    }
    return test::frame_of(csv);
}

Regression of(const DataFrame& frame, unsigned draws, std::uint64_t seed = 1) {
    return test::regression_of(frame, "y ~ x",
                               {.errors = Errors::cluster,
                                .cluster = "g",
                                .bootstrap = BootstrapOptions{.draws = draws, .seed = seed}});
}

/// p by its definition: samples are made, and regressions run on them.
double by_definition(const DataFrame& frame, int clusters) {
    const auto restricted = test::regression_of(frame, "y ~ 1");
    const auto free =
        test::regression_of(frame, "y ~ x", {.errors = Errors::cluster, .cluster = "g"});
    const double observed = std::abs(free.find("x")->statistic);
    const double mean = restricted.coefficients.front().estimate;
    int beyond = 0;
    for (int signs = 0; signs < 1 << clusters; ++signs) {
        std::string csv = "y,x,g\n";
        for (std::size_t i = 0; i < frame.rows; ++i) {
            const auto g = static_cast<int>(frame.find("g")->number(i).high);
            const double weight = (signs >> g & 1) != 0 ? 1 : -1;
            csv += test::row({mean + weight * restricted.residuals(static_cast<Eigen::Index>(i)),
                              frame.find("x")->number(i).high, static_cast<double>(g)});
        }
        const auto drawn = test::regression_of(test::frame_of(csv), "y ~ x",
                                               {.errors = Errors::cluster, .cluster = "g"});
        if (std::abs(drawn.find("x")->statistic) >= observed * (1 - 1e-8)) ++beyond;
    }
    return static_cast<double>(beyond) / (1 << clusters);
}

}  // namespace

TEST_CASE("all signs of thirteen clusters give the p of regressions run on each sample") {
    const DataFrame frame = sample(3, 13, 0.2);
    const auto found = of(frame, 8192);
    CHECK(*found.find("x")->bootstrap_p == by_definition(frame, 13));
}

TEST_CASE("draws depend on the seed alone") {
    const DataFrame frame = sample(4, 8);
    CHECK(*of(frame, 999, 7).find("x")->bootstrap_p == *of(frame, 999, 7).find("x")->bootstrap_p);
    CHECK(*of(frame, 999, 7).find("x")->bootstrap_p != *of(frame, 999, 8).find("x")->bootstrap_p);
}

TEST_CASE("with eight clusters the bootstrap rejects a true zero in about 5 of 100 samples") {
    constexpr unsigned seeds = 400;
    int bootstrap = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        const auto found = of(sample(1000 + seed, 8), 199);
        if (*found.find("x")->bootstrap_p <= 0.05) ++bootstrap;
    }
    // 20 expected; three binomial standard errors are 13.
    CHECK(bootstrap >= 7);
    CHECK(bootstrap <= 33);
}

TEST_CASE("a slope that is there is found") {
    CHECK(*of(sample(5, 8, 3), 999).find("x")->bootstrap_p < 0.05);
}
