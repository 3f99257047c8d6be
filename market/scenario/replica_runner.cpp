#include "market/scenario/replica_runner.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace cellbook {

namespace {

class Run {
public:
    Run(const RunRequest& request, RunOutcomes before)
        : request_{request}, outcomes_{std::move(before)} {
        for (std::size_t s = 0; s < outcomes_.scenarios(); ++s) {
            for (std::size_t r = 0; r < outcomes_.replicas(); ++r) {
                if (!outcomes_.at({s, r})) open_.push_back({s, r});
            }
        }
        end_ = open_.size();
        before_ = static_cast<std::int64_t>(outcomes_.finished());
    }

    Result<RunReport> run() {
        const std::size_t wanted = std::min<std::size_t>(std::max(1U, request_.threads),
                                                         std::max<std::size_t>(1, open_.size()));
        {
            std::vector<std::jthread> workers;
            working_ = wanted;
            for (std::size_t i = 0; i < wanted; ++i) workers.emplace_back([this] { work(); });
            watch();
        }
        if (thrown_) std::rethrow_exception(thrown_);
        if (failure_) return *std::move(failure_);
        return RunReport{.outcomes = std::move(outcomes_), .cancelled = cancelled_};
    }

private:
    /// Takes the next open replica until there is none. Since they are taken in order, all that
    /// stand before a failure have been taken when it is seen, and will end: which failure is the
    /// first does not depend on who was faster.
    void work() {
        try {
            while (true) {
                const std::size_t next = next_.fetch_add(1);
                if (next >= end_.load()) break;
                run_one(next);
            }
        } catch (...) {
            const std::lock_guard lock{mutex_};
            if (!thrown_) thrown_ = std::current_exception();
            end_ = 0;
        }
        const std::lock_guard lock{mutex_};
        --working_;
        changed_.notify_all();
    }

    void run_one(std::size_t index) {
        const RunPlace place = open_[index];
        auto result =
            request_.model(request_.scenarios[place.scenario], request_.plan.draw(place.replica));
        const std::lock_guard lock{mutex_};
        if (!result && request_.on_infeasible == OnInfeasible::stop) {
            if (index < failed_at_) {
                failed_at_ = index;
                failure_ = std::move(result).error();
            }
            end_ = std::min(end_.load(), index);
            return;
        }
        ReplicaOutcome outcome =
            result ? ReplicaOutcome{*std::move(result)}
                   : ReplicaFailure{.code = std::string{to_string(result.error().code)},
                                    .explanation = result.error().explanation};
        if (request_.finished) request_.finished(place, outcome);
        outcomes_.at(place) = std::move(outcome);
        ++done_;
    }

    /// Tells of progress from the caller's thread while the others work.
    void watch() {
        using namespace std::chrono_literals;
        const auto total = before_ + static_cast<std::int64_t>(open_.size());
        std::unique_lock lock{mutex_};
        while (working_ > 0) {
            changed_.wait_for(lock, 50ms, [&] { return working_ == 0; });
            const auto done = before_ + static_cast<std::int64_t>(done_);
            if (cancelled_ || !request_.progress) continue;
            lock.unlock();
            const bool go_on = told(done, total);
            lock.lock();
            if (!go_on && done_ < open_.size()) {
                cancelled_ = true;
                end_ = 0;
            }
        }
    }

    /// A caller that throws stops the work too, and gets its exception back when all have stopped.
    bool told(std::int64_t done, std::int64_t total) {
        try {
            return request_.progress(done, total);
        } catch (...) {
            const std::lock_guard lock{mutex_};
            if (!thrown_) thrown_ = std::current_exception();
            return false;
        }
    }

    const RunRequest& request_;
    RunOutcomes outcomes_;
    std::vector<RunPlace> open_{};
    std::int64_t before_ = 0;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> end_{0};
    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::size_t working_ = 0;
    std::size_t done_ = 0;
    std::size_t failed_at_ = static_cast<std::size_t>(-1);
    std::optional<Diagnostic> failure_{};
    std::exception_ptr thrown_{};
    bool cancelled_ = false;
};

}  // namespace

std::size_t RunOutcomes::finished() const {
    return static_cast<std::size_t>(
        std::count_if(outcomes_.begin(), outcomes_.end(),
                      [](const auto& outcome) { return outcome.has_value(); }));
}

Result<RunReport> run_replicas(const RunRequest& request, RunOutcomes before) {
    assert(before.replicas() == request.plan.replicas());
    assert(before.replicas() == 0 || before.scenarios() == request.scenarios.size());
    return Run{request, std::move(before)}.run();
}

}  // namespace cellbook
