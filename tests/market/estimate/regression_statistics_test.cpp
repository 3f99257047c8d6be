#include "market/estimate/regression_statistics.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

// NIST StRD NoInt1: certified residual SD 3.56753034006338, R2 0.999365492298663, F 15750.25.
TEST_CASE("without a constant R2 is about zero, as certified") {
    const auto found = test::regression_of(test::strd("noint1"), "y ~ x - 1");
    CHECK(found.statistic("sigma") == Approx(3.56753034006338).epsilon(1e-14));
    CHECK(found.statistic("r2") == Approx(0.999365492298663).epsilon(1e-14));
    CHECK(found.statistic("f") == Approx(15750.25).epsilon(1e-13));
}

// NIST StRD Norris: certified residual SD 0.884796396144373, R2 0.999993745883712.
TEST_CASE("with a constant it is about the mean") {
    const auto found = test::regression_of(test::strd("norris"), "y ~ x");
    CHECK(found.statistic("sigma") == Approx(0.884796396144373).epsilon(1e-14));
    CHECK(found.statistic("r2") == Approx(0.999993745883712).epsilon(1e-14));
    CHECK(found.statistic("f") == Approx(5436385.54079785).epsilon(1e-13));
}

TEST_CASE("what is odd about a regression is noted") {
    const auto notes = [](const std::string& csv, const std::string& formula,
                          const RegressionOptions& options = {}) {
        std::string all;
        for (const auto& note : test::regression_of(test::frame_of(csv), formula, options).notes) {
            all += note + '\n';
        }
        return all;
    };
    CHECK(notes("y,x\n1,1\n2,2\n3,3\n", "y ~ x").find("the fit is exact") != std::string::npos);
    CHECK(notes("y,x\n1,1\n2,2\n3,5\n,3\n", "y ~ x").find("1 row is left out") !=
          std::string::npos);
    CHECK(notes("y,x\n1,1\n3,2\n", "y ~ x").find("no degree of freedom") != std::string::npos);
    CHECK(notes("y,x\n1,1\n3,2\n3,5\n", "y ~ x - 1").find("about zero") != std::string::npos);
    CHECK(notes("y,x,g\n1,1,a\n3,2,a\n3,5,b\n4,1,b\n", "y ~ x",
                {.errors = Errors::cluster, .cluster = "g"})
              .find("2 clusters are few") != std::string::npos);
    CHECK(notes("y,x,standing\n1,1,assumed\n3,2,\n3,5,\n", "y ~ x", {.on_simulated = true})
              .find("ON SIMULATED DATA") != std::string::npos);
}
