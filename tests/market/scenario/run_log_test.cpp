#include "market/scenario/run_log.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <limits>

using namespace cellbook;

namespace {

const RunIdentity identity{.scenario_hash = "abc",
                           .book_digest = "def",
                           .seed = Seed{7},
                           .version = "1.0.0",
                           .scenarios = 2,
                           .replicas = 3};

const ReplicaOutcome numbers{
    std::vector<OutputValue>{{{"price\tindex", "section \\ posta", "2026-01"}, 0.1 + 0.2},
                             {{"tiny", "", ""}, std::numeric_limits<double>::denorm_min()},
                             {{"none", "", ""}, -std::numeric_limits<double>::infinity()}}};
const ReplicaOutcome failure{ReplicaFailure{"infeasible", "two\nlines"}};

std::string example_log() {
    return run_log_header(identity) + run_log_line({0, 2}, numbers) + run_log_line({1, 0}, failure);
}

RunLogReading read(const std::string& text) {
    auto reading = read_run_log(text, identity, "a.log");
    REQUIRE(reading);
    return *std::move(reading);
}

}  // namespace

TEST_CASE("a log gives back what was finished, to the last bit") {
    const std::string text = example_log();
    const RunLogReading reading = read(text);
    CHECK(reading.whole_bytes == text.size());
    CHECK(reading.outcomes.finished() == 2);
    CHECK(reading.outcomes.at({0, 2}) == numbers);
    CHECK(reading.outcomes.at({1, 0}) == failure);
    CHECK_FALSE(reading.outcomes.at({0, 0}));
    CHECK(read("").whole_bytes == 0);
}

TEST_CASE("a last line that was torn anywhere is dropped, and only that") {
    const std::string text = example_log();
    const std::size_t before = text.rfind("failed");
    for (std::size_t size = before; size < text.size(); ++size) {
        const RunLogReading reading = read(text.substr(0, size));
        INFO(size);
        CHECK(reading.whole_bytes == before);
        CHECK(reading.outcomes.finished() == 1);
    }
    // A disk that kept the length and lost the bytes.
    std::string lost = text;
    lost.replace(before, 10, std::string(10, '\0'));
    CHECK(read(lost).outcomes.finished() == 1);
}

TEST_CASE("a line in the middle that is not as it was written is damage") {
    std::string text = example_log();
    text[text.find("done") + 6] = '1';
    const auto damaged = read_run_log(text, identity, "a.log");
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == DiagnosticCode::run_log_damaged);
    CHECK(damaged.error().position == Position{"a.log", 2, 0});
}

TEST_CASE("a log of another run is refused with what differs") {
    struct Case {
        std::function<void(RunIdentity&)> change;
        const char* told;
    };
    const Case cases[] = {
        {[](RunIdentity& run) { run.scenario_hash = "xyz"; },
         "the log is of `scenario abc`, and the run of `scenario xyz`"},
        {[](RunIdentity& run) { run.book_digest = "xyz"; },
         "the log is of `book def`, and the run of `book xyz`"},
        {[](RunIdentity& run) { run.seed = Seed{8}; },
         "the log is of `seed 7`, and the run of `seed 8`"},
        {[](RunIdentity& run) { run.version = "1.1.0"; },
         "the log is of `version 1.0.0`, and the run of `version 1.1.0`"},
        {[](RunIdentity& run) { run.replicas = 4; },
         "the log is of `replicas 3`, and the run of `replicas 4`"},
    };
    for (const Case& each : cases) {
        RunIdentity other = identity;
        each.change(other);
        const auto refused = read_run_log(example_log(), other, "a.log");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == DiagnosticCode::run_log_other);
        CHECK(refused.error().explanation == each.told);
    }
}
