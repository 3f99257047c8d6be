/// Runs a model for every scenario and replica, on all cores, as if one after another.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/diagnostic.hpp"
#include "market/scenario/inheritance.hpp"
#include "market/scenario/replica_plan.hpp"

namespace cellbook {

/// Which number a model gives: `price_index.fisher` of the section posta in 2026-03.
struct OutputKey {
    std::string series{};
    std::string group{};   ///< empty: of all
    std::string period{};  ///< empty: of the whole horizon
    friend auto operator<=>(const OutputKey&, const OutputKey&) = default;
};

struct OutputValue {
    OutputKey key{};
    double value = 0;
    friend bool operator==(const OutputValue&, const OutputValue&) = default;
};

/// What a replica came to: numbers, or why there are none.
struct ReplicaFailure {
    std::string code{};
    std::string explanation{};
    friend bool operator==(const ReplicaFailure&, const ReplicaFailure&) = default;
};
using ReplicaOutcome = std::variant<std::vector<OutputValue>, ReplicaFailure>;

/// The outcome of a scenario and a draw. Called from several threads at once.
using ReplicaModel =
    std::function<Result<std::vector<OutputValue>>(const ResolvedScenario&, const Draw&)>;

struct RunPlace {
    std::size_t scenario = 0;
    std::size_t replica = 0;
    friend auto operator<=>(const RunPlace&, const RunPlace&) = default;
};

/// By scenario, then by replica; absent: not run.
class RunOutcomes {
public:
    RunOutcomes(std::size_t scenarios, std::size_t replicas)
        : replicas_{replicas}, outcomes_(scenarios * replicas) {}

    [[nodiscard]] std::size_t scenarios() const {
        return replicas_ == 0 ? 0 : outcomes_.size() / replicas_;
    }
    [[nodiscard]] std::size_t replicas() const { return replicas_; }
    [[nodiscard]] std::size_t finished() const;
    std::optional<ReplicaOutcome>& at(RunPlace place) {
        return outcomes_[place.scenario * replicas_ + place.replica];
    }
    [[nodiscard]] const std::optional<ReplicaOutcome>& at(RunPlace place) const {
        return outcomes_[place.scenario * replicas_ + place.replica];
    }

private:
    std::size_t replicas_;
    std::vector<std::optional<ReplicaOutcome>> outcomes_;
};

struct RunRequest {
    const std::vector<ResolvedScenario>& scenarios;
    const ReplicaPlan& plan;
    const ReplicaModel& model;
    unsigned threads = 1;
    OnInfeasible on_infeasible = OnInfeasible::stop;
    /// Told of finished replicas; false asks it to stop. Called on the caller's thread alone.
    Progress progress{};
    /// Called for each replica that was run, one at a time, in the order in which they end.
    std::function<void(RunPlace, const ReplicaOutcome&)> finished{};
};

struct RunReport {
    RunOutcomes outcomes;
    bool cancelled = false;  ///< outcomes hold what was finished
};

/// Runs what `before` does not hold yet. Outcomes do not depend on the number of threads: a
/// replica's draw depends on its number alone, and its outcome stands at that number.
/// *Errors*: with `OnInfeasible::stop`, the model's diagnostic for the first scenario and replica
/// (in their order) that has no answer. What the model or `finished` throws is thrown again.
Result<RunReport> run_replicas(const RunRequest& request, RunOutcomes before);

}  // namespace cellbook
