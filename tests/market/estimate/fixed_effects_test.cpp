#include "market/estimate/fixed_effects.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

DataFrame panel() {
    test::Normals draw{7};
    std::string csv = "y,x,g,h\n";
    for (int i = 0; i < 60; ++i) {
        const double x = draw() + i % 4;
        csv += test::row({2 * x + i % 4 + 0.5 * (i % 5) + draw(), x, static_cast<double>(i % 4),
                          static_cast<double>(i % 5)});
    }
    return test::frame_of(csv);
}

}  // namespace

TEST_CASE("effects taken out leave the slope that a dummy for each group leaves") {
    const DataFrame frame = panel();
    const auto within = test::regression_of(frame, "y ~ x", {.absorbed = {"g"}});
    const auto dummies = test::regression_of(frame, "y ~ x + C(g)");
    const Coefficient& slope = within.coefficients.front();
    CHECK(slope.estimate == Approx(dummies.find("x")->estimate).epsilon(1e-13));
    CHECK(slope.std_error == Approx(dummies.find("x")->std_error).epsilon(1e-13));
    const RegressionOptions hc3{.errors = Errors::hc3, .absorbed = {"g"}};
    CHECK(test::regression_of(frame, "y ~ x", hc3).coefficients.front().std_error ==
          Approx(test::regression_of(frame, "y ~ x + C(g)", {.errors = Errors::hc3})
                     .find("x")
                     ->std_error)
              .epsilon(1e-12));
}

TEST_CASE("two effects at once are those of both sets of dummies") {
    const DataFrame frame = panel();
    const auto within = test::regression_of(frame, "y ~ x", {.absorbed = {"g", "h"}});
    const auto dummies = test::regression_of(frame, "y ~ x + C(g) + C(h)");
    CHECK(within.coefficients.front().estimate ==
          Approx(dummies.find("x")->estimate).epsilon(1e-12));
    CHECK(within.coefficients.front().std_error ==
          Approx(dummies.find("x")->std_error).epsilon(1e-12));
    CHECK(within.statistic("df_residual") == dummies.statistic("df_residual"));
}

TEST_CASE("groups that hardly any row joins are told instead of a number that is not there yet") {
    // A chain: each group of one kind shares one row with the next of the other.
    constexpr std::uint32_t links = 600;
    RowGroups first{.name = "g", .count = links};
    RowGroups second{.name = "h", .count = links + 1};
    std::vector<DoubleDouble> column;
    for (std::uint32_t i = 0; i < links; ++i) {
        for (const std::uint32_t next : {i, i + 1}) {
            first.of_row.push_back(i);
            second.of_row.push_back(next);
            column.push_back({static_cast<double>((i * 37 + next * 11) % 101), 0});
        }
    }
    WideMatrix x{column.size(), {column}};
    const auto degrees = absorb(x, {first, second});
    REQUIRE_FALSE(degrees.has_value());
    CHECK(degrees.error().code == DiagnosticCode::not_converged);
}
