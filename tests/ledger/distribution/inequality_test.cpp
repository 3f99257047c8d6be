#include "ledger/distribution/inequality.hpp"

#include <algorithm>

#include "tests/ledger/distribution/observed.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("the table of inequality has a measure a row, empty where it is not defined") {
    const auto table =
        **inequality(test::plain({0, 2, 4}), {}, {.title = "Inequality of x", .decimals = 2});
    const auto facts = test::facts_of(table);
    CHECK(facts[0] == "n | 3");
    CHECK(std::ranges::count(facts, "sum | 6") == 1);
    CHECK(std::ranges::count(facts, "theil_l | -") == 1);
    CHECK(std::ranges::count(facts, "gini | 0.44444444444444444") == 1);
    CHECK(table.title == "Inequality of x");
    CHECK(table.notes.size() == 2);
}

TEST_CASE("with groups there is a line for each, everybody, and what is within and between") {
    Observations observations = test::plain({1, 3, 5, 7});
    observations.groups = {"b", "a"};
    observations.all[0].group = 1;
    const auto table = **inequality(observations, {}, {});
    REQUIRE(table.columns.size() == 3);
    const auto facts = test::facts_of(table);
    CHECK(std::ranges::count(facts, "a | share_of_people | 0.25") == 1);
    CHECK(std::ranges::count(facts, "b | share_of_sum | 0.9375") == 1);
    CHECK(std::ranges::count(facts, "b | mean | 5") == 1);
    CHECK(std::ranges::count_if(facts, [](const std::string& fact) {
              return fact.find("theil_t_within") != std::string::npos;
          }) == 1);
    const auto drawn = test::drawn(table);
    REQUIRE(drawn.size() == 5);
    CHECK(drawn[0].starts_with("a | 1 | "));
    CHECK(drawn[2].starts_with("All | 4 | "));
}

TEST_CASE("the table of a Lorenz curve has points in equal steps, or one behind each value") {
    const auto observations = test::plain({1, 1, 2});
    CHECK(test::facts_of(*lorenz(observations, {.points = 2}, {})) ==
          Lines{"0 | 0", "0.5 | 0.375", "1 | 1"});
    CHECK(test::facts_of(*lorenz(observations, {}, {})) ==
          Lines{"0 | 0", "0.66666666666666667 | 0.5", "1 | 1"});
    Observations grouped = test::plain({1, 3});
    grouped.groups = {"b", "a"};
    grouped.all[1].group = 1;
    CHECK(test::facts_of(*lorenz(grouped, {.points = 1}, {})).size() == 6);
}

TEST_CASE("there is no Lorenz curve of nobody, nor of values without a sum") {
    const auto nobody = lorenz({}, {}, {});
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == DiagnosticCode::observations_empty);
    Observations observations = test::plain({0, 5});
    observations.groups = {"nothing", "some"};
    observations.all[1].group = 1;
    const auto nothing = lorenz(observations, {}, {});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == DiagnosticCode::observations_sum);
    CHECK(nothing.error().explanation.starts_with("nothing: "));
    CHECK_FALSE(inequality({}, {}, {}));
}

TEST_CASE("debts make a Lorenz curve fall before it rises, which a note says") {
    const auto table = *lorenz(test::plain({-1, 3}), {.points = 2}, {});
    CHECK(test::facts_of(table)[1] == "0.5 | -0.5");
    CHECK(table.notes == Lines{"1 below zero: the curve falls before it rises"});
}

TEST_CASE("a table of inequality is not made when progress asks to stop") {
    const auto made = inequality(
        test::plain({1, 2}), {.progress = [](std::int64_t, std::int64_t) { return false; }}, {});
    REQUIRE(made);
    CHECK_FALSE(*made);
}
