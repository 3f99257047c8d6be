#include "market/estimate/instrument_tests.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

DataFrame market(unsigned seed, double strength, double invalid = 0) {
    std::string csv = "q,p,z1,z2,g\n";
    test::Normals draw{seed};
    for (int i = 0; i < 200; ++i) {
        const double z1 = draw();
        const double z2 = draw();
        const double u = draw();
        const double p = strength * (z1 + z2) + 0.8 * u + 0.5 * draw();
        csv += test::row({u - p + invalid * z2, p, z1, z2, static_cast<double>(i % 20)});
    }
    return test::frame_of(csv);
}

Regression of(const DataFrame& frame, Errors errors = Errors::classical) {
    RegressionOptions options{.method = Method::two_stage, .errors = errors};
    if (errors == Errors::cluster) options.cluster = "g";
    return test::regression_of(frame, "q ~ [p ~ z1 + z2]", options);
}

bool has_note(const Regression& regression, const std::string& begin) {
    for (const std::string& note : regression.notes) {
        if (note.starts_with(begin)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the first-stage F is that of the regression of the price on its instruments") {
    const DataFrame frame = market(3, 0.5);
    const auto stage = test::regression_of(frame, "p ~ z1 + z2");
    const auto found = of(frame);
    CHECK(*found.statistic("first_stage_f") == Approx(*stage.statistic("f")).epsilon(1e-12));
    CHECK(*found.statistic("effective_f") == Approx(*stage.statistic("f")).epsilon(1e-12));
    for (const Errors errors : {Errors::hc1, Errors::cluster}) {
        RegressionOptions options{.errors = errors};
        if (errors == Errors::cluster) options.cluster = "g";
        const auto robust = test::regression_of(frame, "p ~ z1 + z2", options);
        CHECK(*of(frame, errors).statistic("first_stage_f_robust") ==
              Approx(*robust.statistic("f")).epsilon(1e-10));
    }
}

TEST_CASE("weak instruments are said, and strong ones not") {
    CHECK(has_note(of(market(4, 0.03)), "weak instruments"));
    CHECK_FALSE(has_note(of(market(4, 1)), "weak instruments"));
}

TEST_CASE("Sargan and Hansen reject an instrument that moves demand itself") {
    CHECK(*of(market(5, 1)).statistic("sargan_p") > 0.01);
    CHECK(*of(market(5, 1, 0.5)).statistic("sargan_p") < 0.001);
    CHECK(*of(market(5, 1, 0.5)).statistic("hansen_j_p") < 0.001);
}

TEST_CASE("Wu and Hausman reject least squares where price answers to demand") {
    CHECK(*of(market(6, 1)).statistic("wu_hausman_p") < 0.001);
}

TEST_CASE(
    "instruments that explain a column wholly, or as many as rows, are said and not a crash") {
    const auto wholly =
        test::regression_of(test::frame_of("y,x,w\n2,1,3\n4,2,1\n7,3,2\n8,4,9\n10,5,1\n"),
                            "y ~ [I(2*x) ~ x + w]", {.method = Method::two_stage});
    CHECK(std::isinf(*wholly.statistic("first_stage_f")));
    CHECK(has_note(wholly, "the instruments explain `I(2*x)` wholly"));
    const auto few = test::regression_of(test::frame_of("y,x,z,w\n2,1,1,3\n4,3,2,1\n7,3,5,2\n"),
                                         "y ~ [x ~ z + w]", {.method = Method::two_stage});
    CHECK(has_note(few, "no tests of the instruments"));
    CHECK_FALSE(few.statistic("first_stage_f"));
}

TEST_CASE("Stock and Yogo's values are those of their table") {
    CHECK(stock_yogo_size_10(1) == 16.38);
    CHECK(stock_yogo_size_10(10) == 38.54);
    CHECK_FALSE(stock_yogo_size_10(11));
}
