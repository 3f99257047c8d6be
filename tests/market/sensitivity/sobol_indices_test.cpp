#include "market/sensitivity/sobol_indices.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>

using namespace cellbook;

namespace {

using Model = std::function<double(const Vector&)>;

double ishigami(const Vector& point) {
    const Vector x = std::numbers::pi * (2 * point.array() - 1);
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
           0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

double sobol_g(const Vector& point) {
    const double a[] = {0, 1, 4.5, 9, 99, 99, 99, 99};
    double product = 1;
    for (Eigen::Index i = 0; i < point.size(); ++i) {
        product *= (std::abs(4 * point(i) - 2) + a[i]) / (1 + a[i]);
    }
    return product;
}

SobolIndices indices_of(const Model& model, const SaltelliDesign& design,
                        std::size_t resamples = 0) {
    const auto points = saltelli_points(design);
    REQUIRE(points);
    std::vector<double> outputs;
    for (Eigen::Index i = 0; i < points->rows(); ++i) {
        outputs.push_back(model(points->row(i).transpose()));
    }
    const auto indices =
        sobol_indices(outputs, design, {.confidence = 0.95, .resamples = resamples});
    REQUIRE(indices);
    return *indices;
}

}  // namespace

TEST_CASE("indices of Ishigami's function are the analytic ones") {
    // Ishigami and Homma (1990), a = 7, b = 0.1; the closed forms evaluated.
    const double first[] = {0.31390519114781146, 0.4424111447900409, 0};
    const double total[] = {0.5575888552099592, 0.4424111447900409, 0.2436836640621477};
    const SobolIndices indices = indices_of(
        ishigami,
        {.base_points = 16384, .dimensions = 3, .second_order = true, .seed = Seed{20260101}});
    CHECK(indices.mean == Approx(3.5).margin(0.005));
    CHECK(indices.variance == Approx(13.844587940719254).margin(0.01));
    for (std::size_t d = 0; d < 3; ++d) {
        INFO(d);
        CHECK(indices.first[d].value == Approx(first[d]).margin(0.003));
        CHECK(indices.total[d].value == Approx(total[d]).margin(0.003));
    }
    CHECK(indices.second[indices.pair_index(0, 1)].value == Approx(0).margin(0.005));
    CHECK(indices.second[indices.pair_index(0, 2)].value ==
          Approx(0.2436836640621477).margin(0.005));
    CHECK(indices.second[indices.pair_index(1, 2)].value == Approx(0).margin(0.005));
}

TEST_CASE("indices of Sobol's g function are the analytic ones") {
    // Saltelli et al. (2008), a = (0, 1, 4.5, 9, 99, 99, 99, 99); the closed forms evaluated.
    const double first[] = {0.7161921689, 0.1790480422, 0.0236757742, 0.0071619217,
                            0.0000716192, 0.0000716192, 0.0000716192, 0.0000716192};
    const double total[] = {0.7871441267, 0.2421981928, 0.0343169102, 0.0104603871,
                            0.0001049491, 0.0001049491, 0.0001049491, 0.0001049491};
    const SobolIndices indices =
        indices_of(sobol_g, {.base_points = 16384, .dimensions = 8, .seed = Seed{20260101}});
    CHECK(indices.variance == Approx(0.4654244319).margin(0.001));
    for (std::size_t d = 0; d < 8; ++d) {
        INFO(d);
        CHECK(indices.first[d].value == Approx(first[d]).margin(0.003));
        CHECK(indices.total[d].value == Approx(total[d]).margin(0.003));
    }
    CHECK(indices.second.empty());
}

TEST_CASE("bootstrap intervals hold the true index, and narrow with the number of points") {
    const auto width = [](std::size_t points) {
        const SobolIndices indices =
            indices_of(ishigami, {.base_points = points, .dimensions = 3, .seed = Seed{4}}, 200);
        CHECK(indices.first[0].interval.low < 0.31390519114781146);
        CHECK(indices.first[0].interval.high > 0.31390519114781146);
        CHECK(indices.total[2].interval.low < 0.2436836640621477);
        CHECK(indices.total[2].interval.high > 0.2436836640621477);
        return indices.first[0].interval.high - indices.first[0].interval.low;
    };
    CHECK(width(4096) < 0.6 * width(256));
}

TEST_CASE("an additive function has no interactions, whatever constant is added") {
    const auto additive = [](double constant) {
        return [constant](const Vector& point) { return constant + point(0) + 2 * point(1); };
    };
    const SaltelliDesign design{.base_points = 1024, .dimensions = 2, .seed = Seed{1}};
    const SobolIndices plain = indices_of(additive(0), design);
    CHECK(plain.first[0].value == Approx(0.2).margin(0.002));
    CHECK(plain.total[1].value == Approx(0.8).margin(0.002));
    CHECK(indices_of(additive(1e9), design).first[0].value ==
          Approx(plain.first[0].value).margin(1e-6));
}

TEST_CASE("an output that does not vary, or is not finite, has no indices") {
    const SaltelliDesign design{.base_points = 4, .dimensions = 1};
    std::vector<double> outputs(12, 2.0);
    const auto constant = sobol_indices(outputs, design, {});
    REQUIRE_FALSE(constant);
    CHECK(constant.error().code == DiagnosticCode::sensitivity_undefined);
    CHECK(constant.error().explanation ==
          "the output is 2 in all runs: there is no variance to share");
    outputs[4] = NAN;
    const auto not_finite = sobol_indices(outputs, design, {});
    REQUIRE_FALSE(not_finite);
    CHECK(not_finite.error().explanation == "run 5 of 12 gave no finite output");
}
