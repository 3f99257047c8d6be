#include "market/whatif/sweep.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "market/scenario/replica_runner.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

constexpr unsigned index_decimals = 4;

class Sweeping {
public:
    explicit Sweeping(const SweepRequest& request)
        : request_{request}, parameters_{request.model.uncertain()} {}

    Result<std::optional<Table>> run();

private:
    std::optional<Diagnostic> hold_others();
    [[nodiscard]] std::vector<std::string> varying() const;
    Result<std::vector<std::vector<double>>> metrics_of(const RunOutcomes& outcomes) const;
    std::optional<Diagnostic> add_rows(Table& table, const std::string& metric,
                                       const std::vector<double>& outputs,
                                       const SaltelliDesign& design) const;

    const SweepRequest& request_;
    std::vector<UncertainParameter> parameters_;
};

/// Where the sweep names its parameters, the others stay at their medians.
std::optional<Diagnostic> Sweeping::hold_others() {
    const auto& wanted = request_.sweep.parameters;
    std::vector<std::string> names;
    for (const auto& parameter : parameters_) names.push_back(parameter.name);
    for (const std::string& name : wanted) {
        if (std::ranges::find(names, name) != names.end()) continue;
        const auto nearest = nearest_names(name, names);
        return Diagnostic{.code = DiagnosticCode::scenario_name_unknown,
                          .explanation = "there is no parameter `" + name + "` to vary",
                          .remedy = nearest.empty() ? "`whatif --parameters` lists them."
                                                    : "Did you mean `" + nearest.front() + "`?"};
    }
    if (wanted.empty()) return std::nullopt;
    for (auto& parameter : parameters_) {
        if (std::ranges::find(wanted, parameter.name) != wanted.end()) continue;
        constexpr double middle = 0.5;
        parameter.distribution =
            ProbabilityDistribution::constant(parameter.distribution.quantile(middle));
    }
    return std::nullopt;
}

std::vector<std::string> Sweeping::varying() const {
    std::vector<std::string> names;
    for (const auto& parameter : parameters_) {
        if (parameter.distribution.sort() != DistributionSort::constant) {
            names.push_back(parameter.name);
        }
    }
    return names;
}

Result<std::vector<std::vector<double>>> Sweeping::metrics_of(const RunOutcomes& outcomes) const {
    std::vector<std::vector<double>> metrics(request_.sweep.metrics.size());
    for (std::size_t row = 0; row < outcomes.replicas(); ++row) {
        const auto& values =
            std::get<std::vector<OutputValue>>(*outcomes.at({.scenario = 0, .replica = row}));
        for (std::size_t m = 0; m < metrics.size(); ++m) {
            const std::string& metric = request_.sweep.metrics[m];
            const auto found = std::ranges::find_if(values, [&](const OutputValue& value) {
                return value.key.series == metric && value.key.group.empty() &&
                       value.key.period.empty();
            });
            if (found != values.end()) {
                metrics[m].push_back(found->value);
                continue;
            }
            std::vector<std::string> names;
            for (const auto& value : values) names.push_back(value.key.series);
            const auto nearest = nearest_names(metric, names);
            return Diagnostic{
                .code = DiagnosticCode::scenario_name_unknown,
                .explanation = "the metric `" + metric + "` is none of the file's outputs",
                .remedy = nearest.empty() ? "Name it as the series of an [[output]]."
                                          : "Did you mean `" + nearest.front() + "`?"};
        }
    }
    return metrics;
}

std::optional<Diagnostic> Sweeping::add_rows(Table& table, const std::string& metric,
                                             const std::vector<double>& outputs,
                                             const SaltelliDesign& design) const {
    const auto indices = sobol_indices(
        outputs, design,
        {.confidence = request_.sweep.confidence, .resamples = request_.sweep.bootstrap});
    if (!indices) return indices.error();
    const auto names = varying();
    const auto add = [&](const std::string& parameter, std::string order,
                         const IndexEstimate& index) {
        Row row;
        row.cells.emplace_back(metric);
        row.cells.emplace_back(parameter);
        row.cells.emplace_back(std::move(order));
        for (const double value : {index.value, index.interval.low, index.interval.high}) {
            row.cells.push_back(table_value(value, index_decimals));
        }
        table.rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        add(names[i], "first", indices->first[i]);
        add(names[i], "total", indices->total[i]);
    }
    for (std::size_t i = 0; i < names.size() && request_.sweep.second_order; ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            add(names[i] + " x " + names[j], "second", indices->second[indices->pair_index(i, j)]);
        }
    }
    table.notes.push_back(
        fmt::format("{}: mean {:.6g}, variance {:.6g}", metric, indices->mean, indices->variance));
    return std::nullopt;
}

Result<std::optional<Table>> Sweeping::run() {
    if (auto problem = hold_others()) return *std::move(problem);
    const SaltelliDesign design{.base_points = request_.sweep.points,
                                .dimensions = varying().size(),
                                .second_order = request_.sweep.second_order,
                                .seed = request_.seed};
    const auto points = saltelli_points(design);
    if (!points) return points.error();
    const auto plan = plan_at(*points, parameters_, {}, request_.seed);
    if (!plan) return plan.error();
    const std::vector<ResolvedScenario> one{request_.scenario};
    const ReplicaModel model = [this](const ResolvedScenario& scenario, const Draw& draw) {
        return request_.model.outputs(scenario, draw);
    };
    auto report = run_replicas({.scenarios = one,
                                .plan = *plan,
                                .model = model,
                                .threads = request_.threads,
                                .on_infeasible = OnInfeasible::stop,
                                .progress = request_.progress},
                               RunOutcomes{1, plan->replicas()});
    if (!report) return std::move(report).error();
    if (report->cancelled) return std::optional<Table>{};
    const auto metrics = metrics_of(report->outcomes);
    if (!metrics) return metrics.error();
    Table table{.name = "scenario-sweep",
                .title = fmt::format("Sobol' indices of {}, {} runs", request_.scenario.name,
                                     plan->replicas()),
                .columns = {{"metric", "Metric"},
                            {"parameter", "Parameter"},
                            {"order", "Order"},
                            {"index", "Index", Column::Align::right},
                            {"low", "Low", Column::Align::right},
                            {"high", "High", Column::Align::right}}};
    for (std::size_t m = 0; m < metrics->size(); ++m) {
        if (auto problem = add_rows(table, request_.sweep.metrics[m], (*metrics)[m], design)) {
            return *std::move(problem);
        }
    }
    return std::optional{std::move(table)};
}

}  // namespace

Result<std::optional<Table>> run_sweep(const SweepRequest& request) {
    return Sweeping{request}.run();
}

}  // namespace cellbook
