#include "market/sensitivity/sampling.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace cellbook;

namespace {

Matrix sampled(const SamplingOptions& options) {
    auto points = sample_points(options);
    REQUIRE(points);
    return *points;
}

/// The error of the mean of a smooth function with mean 1.
double error_of_mean(const Matrix& points) {
    double sum = 0;
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        double product = 1;
        for (Eigen::Index d = 0; d < points.cols(); ++d) product *= 0.5 + points(i, d);
        sum += product;
    }
    return std::abs(sum / static_cast<double>(points.rows()) - 1);
}

}  // namespace

TEST_CASE("all points lie strictly within the cube, and the same seed gives the same points") {
    for (const SamplingName& name : sampling_names()) {
        const SamplingOptions options{
            .method = name.method, .points = 5, .dimensions = 4, .seed = Seed{3}};
        const Matrix points = sampled(options);
        INFO(name.name);
        CHECK(points.rows() == (name.method == SamplingMethod::grid ? 625 : 5));
        CHECK(points.cols() == 4);
        CHECK(points.minCoeff() > 0);
        CHECK(points.maxCoeff() < 1);
        CHECK(points == sampled(options));
        SamplingOptions other = options;
        other.seed = Seed{4};
        CHECK((points == sampled(other)) == (name.method == SamplingMethod::grid));
        CHECK(sampling_method(name.name) == name.method);
        CHECK(to_string(name.method) == name.name);
    }
    CHECK_FALSE(sampling_method("random"));
}

TEST_CASE("more points begin with the same points, by chance and of Sobol") {
    for (const auto method : {SamplingMethod::monte_carlo, SamplingMethod::sobol}) {
        const SamplingOptions few{.method = method, .points = 8, .dimensions = 3, .seed = Seed{1}};
        SamplingOptions many = few;
        many.points = 20;
        CHECK(sampled(few) == Matrix{sampled(many).topRows(8)});
    }
}

TEST_CASE("a Latin hypercube has one point in each range of each dimension") {
    const Matrix points = sampled({.method = SamplingMethod::latin_hypercube,
                                   .points = 50,
                                   .dimensions = 6,
                                   .seed = Seed{2}});
    for (Eigen::Index d = 0; d < 6; ++d) {
        std::set<int> ranges;
        for (Eigen::Index i = 0; i < 50; ++i) ranges.insert(static_cast<int>(points(i, d) * 50));
        CHECK(ranges.size() == 50);
    }
}

TEST_CASE("a grid has every combination of the middles of its steps") {
    const Matrix points = sampled({.method = SamplingMethod::grid, .points = 2, .dimensions = 2});
    Matrix expected(4, 2);
    expected << 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75;
    CHECK(points == expected);
}

TEST_CASE("Sobol points integrate a smooth function better than chance does") {
    const auto error = [](SamplingMethod method) {
        return error_of_mean(
            sampled({.method = method, .points = 4096, .dimensions = 5, .seed = Seed{1}}));
    };
    CHECK(error(SamplingMethod::sobol) < 2e-4);
    CHECK(error(SamplingMethod::sobol) < error(SamplingMethod::monte_carlo));
}

TEST_CASE("a sample of too many numbers is refused with its size") {
    const auto refused = [](SamplingMethod method, std::size_t points, std::size_t dimensions) {
        const auto result =
            sample_points({.method = method, .points = points, .dimensions = dimensions});
        REQUIRE_FALSE(result);
        CHECK(result.error().code == DiagnosticCode::sampling_invalid);
        return result.error().explanation;
    };
    CHECK(refused(SamplingMethod::grid, 10, 20) ==
          "10 points along each side in 20 dimensions are more than 100000000 numbers");
    CHECK(refused(SamplingMethod::monte_carlo, 100000001, 1) ==
          "100000001 points in 1 dimensions are more than 100000000 numbers");
    CHECK(refused(SamplingMethod::sobol, 1, 4000) ==
          "Sobol' points have at most 3667 dimensions, and here are 4000");
}
