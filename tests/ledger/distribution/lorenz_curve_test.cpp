#include "ledger/distribution/lorenz_curve.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

namespace {

/// One less twice the area below the corners, by trapezoids.
Real gini_by_area(const std::vector<LorenzPoint>& points) {
    Real twice{};
    for (std::size_t i = 1; i < points.size(); ++i) {
        twice +=
            (points[i].people - points[i - 1].people) * (points[i].value + points[i - 1].value);
    }
    return 1 - twice;
}

}  // namespace

TEST_CASE("the curve runs straight between observations, which a share may cut") {
    const auto made = test::distribution_of(test::plain({1, 3}));
    const std::vector<Fraction> shares{{0, 4}, {1, 4}, {2, 4}, {3, 4}, {4, 4}};
    const auto points = *lorenz_at(made, shares);
    const std::vector<std::string> expected{"0", "0.125", "0.25", "0.625", "1"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(points[i].people == Real{i} / 4);
        CHECK(points[i].value == Real{expected[i]});
    }
}

TEST_CASE("the area above the curve's corners is the Gini") {
    test::Numbers random{11};
    for (int round = 0; round < 20; ++round) {
        Observations all;
        for (int i = 0; i < 50; ++i) {
            all.all.push_back({.value = random.next(-5, 100), .weight = random.next(0, 4)});
        }
        const auto points = *lorenz_corners(test::distribution_of(all));
        CHECK(test::close(gini_by_area(points), *test::measures_of(all).value("gini")));
        CHECK(points.front().people == 0);
        CHECK(points.back().people == 1);
        CHECK(points.back().value == 1);
    }
}

TEST_CASE("both ways of drawing it give the same points") {
    const auto made = test::distribution_of(test::plain({5, 1, 8, 2, 30}));
    const std::vector<Fraction> fifths{{0, 5}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {5, 5}};
    const auto at = *lorenz_at(made, fifths);
    const auto corners = *lorenz_corners(made);
    REQUIRE(at.size() == corners.size());
    for (std::size_t i = 0; i < at.size(); ++i) CHECK(test::close(at[i].value, corners[i].value));
}

TEST_CASE("there is no curve without a sum above zero") {
    const std::vector<Fraction> all{{1, 1}};
    for (const auto& values : {std::vector<std::int64_t>{0, 0}, {-3, 3}, {-1}}) {
        const auto made = test::distribution_of(test::plain(values));
        CHECK_FALSE(lorenz_at(made, all));
        CHECK_FALSE(lorenz_corners(made));
    }
}
