#include "market/scenario/scenario_reader.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;
using test::example_with;
using test::only_problem;

TEST_CASE("a file of the shape that modellers write is read whole") {
    const ScenarioFile file = test::read_right(test::example_scenario);
    CHECK(file.name == "rent-ceiling-2026");
    CHECK(file.model == "equilibrium");
    CHECK(file.baseline.book == "book.cellbook");
    CHECK(to_string(*file.baseline.period.begin) == "2025-01-01");
    CHECK(to_string(*file.baseline.period.end) == "2026-01-01");
    CHECK(file.baseline.closure == "external-balance");
    CHECK(file.run.horizon_days == 365);
    CHECK(file.run.seed == Seed{20260101});
    CHECK(file.run.replicas == 32);
    CHECK(file.run.on_infeasible == OnInfeasible::stop);
    REQUIRE(file.outputs.size() == 2);
    CHECK(file.outputs[0].period == "month");
    CHECK(file.outputs[1].by == std::vector<std::string>{"section", "quintile"});
    REQUIRE(file.sweep);
    CHECK(file.sweep->method == SamplingMethod::sobol);
    CHECK(file.sweep->points == 1024);
    CHECK(file.sweep->metrics.size() == 2);
    REQUIRE(file.exports);
    CHECK(file.exports->folder == "out");
    CHECK(file.hash.size() == 64);
}

TEST_CASE("what is not offered is said, with what is") {
    const Diagnostic model = only_problem(example_with("\"equilibrium\"", "\"abm\""));
    CHECK(model.code == DiagnosticCode::scenario_unsupported);
    CHECK(model.explanation == "the model `abm` is not offered");
    CHECK(model.remedy.find("equilibrium or partial") != std::string::npos);
    const Diagnostic sam =
        only_problem(example_with("closure =", "sam = \"sam-map.toml\"\nclosure ="));
    CHECK(sam.code == DiagnosticCode::scenario_unsupported);
    CHECK(sam.position.line == 9);
}

TEST_CASE("each table's errors are told at their place") {
    using Code = DiagnosticCode;
    struct Case {
        const char* from;
        const char* to;
        Code code;
        const char* told;
    };
    const Case cases[] = {
        {"cellbook-scenario/1", "cellbook-scenario/2", Code::scenario_value_invalid,
         "This program reads \"cellbook-scenario/1\"."},
        {"ledger = \"book.cellbook\"\n", "", Code::scenario_value_invalid, "no book is named"},
        {"closure = ", "book = \"other\"\nclosure = ", Code::scenario_value_invalid,
         "`book` and `ledger` are the same thing"},
        {"to     = 2025-12-31", "to     = 2024-12-31", Code::scenario_dates_reversed,
         "the baseline ends on 2024-12-31, before it begins on 2025-01-01"},
        {"closure = ", "digest = \"short\"\nclosure = ", Code::scenario_value_invalid,
         "`short` is no digest"},
        {"seed   = 20260101\n", "", Code::scenario_key_missing,
         "draws are made, and [run] has no `seed`"},
        {"replicas = 32", "replicas = 0", Code::scenario_value_invalid, "It is 1 or more."},
        {"replicas = 32", "replicas = 32\nsampling = \"grid\"", Code::scenario_value_invalid,
         "replicas do not lie on a grid"},
        {"[run]", "[runs]", Code::scenario_key_unknown, "Did you mean `run`?"},
        {"period = \"month\"", "period = \"week\"", Code::scenario_value_invalid,
         "It is month, quarter, year or total."},
        {"\"quintile\"", "\"quintle\"", Code::scenario_name_unknown, "Did you mean `quintile`?"},
        {"method = \"sobol\"", "method = \"sobl\"", Code::scenario_value_invalid,
         "Did you mean `sobol`?"},
        {"confidence = 0.95", "confidence = 95", Code::scenario_value_invalid,
         "It lies between 0 and 1"},
        {"method = \"sobol\"\nn = 1024\nsecond_order = false",
         "method = \"lhs\"\nn = 1024\nsecond_order = true", Code::scenario_value_invalid,
         "only Sobol' indices have a second order"},
        {"n = 1024", "n = 1024\nparameters = [\"household.mcp\"]", Code::scenario_name_unknown,
         "Did you mean `household.mpc`?"},
        {"\"json\"", "\"jason\"", Code::scenario_name_unknown, "Did you mean `json`?"},
        {"[[output]]",
         "[[correlation]]\nbetween = [\"household.mpc\", \"household.mpc\"]\n"
         "value = 0.5\n[[output]]",
         Code::scenario_name_twice, "is correlated with itself"},
        {"[[output]]",
         "[[correlation]]\nbetween = [\"household.mpc\", \"tax.sales\"]\n"
         "value = 1.5\n[[output]]",
         Code::correlation_invalid, "is not between -1 and 1"},
    };
    for (const Case& each : cases) {
        INFO(each.to);
        const ScenarioReading reading =
            read_scenario(example_with(each.from, each.to), "example.toml");
        REQUIRE_FALSE(reading.ok());
        const Diagnostic& problem = reading.problems.front();
        INFO(to_string(problem));
        CHECK(problem.code == each.code);
        CHECK(problem.position.line > 0);
        CHECK_FALSE(problem.excerpt.empty());
        CHECK((problem.explanation + ' ' + problem.remedy).find(each.told) != std::string::npos);
    }
}

TEST_CASE("all errors of a file are told in one run") {
    const ScenarioReading reading = read_scenario(
        "schema = \"cellbook-scenario/1\"\nnam = \"x\"\n[baseline]\nbook = 7\nfrom = 2025-01-01\n"
        "to = 2025-12-31\n[[scenario]]\nname = \"a\"\n[[scenario.shock]]\ntarget = \"prce.x\"\n",
        "example.toml");
    std::vector<std::string> codes;
    for (const Diagnostic& each : reading.problems) codes.emplace_back(to_string(each.code));
    CHECK(codes == std::vector<std::string>{"scenario_key_unknown", "scenario_key_missing",
                                            "scenario_value_invalid", "scenario_key_missing",
                                            "shock_target_unknown"});
}

TEST_CASE("a scenario about another book is refused") {
    const std::string digest(64, 'a');
    const ScenarioFile file =
        test::read_right(example_with("closure = ", "digest = \"aaaaaaaa\"\nclosure = "));
    CHECK_FALSE(refuse_book(file.baseline, digest, "example.toml"));
    const auto refused = refuse_book(file.baseline, std::string(64, 'b'), "example.toml");
    REQUIRE(refused);
    CHECK(refused->code == DiagnosticCode::scenario_digest_differs);
    CHECK(refused->position.line == 5);
    CHECK_FALSE(refuse_book(test::read_right(test::example_scenario).baseline, digest, "a"));
}
