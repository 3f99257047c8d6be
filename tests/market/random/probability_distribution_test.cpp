#include "market/random/probability_distribution.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "market/random/random_stream.hpp"

using namespace cellbook;
using Sort = DistributionSort;

namespace {

ProbabilityDistribution made(Sort sort, const DistributionWords& words) {
    auto result = ProbabilityDistribution::make(sort, words);
    INFO((result ? "" : result.error().explanation));
    REQUIRE(result);
    return *result;
}

}  // namespace

TEST_CASE("quantiles of each distribution are those that R gives") {
    struct Case {
        Sort sort;
        DistributionWords words;
        double probability;
        double quantile;
    };
    // R 4.2: qnorm, exp(qnorm) of the moments, qunif, qbeta, qgamma; the triangle by hand.
    const Case cases[] = {
        {Sort::constant, {.value = 3}, 0.9, 3},
        {Sort::normal, {.mean = -1.4, .sd = 0.2}, 0.975, -1.0080072030919892},
        {Sort::truncated_normal, {.mean = 0, .sd = 1, .low = -1, .high = 1}, 0.5, 0},
        {Sort::lognormal, {.mean = 1.6487212707001282, .sd = 2.1611974158950877}, 0.5, 1},
        {Sort::uniform, {.low = 0.6, .high = 0.9}, 0.25, 0.675},
        {Sort::triangular, {.low = 0, .high = 4, .mode = 1}, 0.25, 1},
        {Sort::triangular, {.low = 0, .high = 4, .mode = 1}, 0.0625, 0.5},
        {Sort::beta, {.alpha = 2, .beta = 3}, 0.5, 0.38572756813238945},
        {Sort::beta, {.low = 1, .high = 3, .alpha = 1, .beta = 1}, 0.5, 2},
        {Sort::gamma, {.shape = 1, .scale = 2}, 0.5, 2 * std::log(2.0)},
        {Sort::discrete, {.values = {1, 5, 9}, .weights = {1, 2, 1}}, 0.5, 5},
        {Sort::discrete, {.values = {1, 5}}, 0.5, 1},
    };
    for (const Case& each : cases) {
        INFO(to_string(made(each.sort, each.words)));
        CHECK(made(each.sort, each.words).quantile(each.probability) ==
              Approx(each.quantile).epsilon(1e-12).margin(1e-14));
    }
}

TEST_CASE("draws by the quantile function have the distribution's mean") {
    const ProbabilityDistribution distributions[] = {
        made(Sort::normal, {.mean = -1.4, .sd = 0.2}),
        made(Sort::truncated_normal, {.mean = 0, .sd = 1, .low = -0.5, .high = 3}),
        made(Sort::truncated_normal, {.mean = 0, .sd = 1, .low = 1, .high = 2}),
        made(Sort::lognormal, {.mean = 100, .sd = 20}),
        made(Sort::uniform, {.low = 0.6, .high = 0.9}),
        made(Sort::triangular, {.low = -1, .high = 4, .mode = 0}),
        made(Sort::beta, {.low = 10, .high = 20, .alpha = 2, .beta = 5}),
        made(Sort::gamma, {.shape = 2.5, .scale = 3}),
        made(Sort::discrete, {.values = {1, 5, 9}, .weights = {1, 0, 3}}),
    };
    constexpr int count = 20000;
    for (const ProbabilityDistribution& each : distributions) {
        RandomStream stream{Seed{11}, to_string(each), Replica{}};
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; ++i) {
            const double draw = each.quantile(stream.uniform());
            sum += draw;
            squares += draw * draw;
        }
        const double mean = sum / count;
        const double sd = std::sqrt(squares / count - mean * mean);
        INFO(to_string(each));
        CHECK(std::abs(mean - each.mean()) < 4 * sd / std::sqrt(double{count}));
    }
}

TEST_CASE("a truncated normal keeps to its bounds, far out in either tail") {
    for (const auto& [low, high] : {std::pair{8.0, 9.0}, std::pair{-9.0, -8.0}}) {
        const auto tail =
            made(Sort::truncated_normal, {.mean = 0, .sd = 1, .low = low, .high = high});
        for (const double probability : {1e-12, 0.25, 0.5, 0.75, 1 - 1e-12}) {
            CHECK(tail.quantile(probability) >= low);
            CHECK(tail.quantile(probability) <= high);
        }
        CHECK(tail.quantile(0.25) < tail.quantile(0.75));
    }
}

TEST_CASE("words that make no distribution are told with their figures") {
    struct Case {
        Sort sort;
        DistributionWords words;
        const char* told;
    };
    const Case cases[] = {
        {Sort::normal, {.mean = 1}, "normal: there is no sd"},
        {Sort::normal, {.mean = 1, .sd = 1, .low = 0}, "normal: it has no low"},
        {Sort::normal, {.mean = 1, .sd = -2}, "normal: sd is -2, and must be more than 0"},
        {Sort::normal, {.mean = INFINITY, .sd = 1}, "normal: mean is not finite"},
        {Sort::uniform, {.low = 3, .high = 2}, "uniform: low is 3 and high 2: low must be less"},
        {Sort::triangular,
         {.low = 0, .high = 1, .mode = 2},
         "triangular: mode is 2, not between low 0 and high 1"},
        {Sort::beta, {.low = 0, .alpha = 1, .beta = 1}, "beta: low and high come together"},
        {Sort::gamma, {.shape = 0, .scale = 1}, "gamma: shape is 0, and must be more than 0"},
        {Sort::discrete,
         {.values = {1, 2}, .weights = {1}},
         "discrete: there are 2 values and 1 weights"},
        {Sort::discrete,
         {.values = {1, 2}, .weights = {1, -1}},
         "discrete: a weight is -1, and must be 0 or more"},
        {Sort::discrete, {.values = {1}, .weights = {0}}, "discrete: the weights add up to 0"},
        {Sort::truncated_normal,
         {.mean = 0, .sd = 1, .low = 50, .high = 51},
         "truncated-normal: between 50 and 51 lies no probability of this normal one"},
    };
    for (const Case& each : cases) {
        const auto result = ProbabilityDistribution::make(each.sort, each.words);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == DiagnosticCode::distribution_invalid);
        CHECK(result.error().explanation == each.told);
        CHECK(result.error().remedy.find(" takes ") != std::string::npos);
    }
}

TEST_CASE("a distribution is spelled as a scenario has it") {
    CHECK(to_string(made(Sort::normal, {.mean = -1.4, .sd = 0.2})) ==
          "normal(mean = -1.4, sd = 0.2)");
    CHECK(to_string(made(Sort::discrete, {.values = {1, 2.5}})) == "discrete(values = [1, 2.5])");
    CHECK(to_string(ProbabilityDistribution::constant(0.03)) == "0.03");
    for (const DistributionForm& form : distribution_forms()) {
        CHECK(&form == &distribution_forms()[static_cast<std::size_t>(form.sort)]);
    }
}
