#include "market/whatif/whatif.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "market/scenario/replica_runner.hpp"
#include "market/sensitivity/breakdown.hpp"
#include "market/sensitivity/variance_shares.hpp"

namespace cellbook {

namespace {

class Answering {
public:
    explicit Answering(const WhatIfRequest& request)
        : request_{request}, baseline_{request.economy.baseline()} {}

    Result<std::optional<WhatIfAnswer>> answer();

private:
    [[nodiscard]] ModelParameters parameters(std::span<const double> draw = {}) const {
        return request_.parameters.resolve(baseline_, request_.form, request_.closure, draw);
    }
    std::optional<Diagnostic> solve_both();
    std::optional<Diagnostic> find_headline();
    [[nodiscard]] Result<std::vector<double>> figures_of(std::span<const double> draw) const;
    Result<bool> draw_all();
    void set_ranges(const Matrix& outputs);
    void weigh(const ReplicaPlan& plan, const std::vector<std::size_t>& rows,
               const Matrix& outputs);
    void seek_breakdown(ParameterWeight& weight, std::size_t place);

    const WhatIfRequest& request_;
    const Baseline& baseline_;
    WhatIfAnswer answer_{};
    std::size_t headline_ = 0;
};

std::optional<Diagnostic> Answering::solve_both() {
    const ModelParameters central = parameters();
    const Policy none{};
    answer_.baseline = solve(request_.economy.circle(), none, central);
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        answer_.replication_error =
            std::max(answer_.replication_error,
                     std::abs(answer_.baseline.paid[i] - baseline_.payments[i].amount));
    }
    // A hundredth of the smallest unit: nothing that a book could hold is missing.
    double unit = 0.01;
    for (int i = 0; i < baseline_.scale; ++i) unit /= 10;
    if (answer_.replication_error > unit || baseline_.residual_minor != 0) {
        return Diagnostic{
            .code = DiagnosticCode::baseline_not_replicated,
            .explanation = fmt::format(
                "the model does not give the book back: a payment differs by {:.3g} {}, and "
                "positions by {} of its smallest unit",
                answer_.replication_error, baseline_.symbol,
                to_decimal_text(baseline_.residual_minor, 0)),
            .remedy =
                "No scenario is run on such a baseline. `check` may say what is wrong with "
                "the book."};
    }
    answer_.scenario = solve(request_.economy.circle(), request_.policy, central);
    if (auto problem = refuse_unsettled(answer_.scenario)) return problem;
    const auto before = indicators({request_.economy.circle(), none, central, answer_.baseline});
    const auto after =
        indicators({request_.economy.circle(), request_.policy, central, answer_.scenario});
    for (std::size_t i = 0; i < before.size(); ++i) {
        answer_.figures.push_back({.baseline = before[i], .scenario = after[i]});
    }
    return std::nullopt;
}

std::optional<Diagnostic> Answering::find_headline() {
    answer_.headline = request_.headline.empty() ? default_headline(baseline_, request_.policy)
                                                 : request_.headline;
    const auto found =
        std::ranges::find(answer_.figures, answer_.headline,
                          [](const FigureAnswer& figure) { return figure.baseline.name; });
    if (found == answer_.figures.end()) {
        std::vector<std::string> names;
        for (const auto& figure : answer_.figures) names.push_back(figure.baseline.name);
        const auto nearest = nearest_names(answer_.headline, names);
        return Diagnostic{.code = DiagnosticCode::headline_unknown,
                          .explanation = "there is no figure `" + answer_.headline + "`",
                          .remedy = nearest.empty() ? "`whatif --all` shows every figure."
                                                    : "Did you mean `" + nearest.front() + "`?"};
    }
    headline_ = static_cast<std::size_t>(found - answer_.figures.begin());
    return std::nullopt;
}

Result<std::vector<double>> Answering::figures_of(std::span<const double> draw) const {
    const ModelParameters drawn = parameters(draw);
    const Solution solution = solve(request_.economy.circle(), request_.policy, drawn);
    if (auto problem = refuse_unsettled(solution)) return *std::move(problem);
    std::vector<double> values;
    for (const Indicator& indicator :
         indicators({request_.economy.circle(), request_.policy, drawn, solution})) {
        values.push_back(indicator.value);
    }
    return values;
}

Result<bool> Answering::draw_all() {
    if (request_.draws == 0) return true;
    const auto uncertain = uncertain_parameters(request_.parameters, request_.form);
    const auto plan = plan_replicas(uncertain, {},
                                    {.sampling = SamplingMethod::latin_hypercube,
                                     .replicas = request_.draws,
                                     .seed = request_.seed});
    if (!plan) return plan.error();
    const std::vector<ResolvedScenario> one(1);
    const ReplicaModel model = [this](const ResolvedScenario&,
                                      const Draw& draw) -> Result<std::vector<OutputValue>> {
        auto values = figures_of(draw.values());
        if (!values) return std::move(values).error();
        std::vector<OutputValue> outputs;
        for (const double value : *values) outputs.push_back({.value = value});
        return outputs;
    };
    auto report = run_replicas({.scenarios = one,
                                .plan = *plan,
                                .model = model,
                                .threads = request_.threads,
                                .on_infeasible = OnInfeasible::record,
                                .progress = request_.progress},
                               RunOutcomes{1, request_.draws});
    if (!report) return std::move(report).error();
    if (report->cancelled) return false;
    std::vector<std::size_t> rows;
    Matrix outputs(static_cast<Eigen::Index>(request_.draws),
                   static_cast<Eigen::Index>(answer_.figures.size()));
    for (std::size_t replica = 0; replica < request_.draws; ++replica) {
        const auto& outcome = report->outcomes.at({.scenario = 0, .replica = replica});
        if (const auto* failure = std::get_if<ReplicaFailure>(&*outcome)) {
            if (answer_.failed_draws++ == 0) answer_.first_failure = failure->explanation;
            continue;
        }
        const auto& values = std::get<std::vector<OutputValue>>(*outcome);
        for (std::size_t i = 0; i < values.size(); ++i) {
            outputs(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(i)) =
                values[i].value;
        }
        rows.push_back(replica);
    }
    answer_.draws = rows.size();
    outputs.conservativeResize(static_cast<Eigen::Index>(rows.size()), Eigen::NoChange);
    set_ranges(outputs);
    weigh(*plan, rows, outputs);
    return true;
}

void Answering::set_ranges(const Matrix& outputs) {
    if (outputs.rows() == 0) return;
    constexpr double share = 0.95;
    for (std::size_t i = 0; i < answer_.figures.size(); ++i) {
        std::vector<double> differences;
        for (Eigen::Index row = 0; row < outputs.rows(); ++row) {
            const double value = outputs(row, static_cast<Eigen::Index>(i));
            if (!std::isfinite(value)) break;
            differences.push_back(value - answer_.figures[i].baseline.value);
        }
        if (differences.size() != static_cast<std::size_t>(outputs.rows())) continue;
        answer_.figures[i].range = central_interval(SortedSample{std::move(differences)}, share);
    }
}

void Answering::weigh(const ReplicaPlan& plan, const std::vector<std::size_t>& rows,
                      const Matrix& outputs) {
    const Matrix all = plan.values();
    Matrix draws(static_cast<Eigen::Index>(rows.size()), all.cols());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        draws.row(static_cast<Eigen::Index>(i)) = all.row(static_cast<Eigen::Index>(rows[i]));
    }
    const auto column = static_cast<Eigen::Index>(headline_);
    const std::vector<double> headline(outputs.col(column).begin(), outputs.col(column).end());
    const auto shares = variance_shares(draws, headline);
    if (!shares) return;  // it does not vary: there is nothing to share out
    answer_.unexplained = shares->unexplained;
    constexpr double least_share = 0.005;
    for (std::size_t i = 0; i < request_.parameters.all().size(); ++i) {
        if (shares->shares[i] < least_share) continue;
        ParameterWeight weight{.parameter = request_.parameters.all()[i],
                               .share = shares->shares[i]};
        seek_breakdown(weight, i);
        answer_.weights.push_back(std::move(weight));
    }
    std::ranges::stable_sort(answer_.weights, std::greater{}, &ParameterWeight::share);
}

