#include "market/scenario/shock_reader.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;
using test::example_with;
using test::only_problem;

TEST_CASE("a shock is read with its days, ramp, bound and rationing") {
    const ScenarioFile file = test::read_right(test::example_scenario);
    const Shock& ceiling = file.find_scenario("ceiling")->shocks.front();
    CHECK(ceiling.name == "posta");
    CHECK(to_string(ceiling.target) == "price.rent.section.posta");
    CHECK(ceiling.change == ShockChange{ShockOperation::ceiling, 250});
    CHECK(to_string(*ceiling.days.begin) == "2026-03-01");
    CHECK(to_string(*ceiling.days.end) == "2026-09-01");
    CHECK(ceiling.rationing == Rationing::waiting_list);
    const Shock& arrivals = file.find_scenario("ceiling-and-arrivals")->shocks.front();
    CHECK(arrivals.change == ShockChange{ShockOperation::add, 150});
    CHECK(arrivals.ramp_days == 30);
    CHECK_FALSE(arrivals.days.end);
}

TEST_CASE("without an operation the value's spelling tells, and a parameter may be the value") {
    const auto shock_of = [](const std::string& lines) {
        return test::read_right(example_with("op = \"add\"\nvalue = 150", lines))
            .find_scenario("ceiling-and-arrivals")
            ->shocks.front();
    };
    CHECK(shock_of("value = \"-10%\"").change == ShockChange{ShockOperation::scale, 0.9});
    CHECK(shock_of("value = 1500").change == ShockChange{ShockOperation::set, 1500});
    const Shock drawn = shock_of("op = \"scale\"\nvalue = {parameter = \"household.mpc\"}");
    CHECK(drawn.parameter == "household.mpc");
    CHECK(drawn.change.operation == ShockOperation::scale);
}

TEST_CASE("what is wrong with a shock is told at its place") {
    using Code = DiagnosticCode;
    struct Case {
        const char* from;
        const char* to;
        Code code;
        std::uint32_t line;
        const char* told;
    };
    const Case cases[] = {
        {"\"population.section.guanay\"", "\"popluation\"", Code::shock_target_unknown, 42,
         "Did you mean `population`?"},
        {"op = \"add\"", "op = \"population\"", Code::shock_operation_invalid, 43,
         "`population` is a target here"},
        {"op = \"add\"", "op = \"put\"", Code::shock_operation_invalid, 43,
         "It is set, add, scale, ceiling or floor."},
        {"op = \"add\"", "op = \"floor\"", Code::shock_operation_invalid, 43,
         "`population.section.guanay` does not take `floor`"},
        {"value = 150", "value = \"many\"", Code::shock_value_invalid, 44, "`many` says no change"},
        {"value = 150", "value = true", Code::scenario_value_invalid, 44, "a shock's value is no"},
        {"value = 150", "value = {parameter = \"household.mpx\"}", Code::scenario_name_unknown, 41,
         "Did you mean `household.mpc`?"},
        {"end   = 2026-08-31", "end   = 2026-02-28", Code::scenario_dates_reversed, 35,
         "before it starts on 2026-03-01"},
        {"start = 2026-04-01\n", "", Code::scenario_value_invalid, 45,
         "a ramp has no day to rise from"},
        {"ramp_days = 30", "rationing = \"lottery\"", Code::scenario_value_invalid, 46,
         "`add` rations nothing"},
        {"ramp_days = 30", "ramp_day = 30", Code::scenario_key_unknown, 46,
         "Did you mean `ramp_days`?"},
    };
    for (const Case& each : cases) {
        INFO(each.to);
        const Diagnostic problem = only_problem(example_with(each.from, each.to));
        CHECK(problem.code == each.code);
        CHECK(problem.position.line == each.line);
        CHECK((problem.explanation + problem.remedy).find(each.told) != std::string::npos);
        CHECK_FALSE(problem.excerpt.empty());
    }
}

TEST_CASE("products and sections are held against those that a caller knows") {
    const ScenarioVocabulary known{.sections = {"posta", "guanai"}};
    const Diagnostic problem = only_problem(test::example_scenario, known);
    CHECK(problem.code == DiagnosticCode::scenario_name_unknown);
    CHECK(problem.explanation == "there is no section `guanay`");
    CHECK(problem.remedy == "Did you mean `guanai`?");
    const Diagnostic product = only_problem(
        example_with("population.section.guanay", "unit_tax.soup"), {.products = {"sauna"}});
    CHECK(product.explanation == "there is no product `soup`");
    CHECK(product.remedy == "There are sauna.");
}
