#include "market/whatif/scenario_model.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ledger/statements/intervals.hpp"
#include "market/estimate/elasticity.hpp"
#include "market/series/book_series.hpp"
#include "market/whatif/rent_clearing.hpp"

namespace cellbook {

namespace {

Diagnostic placed(Diagnostic problem, TextPlace place) {
    if (problem.position.line == 0 && problem.position.file.empty()) {
        problem.position = {.line = place.line, .column = place.column};
    }
    return problem;
}

Interval interval_of(std::string_view period) {
    if (period == "month") return Interval::month;
    if (period == "quarter") return Interval::quarter;
    return period == "year" ? Interval::year : Interval::none;
}

Method method_of(std::string_view name) {
    if (name == "iv") return Method::two_stage;
    if (name == "liml") return Method::liml;
    return name == "gmm" ? Method::gmm : Method::ols;
}

}  // namespace

Result<std::unique_ptr<ScenarioModel>> ScenarioModel::make(const EntrySource& source,
                                                           const ScenarioFile& file,
                                                           const ScenarioModelOptions& options) {
    std::unique_ptr<ScenarioModel> model{new ScenarioModel{source, file, options}};
    model->scenarios_ = resolve_all(file);
    if (file.model == "partial") model->closure_ = {.incomes = false, .section_budgets = false};
    if (auto problem = model->read_parts()) return *std::move(problem);
    if (auto problem = model->read_parameters()) return *std::move(problem);
    if (auto problem = model->choose()) return *std::move(problem);
    if (auto problem = model->prepare_rents()) return *std::move(problem);
    return model;
}

/// The horizon is the days after the baseline where the file gives its length, else the baseline's
/// own.
std::optional<Diagnostic> ScenarioModel::read_parts() {
    auto economy = Economy::read(source_, {.dates = file_.baseline.period});
    if (!economy) return placed(std::move(economy).error(), file_.baseline.place);
    whole_.economy = *std::move(economy);
    const DateRange& dates = whole_.economy->baseline().dates;
    whole_.days = dates;
    if (file_.run.horizon_days) {
        const Date begin = *dates.end;
        const Date end{begin.days + static_cast<std::int32_t>(*file_.run.horizon_days)};
        whole_.days = {.begin = begin, .end = end};
        notes_.push_back(fmt::format("the baseline {} stands for the {} days from {}",
                                     whole_.economy->baseline().period, *file_.run.horizon_days,
                                     to_string(begin)));
    }
    std::set<Interval> wanted;
    for (const ScenarioOutput& output : file_.outputs) wanted.insert(interval_of(output.period));
    for (const Interval interval : wanted) {
        if (interval == Interval::none) continue;
        if (auto problem = split_parts(interval)) return problem;
    }
    return std::nullopt;
}

std::optional<Diagnostic> ScenarioModel::split_parts(Interval interval) {
    const DateRange& dates = whole_.economy->baseline().dates;
    const auto sources = split(*dates.begin, *dates.end, interval);
    const auto labels = split(*whole_.days.begin, *whole_.days.end, interval);
    const auto output = std::ranges::find_if(file_.outputs, [&](const ScenarioOutput& each) {
        return interval_of(each.period) == interval;
    });
    if (sources.size() != labels.size()) {
        return placed(
            {.code = DiagnosticCode::scenario_unsupported,
             .explanation = fmt::format("the baseline has {} of these periods and the horizon {}",
                                        sources.size(), labels.size()),
             .remedy = "Make both as long, or ask for the total."},
            output->place);
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto economy =
            Economy::read(source_, {.dates = {.begin = sources[i].begin, .end = sources[i].end},
                                    .commodity = whole_.economy->baseline().symbol});
        if (!economy) return placed(std::move(economy).error(), output->place);
        parts_.push_back({.label = labels[i].label,
                          .interval = interval,
                          .days = {.begin = labels[i].begin, .end = labels[i].end},
                          .economy = *std::move(economy)});
    }
    return std::nullopt;
}

std::optional<Diagnostic> ScenarioModel::choose() {
    const auto choose_in = [&](Part& part) -> std::optional<Diagnostic> {
        std::vector<ScenarioOutput> outputs;
        for (const ScenarioOutput& output : file_.outputs) {
            if (interval_of(output.period) == part.interval) outputs.push_back(output);
        }
        if (outputs.empty() && !file_.outputs.empty()) return std::nullopt;
        const ModelParameters central =
            parameters_.resolve(part.economy->baseline(), form_, closure_);
        const Policy none{};
        const Solution solution = solve(part.economy->circle(), none, central);
        auto chosen =
            choose_figures(outputs, indicators({part.economy->circle(), none, central, solution}));
        if (!chosen) return std::move(chosen).error();
        part.figures = *std::move(chosen);
        for (ChosenFigure& figure : part.figures) figure.key.period = part.label;
        return std::nullopt;
    };
    if (auto problem = choose_in(whole_)) return problem;
    for (Part& part : parts_) {
        if (auto problem = choose_in(part)) return problem;
    }
    return std::nullopt;
}

bool ScenarioModel::is_of_shock(const std::string& name) const {
    return std::ranges::any_of(file_.scenarios, [&](const Scenario& scenario) {
        return std::ranges::any_of(scenario.shocks,
                                   [&](const Shock& shock) { return shock.parameter == name; });
    });
}

Result<Parameter> ScenarioModel::estimated(const ScenarioParameter& parameter) {
    const auto& request = std::get<EstimateRequest>(parameter.value);
    const Place product = product_of_parameter(parameter.name, whole_.economy->baseline());
    if (product == nowhere || !parameter.name.ends_with(".elasticity")) {
        return Diagnostic{
            .code = DiagnosticCode::scenario_unsupported,
            .explanation = "`" + parameter.name + "` cannot be estimated from a book",
            .remedy =
                "Only demand.PRODUCT.elasticity of a product that the book sells can; give a "
                "number or a distribution."};
    }
    const std::string& name = whole_.economy->baseline().products[product].name;
    Query query;
    query.confine(whole_.economy->baseline().dates);
    const auto series = book_series(source_, query,
                                    {.by = Buyers::section,
                                     .commodity = whole_.economy->baseline().symbol,
                                     .products = {name}});
    if (!series) return series.error();
    DemandOptions how{.instruments = request.instruments};
    how.regression.method = method_of(request.method);
    how.regression.on_simulated = options_.on_simulated;
    if (request.cluster == "section") how.regression.cluster = "buyer";
    const auto demand = estimate_demand(*series, how);
    if (!demand) return demand.error();
    const auto own = std::ranges::find(demand->elasticities, name, &Elasticity::respect_to);
    if (own == demand->elasticities.end()) {
        return Diagnostic{
            .code = DiagnosticCode::scenario_unsupported,
            .explanation = "the own-price elasticity of " + name + " is not identified by the book",
            .remedy = "`demand` says why; give a number or a distribution."};
    }
    const Coefficient& coefficient = own->coefficient;
    Parameter made =
        fixed_parameter(parameter.name, coefficient.estimate, ParameterOrigin::estimated);
    auto distribution = ProbabilityDistribution::make(
        DistributionSort::normal, {.mean = coefficient.estimate, .sd = coefficient.std_error});
    if (!distribution) return std::move(distribution).error();
    made.distribution = *std::move(distribution);
    notes_.push_back(fmt::format("{} estimated by {}: {:.4g} ({:.4g}){}", parameter.name,
                                 request.method, coefficient.estimate, coefficient.std_error,
                                 options_.on_simulated ? ", from rows that nobody observed" : ""));
    return made;
}

std::optional<Diagnostic> ScenarioModel::read_parameters() {
    for (const ScenarioParameter& parameter : file_.parameters) {
        const auto* distribution = std::get_if<ProbabilityDistribution>(&parameter.value);
        if (distribution != nullptr && is_of_shock(parameter.name)) {
            of_shocks_.push_back({.name = parameter.name, .distribution = *distribution});
            continue;
        }
        constexpr double middle = 0.5;
        Parameter made;
        if (distribution != nullptr) {
            made = fixed_parameter(parameter.name, distribution->quantile(middle),
                                   ParameterOrigin::given);
            made.distribution = *distribution;
        } else {
            auto estimate = estimated(parameter);
            if (!estimate) return placed(std::move(estimate).error(), parameter.place);
            made = *std::move(estimate);
        }
        if (auto problem = parameters_.set(made, whole_.economy->baseline())) {
            return placed(*std::move(problem), parameter.place);
        }
    }
    // Elasticities that are given are to be used: the form that takes them. Else the one that is
    // integrable.
    const bool any_elasticity = std::ranges::any_of(
        file_.parameters,
        [](const ScenarioParameter& parameter) { return parameter.name.ends_with(".elasticity"); });
    form_ = any_elasticity ? DemandForm::isoelastic : DemandForm::les;
    notes_.push_back(fmt::format("demand {}, model {}", to_string(form_), file_.model));
    const bool assumed = std::ranges::any_of(parameters_.all(), [&](const Parameter& parameter) {
        return parameter.origin == ParameterOrigin::assumed &&
               ParameterSet::matters(parameter, form_);
    });
    if (assumed) {
        notes_.emplace_back(
            "illustrative: what the file does not give is assumed and drawn from its range "
            "(`whatif --parameters`); intervals are ranges");
    }
    return std::nullopt;
}

std::vector<UncertainParameter> ScenarioModel::uncertain() const {
    auto all = uncertain_parameters(parameters_, form_);
    all.insert(all.end(), of_shocks_.begin(), of_shocks_.end());
    return all;
}

ModelParameters ScenarioModel::parameters_of(const Draw& draw) const {
    return parameters_.resolve(whole_.economy->baseline(), form_, closure_,
                               draw.values().first(parameters_.all().size()));
}

Result<ScenarioPolicy> ScenarioModel::policy_in(const Part& part, const ResolvedScenario& scenario,
                                                const Draw& draw) const {
    std::vector<DrawnShock> shocks;
    for (const Shock& shock : scenario.shocks) {
        shocks.push_back({.shock = &shock, .value = draw.value_of(shock)});
    }
    auto made = scenario_policy(*part.economy, shocks, {.days = part.days});
    const auto rents = rents_.find(scenario.name);
    if (!made || rents == rents_.end()) return made;
    auto& factors = made->policy.rents;
    if (factors.empty()) factors.assign(part.economy->baseline().agents.size(), 1.0);
    for (const Place section : part.economy->sections()) {
        const auto factor = rents->second.find(part.economy->baseline().agents[section].name);
        if (factor != rents->second.end()) factors[section] *= factor->second;
    }
    return made;
}

Result<ScenarioPolicy> ScenarioModel::policy(const ResolvedScenario& scenario,
                                             const Draw& draw) const {
    return policy_in(whole_, scenario, draw);
}

/// Once a scenario, at the middle of what is drawn: a market of two thousand households takes a
/// second to clear, and rents hang on its people far more than on parameters of demand.
std::optional<Diagnostic> ScenarioModel::prepare_rents() {
    if (!options_.clear_rents) return std::nullopt;
    const auto plan = plan_replicas(uncertain(), {}, {.seed = file_.run.seed.value_or(Seed{})});
    if (!plan) return plan.error();
    for (const ResolvedScenario& scenario : scenarios_) {
        const auto central = policy_in(whole_, scenario, plan->draw(0));
        if (!central) return central.error();
        for (const std::string& note : central->notes) {
            notes_.push_back(scenario.name + ": " + note);
        }
        if (!central->moves_cells) continue;
        const auto cleared =
            clear_rents(*whole_.economy, central->policy.people, central->new_cells,
                        {.seed = file_.run.seed.value_or(Seed{1})});
        if (!cleared) {
            if (cleared.error().code != DiagnosticCode::register_empty) return cleared.error();
            notes_.push_back(scenario.name + ": no cells are registered: rents stay as they were");
            continue;
        }
        notes_.push_back(
            fmt::format("{}: rents follow the lowest competitive rents, at the middle of "
                        "what is drawn; {:.0f} households without a cell, then {:.0f}",
                        scenario.name, cleared->unhoused_before, cleared->unhoused_after));
        auto& factors = rents_[scenario.name];
        for (const Place section : whole_.economy->sections()) {
            factors[whole_.economy->baseline().agents[section].name] = cleared->factors[section];
        }
    }
    return std::nullopt;
}

std::optional<Diagnostic> ScenarioModel::add_outputs(const Part& part,
                                                     const ResolvedScenario& scenario,
                                                     const Draw& draw,
                                                     std::vector<OutputValue>& into) const {
    if (part.figures.empty()) return std::nullopt;
    auto made = policy_in(part, scenario, draw);
    if (!made) return std::move(made).error();
    const ModelParameters parameters = parameters_.resolve(
        part.economy->baseline(), form_, closure_, draw.values().first(parameters_.all().size()));
    const Solution solution = solve(part.economy->circle(), made->policy, parameters);
    if (auto problem = refuse_unsettled(solution)) return problem;
    const auto figures = indicators({part.economy->circle(), made->policy, parameters, solution});
    for (const ChosenFigure& figure : part.figures) {
        into.push_back({.key = figure.key, .value = figures[figure.place].value});
    }
    return std::nullopt;
}

Result<std::vector<OutputValue>> ScenarioModel::outputs(const ResolvedScenario& scenario,
                                                        const Draw& draw) const {
    std::vector<OutputValue> values;
    if (auto problem = add_outputs(whole_, scenario, draw, values)) return *std::move(problem);
    for (const Part& part : parts_) {
        if (auto problem = add_outputs(part, scenario, draw, values)) return *std::move(problem);
    }
    return values;
}

}  // namespace cellbook