/// Looks as far again on either side as the parameter is thought to go, within what it can be.
void Answering::seek_breakdown(ParameterWeight& weight, std::size_t place) {
    constexpr double tail = 0.025;
    constexpr unsigned steps = 8;
    const Parameter& parameter = weight.parameter;
    const double low = parameter.distribution.quantile(tail);
    const double high = parameter.distribution.quantile(1 - tail);
    const RealInterval bounds = parameter_bounds(parameter.name);
    weight.sought = {.low = std::max(bounds.low, low - (high - low)),
                     .high = std::min(bounds.high, high + (high - low))};
    std::vector<double> draw;
    for (const Parameter& each : request_.parameters.all()) draw.push_back(each.value);
    const auto headline = [&](double value) -> Result<double> {
        draw[place] = value;
        auto values = figures_of(draw);
        if (!values) return std::move(values).error();
        return (*values)[headline_] - answer_.figures[headline_].baseline.value;
    };
    const auto found = breakdown(headline, {.low = weight.sought.low,
                                            .high = weight.sought.high,
                                            .baseline = parameter.value,
                                            .steps = steps});
    if (found) weight.breakdown = found->nearest;
}

Result<std::optional<WhatIfAnswer>> Answering::answer() {
    if (auto problem = solve_both()) return *std::move(problem);
    if (auto problem = find_headline()) return *std::move(problem);
    const auto whole = draw_all();
    if (!whole) return whole.error();
    if (!*whole) return std::optional<WhatIfAnswer>{};
    answer_.is_illustrative =
        std::ranges::any_of(request_.parameters.all(), [&](const Parameter& parameter) {
            return parameter.origin == ParameterOrigin::assumed &&
                   ParameterSet::matters(parameter, request_.form);
        });
    return std::optional{std::move(answer_)};
}

}  // namespace

