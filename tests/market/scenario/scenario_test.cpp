#include "market/scenario/scenario.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;

TEST_CASE("scenarios and parameters are found by name, and shocks counted") {
    const ScenarioFile file = test::read_right(test::example_scenario);
    REQUIRE(file.find_scenario("ceiling") != nullptr);
    CHECK(file.find_scenario("ceiling")->shocks.size() == 1);
    CHECK(file.find_scenario("floor") == nullptr);
    CHECK(file.find_parameter("household.mpc") != nullptr);
    CHECK(file.find_parameter("household") == nullptr);
    CHECK(file.shock_count() == 2);
}
