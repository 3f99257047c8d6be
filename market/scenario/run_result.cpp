#include "market/scenario/run_result.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "market/sensitivity/quantiles.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

/// The values of each output of one scenario, over its replicas.
struct Collected {
    std::vector<OutputKey> order{};
    std::map<OutputKey, std::vector<double>> values{};
    std::size_t finished = 0;
    std::size_t failed = 0;
    std::size_t not_finite = 0;
    std::string first_failure{};
};

Collected collected(const RunOutcomes& outcomes, std::size_t scenario) {
    Collected all;
    for (std::size_t r = 0; r < outcomes.replicas(); ++r) {
        const auto& outcome = outcomes.at({scenario, r});
        if (!outcome) continue;
        ++all.finished;
        if (const auto* failure = std::get_if<ReplicaFailure>(&*outcome)) {
            if (all.failed++ == 0) all.first_failure = failure->explanation;
            continue;
        }
        for (const OutputValue& each : std::get<std::vector<OutputValue>>(*outcome)) {
            const auto [entry, is_new] = all.values.try_emplace(each.key);
            if (is_new) all.order.push_back(each.key);
            if (std::isfinite(each.value)) {
                entry->second.push_back(each.value);
            } else {
                ++all.not_finite;
            }
        }
    }
    return all;
}

std::string percent_name(double share) {
    // Ten decimals: 1 - 0.95 is not quite 0.05.
    return fmt::format("p{}", std::round(share * 1e12) / 1e10);
}

class ResultTable {
public:
    ResultTable(const RunIdentity& stamp, const ResultOptions& options)
        : stamp_{stamp}, options_{options} {
        using Align = Column::Align;
        table_ = {.name = "scenario-run",
                  .caption = "What the scenarios come to",
                  .columns = {{.name = "scenario", .title = "Scenario"},
                              {.name = "output", .title = "Output"},
                              {.name = "group", .title = "Group"},
                              {.name = "period", .title = "Period"},
                              {.name = "statistic", .title = "Statistic"},
                              {.name = "value", .title = "Value", .align = Align::right},
                              {.name = "scenario_hash", .title = "", .tidy_only = true},
                              {.name = "book_digest", .title = "", .tidy_only = true},
                              {.name = "seed", .title = "", .tidy_only = true},
                              {.name = "version", .title = "", .tidy_only = true}}};
    }

    void add(const ResolvedScenario& scenario, const Collected& collected_values,
             std::size_t replicas) {
        for (const OutputKey& key : collected_values.order) {
            add_statistics(scenario.name, key, collected_values.values.at(key), replicas);
        }
        note(scenario, collected_values, replicas);
    }

    Table take() {
        const auto shortened = [](const std::string& hash) { return hash.substr(0, 12); };
        table_.notes.push_back(fmt::format(
            "scenario file {}, book {}, seed {}, cellbook {}", shortened(stamp_.scenario_hash),
            shortened(stamp_.book_digest), stamp_.seed.value, stamp_.version));
        return std::move(table_);
    }

private:
    void add_statistics(const std::string& scenario, const OutputKey& key,
                        const std::vector<double>& values, std::size_t replicas) {
        const auto add_row = [&](const std::string& statistic, Value value) {
            table_.rows.push_back(
                {.cells = {scenario, key.series, key.group, key.period, statistic, std::move(value),
                           stamp_.scenario_hash, stamp_.book_digest,
                           std::to_string(stamp_.seed.value), stamp_.version}});
        };
        const auto number = [&](double value) { return table_value(value, options_.decimals); };
        if (replicas == 1) {
            add_row("value", values.empty() ? Value{} : number(values.front()));
            return;
        }
        add_row("replicas", static_cast<std::int64_t>(values.size()));
        if (values.empty()) return;
        const SortedSample sample{values};
        add_row("mean", number(sample.mean()));
        add_row("sd", number(sample.sd()));
        const double tail = (1 - options_.confidence) / 2;
        for (const double share : {tail, 0.25, 0.5, 0.75, 1 - tail}) {
            add_row(percent_name(share), number(sample.quantile(share)));
        }
    }

    void note(const ResolvedScenario& scenario, const Collected& all, std::size_t replicas) {
        if (all.finished < replicas) {
            table_.notes.push_back(
                fmt::format("{}: {} of {} replicas were run; the rest follow "
                            "with --resume",
                            scenario.name, all.finished, replicas));
        }
        if (all.failed > 0) {
            table_.notes.push_back(
                fmt::format("{}: {} of {} replicas have no answer, the first: {}", scenario.name,
                            all.failed, all.finished, all.first_failure));
        }
        if (all.not_finite > 0) {
            table_.notes.push_back(fmt::format("{}: {} numbers are not finite and left out",
                                               scenario.name, all.not_finite));
        }
    }

    const RunIdentity& stamp_;
    ResultOptions options_;
    Table table_{};
};

}  // namespace

Table run_result(const std::vector<ResolvedScenario>& scenarios, const RunOutcomes& outcomes,
                 const RunIdentity& stamp, const ResultOptions& options) {
    ResultTable table{stamp, options};
    for (std::size_t s = 0; s < scenarios.size() && s < outcomes.scenarios(); ++s) {
        table.add(scenarios[s], collected(outcomes, s), outcomes.replicas());
    }
    return table.take();
}

}  // namespace cellbook