std::string default_headline(const Baseline& baseline, const Policy& policy) {
    for (std::size_t g = 0; g < policy.products.size(); ++g) {
        const ProductPolicy& product = policy.products[g];
        const MarketPolicy& market = product.market;
        if (product.price || market.tax != 0 || market.unit_tax != 0 || market.subsidy != 0 ||
            market.ceiling || market.floor || market.limit) {
            return "product." + baseline.products[g].name + ".revenue";
        }
    }
    if (policy.cell_sale_tax) return "cells.tax";
    return "households.ev";
}

Result<std::optional<WhatIfAnswer>> answer_whatif(const WhatIfRequest& request) {
    return Answering{request}.answer();
}

std::optional<Diagnostic> refuse_unsettled(const Solution& solution) {
    if (solution.converged) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::not_converged,
        .explanation = fmt::format(
            "after {} rounds {} still changed by {:.3g} of its size", solution.rounds,
            solution.worst.empty() ? std::string{"something"} : "`" + solution.worst + "`",
            solution.last_change),
        .remedy =
            "There may be no solution, or several. Try a smaller shock, `--closure partial`, "
            "or a lower household.mpc."};
}

std::vector<UncertainParameter> uncertain_parameters(const ParameterSet& parameters,
                                                     DemandForm form) {
    std::vector<UncertainParameter> uncertain;
    for (const Parameter& parameter : parameters.all()) {
        uncertain.push_back(
            {.name = parameter.name,
             .distribution = ParameterSet::matters(parameter, form)
                                 ? parameter.distribution
                                 : ProbabilityDistribution::constant(parameter.value)});
    }
    return uncertain;
}

}  // namespace cellbook
