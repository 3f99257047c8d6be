#include "market/scenario/parameter_reader.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;
using test::example_with;
using test::only_problem;

TEST_CASE("parameters are numbers, estimates and distributions, in the order written") {
    const ScenarioFile file = test::read_right(test::example_scenario);
    REQUIRE(file.parameters.size() == 4);
    const auto& estimate = std::get<EstimateRequest>(file.parameters[0].value);
    CHECK(estimate == EstimateRequest{"iv", {"cost"}, "section"});
    CHECK(to_string(std::get<ProbabilityDistribution>(file.parameters[1].value)) ==
          "normal(mean = -1.4, sd = 0.2)");
    CHECK(file.parameters[3].name == "tax.sales");
    CHECK(std::get<ProbabilityDistribution>(file.parameters[3].value).mean() == 0.03);
}

TEST_CASE("a name may be quoted whole or stand as tables of tables") {
    const ScenarioFile file = test::read_right(
        example_with("\"tax.sales\"                    = 0.03", "tax.sales = 0.03"));
    CHECK(file.find_parameter("tax.sales") != nullptr);
}

TEST_CASE("what is wrong with a parameter is told at its place") {
    using Code = DiagnosticCode;
    struct Case {
        const char* from;
        const char* to;
        Code code;
        std::uint32_t line;
        const char* told;
    };
    const Case cases[] = {
        {"sd = 0.2", "sd = -0.2", Code::distribution_invalid, 19,
         "normal: sd is -0.2, and must be more than 0"},
        {"sd = 0.2", "std = 0.2", Code::scenario_key_unknown, 19, "has no key `std`"},
        {"dist = \"normal\"", "dist = \"norml\"", Code::scenario_value_invalid, 19,
         "Did you mean `normal`?"},
        {"dist = \"normal\"", "dits = \"normal\"", Code::scenario_key_unknown, 19,
         "Did you mean `dist`?"},
        {"= 0.03", "= \"0.03\"", Code::scenario_value_invalid, 21, "`tax.sales` is a text"},
        {"= 0.03", "= inf", Code::scenario_value_invalid, 21, "`tax.sales` is not finite"},
        {"\"iv\"", "\"2sls\"", Code::scenario_value_invalid, 18, "It is ols, iv, liml or gmm."},
        {"\"iv\"", "\"ols\"", Code::scenario_value_invalid, 18, "`ols` takes no instruments"},
        {"instruments = [\"cost\"], ", "", Code::scenario_value_invalid, 18,
         "`iv` has no instruments"},
        {"\"tax.sales\"  ", "tax.sales = 1\n\"tax.sales\"  ", Code::scenario_name_twice, 22,
         "there is a parameter `tax.sales` already"},
    };
    for (const Case& each : cases) {
        INFO(each.to);
        const ScenarioReading reading =
            read_scenario(example_with(each.from, each.to), "example.toml");
        REQUIRE_FALSE(reading.ok());
        const Diagnostic& problem = reading.problems.front();
        INFO(to_string(problem));
        CHECK(problem.code == each.code);
        CHECK(problem.position.line == each.line);
        CHECK((problem.explanation + ' ' + problem.remedy).find(each.told) != std::string::npos);
    }
    const Diagnostic unknown =
        only_problem(test::example_scenario,
                     {.parameters = {"demand.restaurant.elasticity", "demand.sauna.elasticity",
                                     "household.mpc", "tax.sale"}});
    CHECK(unknown.remedy == "Did you mean `tax.sale`?");
}
