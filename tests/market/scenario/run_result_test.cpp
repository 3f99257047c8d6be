#include "market/scenario/run_result.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace cellbook;

namespace {

const std::vector<ResolvedScenario> scenarios{{.name = "reference"}, {.name = "ceiling"}};

RunIdentity stamp(std::size_t replicas) {
    return {.scenario_hash = std::string(64, 'a'),
            .book_digest = std::string(64, 'b'),
            .seed = Seed{7},
            .version = "1.0.0",
            .scenarios = 2,
            .replicas = replicas};
}

std::string text_of(const Row& row) {
    std::string text;
    for (std::size_t i = 0; i < 6; ++i) text += (i == 0 ? "" : "|") + plain_text(row.cells[i]);
    return text;
}

ReplicaOutcome value(double number) {
    return std::vector<OutputValue>{{{"cpi", "posta", "2026-01"}, number}};
}

}  // namespace

TEST_CASE("replicas become mean, deviation and quantiles of each output") {
    RunOutcomes outcomes{2, 5};
    for (std::size_t r = 0; r < 5; ++r) {
        outcomes.at({0, r}) = value(static_cast<double>(r + 1));
        outcomes.at({1, r}) = value(10);
    }
    const Table table = run_result(scenarios, outcomes, stamp(5), {.confidence = 0.9});
    REQUIRE(table.rows.size() == 16);
    const char* const expected[] = {"reference|cpi|posta|2026-01|replicas|5",
                                    "reference|cpi|posta|2026-01|mean|3",
                                    "reference|cpi|posta|2026-01|sd|1.5811388300841898",
                                    "reference|cpi|posta|2026-01|p5|1.2",
                                    "reference|cpi|posta|2026-01|p25|2",
                                    "reference|cpi|posta|2026-01|p50|3",
                                    "reference|cpi|posta|2026-01|p75|4",
                                    "reference|cpi|posta|2026-01|p95|4.7999999999999998",
                                    "ceiling|cpi|posta|2026-01|replicas|5",
                                    "ceiling|cpi|posta|2026-01|mean|10",
                                    "ceiling|cpi|posta|2026-01|sd|0"};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        CHECK(text_of(table.rows[i]).starts_with(expected[i]));
    }
}

TEST_CASE("every row carries the stamp for programs, and a note for people") {
    RunOutcomes outcomes{2, 1};
    outcomes.at({0, 0}) = value(1.5);
    outcomes.at({1, 0}) = value(2.5);
    const Table table = run_result(scenarios, outcomes, stamp(1), {});
    REQUIRE(table.rows.size() == 2);
    CHECK(text_of(table.rows[0]) == "reference|cpi|posta|2026-01|value|1.5");
    for (const Row& row : table.rows) {
        CHECK(plain_text(row.cells[6]) == std::string(64, 'a'));
        CHECK(plain_text(row.cells[7]) == std::string(64, 'b'));
        CHECK(plain_text(row.cells[8]) == "7");
        CHECK(plain_text(row.cells[9]) == "1.0.0");
    }
    CHECK(table.notes ==
          std::vector<std::string>{
              "scenario file aaaaaaaaaaaa, book bbbbbbbbbbbb, seed 7, cellbook 1.0.0"});
}

TEST_CASE("what failed, was not finite or was not run is counted and said") {
    RunOutcomes outcomes{2, 4};
    outcomes.at({0, 0}) = value(1);
    outcomes.at({0, 1}) = ReplicaFailure{"infeasible", "rents have no solution"};
    outcomes.at({0, 2}) = value(std::nan(""));
    outcomes.at({1, 0}) = value(1);
    const Table table = run_result(scenarios, outcomes, stamp(4), {});
    CHECK(plain_text(table.rows[0].cells[5]) == "1");
    REQUIRE(table.notes.size() == 5);
    CHECK(table.notes[0] == "reference: 3 of 4 replicas were run; the rest follow with --resume");
    CHECK(table.notes[1] ==
          "reference: 1 of 3 replicas have no answer, the first: rents have no solution");
    CHECK(table.notes[2] == "reference: 1 numbers are not finite and left out");
    CHECK(table.notes[3] == "ceiling: 1 of 4 replicas were run; the rest follow with --resume");
}
