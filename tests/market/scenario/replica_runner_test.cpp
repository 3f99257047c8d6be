#include "market/scenario/replica_runner.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

using namespace cellbook;

namespace {

const std::vector<ResolvedScenario> scenarios{{.name = "reference"}, {.name = "ceiling"}};

ReplicaPlan plan_of(std::size_t replicas) {
    auto plan = plan_replicas(
        {{"x", *ProbabilityDistribution::make(DistributionSort::uniform, {.low = 0, .high = 1})}},
        {}, {SamplingMethod::monte_carlo, replicas, Seed{1}});
    REQUIRE(plan);
    return *std::move(plan);
}

/// A parameter, a shift by scenario, and chance within the model.
Result<std::vector<OutputValue>> lottery(const ResolvedScenario& scenario, const Draw& draw) {
    RandomStream stream = draw.stream("lottery");
    const double shift = scenario.name == "ceiling" ? 10 : 0;
    return std::vector<OutputValue>{{{.series = "x"}, *draw.value("x") + shift},
                                    {{.series = "ticket"}, stream.uniform()}};
}

RunReport run(const RunRequest& request, std::size_t replicas) {
    auto report = run_replicas(request, RunOutcomes{scenarios.size(), replicas});
    REQUIRE(report);
    return *std::move(report);
}

bool same(const RunOutcomes& a, const RunOutcomes& b) {
    for (std::size_t s = 0; s < a.scenarios(); ++s) {
        for (std::size_t r = 0; r < a.replicas(); ++r) {
            if (a.at({s, r}) != b.at({s, r})) return false;
        }
    }
    return a.scenarios() == b.scenarios() && a.replicas() == b.replicas();
}

Diagnostic infeasible(const Draw& draw) {
    return {.code = DiagnosticCode::sampling_invalid,
            .explanation = "no answer in replica " + std::to_string(draw.replica().index)};
}

}  // namespace

TEST_CASE("outcomes do not depend on the number of threads") {
    const ReplicaPlan plan = plan_of(200);
    const ReplicaModel model = lottery;
    const RunReport one = run({.scenarios = scenarios, .plan = plan, .model = model}, 200);
    CHECK_FALSE(one.cancelled);
    CHECK(one.outcomes.finished() == 400);
    for (const unsigned threads : {2U, 5U, 16U}) {
        const RunReport many =
            run({.scenarios = scenarios, .plan = plan, .model = model, .threads = threads}, 200);
        CHECK(same(one.outcomes, many.outcomes));
    }
}

TEST_CASE("scenarios differ by their shocks alone: a replica draws the same in each") {
    const ReplicaPlan plan = plan_of(20);
    const ReplicaModel model = lottery;
    const RunReport report = run({.scenarios = scenarios, .plan = plan, .model = model}, 20);
    for (std::size_t r = 0; r < 20; ++r) {
        const auto& reference = std::get<0>(*report.outcomes.at({0, r}));
        const auto& ceiling = std::get<0>(*report.outcomes.at({1, r}));
        CHECK(ceiling[0].value == reference[0].value + 10);
        CHECK(ceiling[1].value == reference[1].value);
    }
}

TEST_CASE("a run that is stopped keeps what is finished, and goes on to the same end") {
    const ReplicaPlan plan = plan_of(100);
    std::atomic<int> started{0};
    std::atomic<bool> asked{false};
    // The thirtieth replica waits until the run has been asked to stop.
    const ReplicaModel waiting = [&](const ResolvedScenario& scenario, const Draw& draw) {
        if (started.fetch_add(1) == 29) {
            while (!asked) std::this_thread::yield();
        }
        return lottery(scenario, draw);
    };
    auto stopped = run({.scenarios = scenarios,
                        .plan = plan,
                        .model = waiting,
                        .progress =
                            [&](std::int64_t, std::int64_t total) {
                                CHECK(total == 200);
                                if (started < 30) return true;
                                asked = true;
                                return false;
                            }},
                       100);
    CHECK(stopped.outcomes.finished() >= 29);
    const ReplicaModel model = lottery;
    const RunReport whole = run({.scenarios = scenarios, .plan = plan, .model = model}, 100);
    const std::size_t before = stopped.outcomes.finished();
    std::size_t more = 0;
    const auto resumed =
        run_replicas({.scenarios = scenarios,
                      .plan = plan,
                      .model = model,
                      .threads = 3,
                      .finished = [&](RunPlace, const ReplicaOutcome&) { ++more; }},
                     std::move(stopped.outcomes));
    REQUIRE(resumed);
    CHECK(more == 200 - before);
    CHECK(same(resumed->outcomes, whole.outcomes));
}

TEST_CASE("a replica without an answer stops the run, and it is the first one that is told") {
    const ReplicaPlan plan = plan_of(100);
    const ReplicaModel model = [](const ResolvedScenario& scenario,
                                  const Draw& draw) -> Result<std::vector<OutputValue>> {
        if (draw.replica().index % 7 == 5) return infeasible(draw);
        return lottery(scenario, draw);
    };
    for (const unsigned threads : {1U, 4U}) {
        const auto report =
            run_replicas({.scenarios = scenarios, .plan = plan, .model = model, .threads = threads},
                         RunOutcomes{2, 100});
        REQUIRE_FALSE(report);
        CHECK(report.error().explanation == "no answer in replica 5");
    }
    const RunReport recorded = run({.scenarios = scenarios,
                                    .plan = plan,
                                    .model = model,
                                    .threads = 4,
                                    .on_infeasible = OnInfeasible::record},
                                   100);
    CHECK(recorded.outcomes.finished() == 200);
    const auto& failure = std::get<ReplicaFailure>(*recorded.outcomes.at({1, 12}));
    CHECK(failure == ReplicaFailure{"sampling_invalid", "no answer in replica 12"});
}

TEST_CASE("each finished replica is told once, one at a time") {
    const ReplicaPlan plan = plan_of(100);
    const ReplicaModel model = lottery;
    std::set<RunPlace> seen;
    std::atomic<int> within{0};
    bool alone = true;
    run({.scenarios = scenarios,
         .plan = plan,
         .model = model,
         .threads = 4,
         .finished =
             [&](RunPlace place, const ReplicaOutcome&) {
                 alone = alone && within.fetch_add(1) == 0;
                 seen.insert(place);
                 within.fetch_sub(1);
             }},
        100);
    CHECK(alone);
    CHECK(seen.size() == 200);
}

TEST_CASE("what a model throws comes back to the caller") {
    const ReplicaPlan plan = plan_of(50);
    const ReplicaModel model = [](const ResolvedScenario&,
                                  const Draw& draw) -> Result<std::vector<OutputValue>> {
        if (draw.replica().index == 20) throw StorageError{"the disk is full"};
        return std::vector<OutputValue>{};
    };
    CHECK_THROWS_AS(
        run_replicas({.scenarios = scenarios, .plan = plan, .model = model, .threads = 3},
                     RunOutcomes{2, 50}),
        StorageError);
}
