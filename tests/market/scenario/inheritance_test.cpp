#include "market/scenario/inheritance.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;
using test::example_with;
using test::only_problem;

TEST_CASE("a child has its parents' shocks before its own") {
    const auto resolved = resolve_all(test::read_right(test::example_scenario));
    REQUIRE(resolved.size() == 3);
    CHECK(resolved[0].shocks.empty());
    CHECK(resolved[0].ancestors.empty());
    CHECK(resolved[2].ancestors == std::vector<std::string>{"ceiling", "reference"});
    REQUIRE(resolved[2].shocks.size() == 2);
    CHECK(resolved[2].shocks[0].name == "posta");
    CHECK(to_string(resolved[2].shocks[1].target) == "population.section.guanay");
}

TEST_CASE("a child drops a shock by name, and may say it anew") {
    const auto resolved = resolve_all(test::read_right(example_with(
        "inherits = \"ceiling\"\n[[scenario.shock]]\n",
        "inherits = \"ceiling\"\ndrop = [\"posta\"]\n[[scenario.shock]]\nname = \"posta\"\n")));
    REQUIRE(resolved[2].shocks.size() == 1);
    CHECK(to_string(resolved[2].shocks[0].target) == "population.section.guanay");
    CHECK(resolved[1].shocks.size() == 1);
}

TEST_CASE("parents, cycles, names and drops that are wrong are told") {
    using Code = DiagnosticCode;
    struct Case {
        const char* from;
        const char* to;
        Code code;
        const char* told;
    };
    const Case cases[] = {
        {"inherits = \"reference\"", "inherits = \"refernce\"", Code::scenario_name_unknown,
         "Did you mean `reference`?"},
        {"name = \"reference\"", "name = \"reference\"\ninherits = \"ceiling-and-arrivals\"",
         Code::scenario_cycle,
         "`reference` inherits itself: reference -> ceiling-and-arrivals -> ceiling -> reference"},
        {"name = \"reference\"\n", "name = \"ceiling\"\n", Code::scenario_name_twice,
         "there is a scenario `ceiling` already"},
        {"name = \"reference\"\n", "name = \"reference\"\ndrop = [\"posta\"]\n",
         Code::scenario_name_unknown, "`reference` drops the shock `posta`"},
        {"target = \"population.section.guanay\"",
         "name = \"posta\"\ntarget = \"population.section.guanay\"", Code::scenario_name_twice,
         "`ceiling-and-arrivals` has a shock `posta` already"},
    };
    for (const Case& each : cases) {
        INFO(each.to);
        const ScenarioReading reading =
            read_scenario(example_with(each.from, each.to), "example.toml");
        REQUIRE_FALSE(reading.ok());
        CHECK(reading.problems.front().code == each.code);
        const std::string told =
            reading.problems.front().explanation + ' ' + reading.problems.front().remedy;
        CHECK(told.find(each.told) != std::string::npos);
    }
}

TEST_CASE("a cycle is told once, and what hangs on it without end is not followed") {
    std::string text =
        example_with("name = \"reference\"", "name = \"reference\"\ninherits = \"reference\"");
    CHECK(only_problem(text).code == DiagnosticCode::scenario_cycle);
    CHECK(only_problem(text).explanation == "`reference` inherits itself: reference -> reference");
}
