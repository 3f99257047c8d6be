#include "cli/estimate_options.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"

using namespace cellbook;
using namespace cellbook::cli;

TEST_CASE("flags of estimates become options") {
    const auto options = estimate_options_of({.method = "2sls",
                                              .errors = "cluster:section",
                                              .small = true,
                                              .absorbed = {"party"},
                                              .level = "0.9"});
    CHECK(options.method == Method::two_stage);
    CHECK(options.errors == Errors::cluster);
    CHECK(options.cluster == "section");
    CHECK(options.small);
    CHECK(options.level == 0.9);
    const auto plain = estimate_options_of({});
    CHECK(plain.method == Method::ols);
    CHECK_FALSE(plain.errors);
    const auto wild = estimate_options_of({.errors = "cluster:g", .bootstrap = 99, .seed = 4});
    CHECK(wild.bootstrap->draws == 99);
    CHECK(wild.bootstrap->seed == 4);
}

TEST_CASE("flags that say nothing, or do not go together, are refused") {
    const std::vector<EstimateFlags> wrong{
        {.method = "3sls"},
        {.errors = "hc4"},
        {.errors = "cluster"},
        {.errors = "cluster:"},
        {.errors = "hc1:g"},
        {.method = "2sls", .errors = "hc3"},
        {.errors = "hc2", .absorbed = {"a", "b"}},
        {.absorbed = {"a", "b", "c"}},
        {.absorbed = {"a", "a"}},
        {.bootstrap = 99},
        {.method = "2sls", .errors = "cluster:g", .bootstrap = 99},
        {.errors = "cluster:g", .bootstrap = 0},
        {.seed = 3},
        {.level = "1"},
        {.level = "0"}};
    for (const EstimateFlags& flags : wrong) {
        CHECK_THROWS_AS(estimate_options_of(flags), UsageError);
    }
}
