#include "market/scenario/replica_plan.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

namespace {

ProbabilityDistribution normal(double mean, double sd) {
    return *ProbabilityDistribution::make(DistributionSort::normal, {.mean = mean, .sd = sd});
}

ProbabilityDistribution uniform(double low, double high) {
    return *ProbabilityDistribution::make(DistributionSort::uniform, {.low = low, .high = high});
}

const std::vector<UncertainParameter> parameters{
    {"elasticity", normal(-1.4, 0.2)},
    {"tax", ProbabilityDistribution::constant(0.03)},
    {"mpc", uniform(0.6, 0.9)},
};

double correlation(const Vector& a, const Vector& b) {
    const Vector x = a.array() - a.mean();
    const Vector y = b.array() - b.mean();
    return x.dot(y) / (x.norm() * y.norm());
}

}  // namespace

TEST_CASE("without replicas there is one draw, at the medians") {
    const auto plan = plan_replicas(parameters, {}, {});
    REQUIRE(plan);
    CHECK(plan->replicas() == 1);
    const Draw draw = plan->draw(0);
    CHECK(draw.value("elasticity") == -1.4);
    CHECK(draw.value("tax") == 0.03);
    CHECK(*draw.value("mpc") == Approx(0.75));
    CHECK_FALSE(draw.value("none"));
}

TEST_CASE("a draw is the same whatever the number of replicas") {
    for (const auto sampling : {SamplingMethod::monte_carlo, SamplingMethod::sobol}) {
        const auto few = plan_replicas(parameters, {}, {sampling, 4, Seed{1}});
        const auto many = plan_replicas(parameters, {}, {sampling, 64, Seed{1}});
        REQUIRE(few);
        REQUIRE(many);
        for (const char* name : {"elasticity", "tax", "mpc"}) {
            CHECK(few->draw(3).value(name) == many->draw(3).value(name));
        }
        CHECK(few->draw(3).stream("lottery").bits() == many->draw(3).stream("lottery").bits());
        CHECK(few->draw(2).stream("lottery").bits() != many->draw(3).stream("lottery").bits());
    }
}

TEST_CASE("a hypercube of replicas takes each of equally likely ranges once") {
    const auto plan = plan_replicas(parameters, {}, {SamplingMethod::latin_hypercube, 30, Seed{1}});
    REQUIRE(plan);
    std::vector<int> seen(30);
    for (std::size_t i = 0; i < 30; ++i) {
        const double share = (*plan->draw(i).value("mpc") - 0.6) / 0.3;
        ++seen.at(static_cast<std::size_t>(share * 30));
    }
    CHECK(seen == std::vector<int>(30, 1));
}

TEST_CASE("correlated normals have the covariance that is asked for, others their own spread") {
    const std::vector<UncertainParameter> three{
        {"a", normal(1, 2)}, {"b", normal(0, 1)}, {"c", uniform(0, 1)}};
    const auto plan = plan_replicas(three, {{.first = "a", .second = "c", .value = 0.8}},
                                    {SamplingMethod::sobol, 4096, Seed{3}});
    REQUIRE(plan);
    const Matrix values = plan->values();
    CHECK(correlation(values.col(0), values.col(1)) == Approx(0).margin(0.01));
    // Of uniforms with normal scores so correlated: 6 / pi asin(rho / 2) (Pearson 1907); of one
    // normal and one uniform rho sqrt(3 / pi).
    CHECK(correlation(values.col(0), values.col(2)) ==
          Approx(0.8 * std::sqrt(3 / std::acos(-1.0))).margin(0.01));
    CHECK(values.col(2).mean() == Approx(0.5).margin(0.005));
    CHECK(values.col(2).minCoeff() > 0);
    CHECK(values.col(2).maxCoeff() < 1);
    const Vector centred = values.col(0).array() - values.col(0).mean();
    CHECK(std::sqrt(centred.squaredNorm() / 4096) == Approx(2).margin(0.02));
}

TEST_CASE("correlations that cannot be, and samples that are too large, are refused") {
    const std::vector<UncertainParameter> three{
        {"a", normal(1, 2)}, {"b", normal(0, 1)}, {"c", normal(0, 1)}};
    const auto impossible = plan_replicas(three,
                                          {{.first = "a", .second = "b", .value = 0.9},
                                           {.first = "b", .second = "c", .value = 0.9},
                                           {.first = "a", .second = "c", .value = -0.9}},
                                          {SamplingMethod::sobol, 8, Seed{3}});
    REQUIRE_FALSE(impossible);
    CHECK(impossible.error().code == DiagnosticCode::correlation_invalid);
    CHECK_FALSE(plan_replicas(three, {}, {SamplingMethod::grid, 1000, Seed{3}}));
}

TEST_CASE("a shock's value is its own, or its parameter's in this draw") {
    const auto plan = plan_replicas(parameters, {}, {});
    REQUIRE(plan);
    Shock shock{.change = {ShockOperation::set, 7}};
    CHECK(plan->draw(0).value_of(shock) == 7);
    shock.parameter = "tax";
    CHECK(plan->draw(0).value_of(shock) == 0.03);
}
