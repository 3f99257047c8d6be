#include "cli/whatif_options.hpp"

#include <charconv>
#include <cmath>

#include "cli/failure.hpp"
#include "cli/report_options.hpp"
#include "ledger/digest.hpp"
#include "ledger/query/period.hpp"
#include "market/scenario/inheritance.hpp"
#include "market/scenario/scenario_reader.hpp"
#include "market/scenario/shock_setting.hpp"

namespace cellbook::cli {

namespace {

double number_of(std::string_view text, const std::string& whole) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole_text = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!whole_text || text.empty() || !std::isfinite(value)) {
        throw UsageError{"--param " + whole + ": `" + std::string{text} + "` is no number",
                         "write NAME=VALUE, NAME=LOW:HIGH or NAME=MEAN+-SD"};
    }
    return value;
}

DateRange dates_of(const WhatIfFlags& flags, const Environment& environment) {
    const ReportOptions report{.begin = flags.begin, .end = flags.end, .period = flags.period};
    return query_of(report, environment).dates();
}

DemandForm form_of(const WhatIfFlags& flags) {
    const std::string word = flags.demand.value_or("les");
    if (const auto form = parse_demand_form(word)) return *form;
    throw UsageError{"--demand takes les, ces, isoelastic or linear, not `" + word + "`"};
}

Closure closure_of(const std::string& word) {
    if (word.empty() || word == "general") return {};
    if (word == "partial") return {.incomes = false, .section_budgets = false};
    if (word == "sections-keep") return {.incomes = true, .section_budgets = false};
    throw UsageError{"--closure takes general, partial or sections-keep, not `" + word + "`"};
}

LimitRule limit_rule_of(const WhatIfFlags& flags) {
    const std::string word = flags.limits.value_or("price");
    if (word == "price") return LimitRule::price;
    if (word == "ration") return LimitRule::ration;
    throw UsageError{"--limits takes price or ration, not `" + word + "`"};
}

std::vector<Shock> shocks_of(const std::vector<std::string>& settings) {
    std::vector<Shock> shocks;
    for (const std::string& text : settings) {
        const ShockSetting setting = value_or_usage_error(parse_setting(text));
        shocks.push_back({.target = setting.target, .change = setting.change});
    }
    return shocks;
}

/// The one scenario that the flags name, and the file's parameters.
void read_scenario_file(const WhatIfFlags& flags, WhatIfQuestion& question) {
    const std::string& path = *flags.scenario_file;
    const std::string text = read_file(path);
    ScenarioReading reading = read_scenario(text, path);
    if (!reading.ok()) {
        const auto count = static_cast<std::int64_t>(reading.problems.size());
        throw InputError{std::move(reading.problems), count};
    }
    const ScenarioFile& file = reading.file;
    const auto all = resolve_all(file);
    const ResolvedScenario* chosen = all.empty() ? nullptr : &all.back();
    std::string names;
    for (const ResolvedScenario& each : all) {
        names += (names.empty() ? "" : ", ") + each.name;
        if (flags.scenario_name && each.name == *flags.scenario_name) chosen = &each;
    }
    if (flags.scenario_name && (chosen == nullptr || chosen->name != *flags.scenario_name)) {
        throw UsageError{path + " has no scenario `" + *flags.scenario_name + "`",
                         "it has " + names};
    }
    if (!flags.scenario_name && all.size() > 1) {
        throw UsageError{path + " has several scenarios", "choose by --name: " + names};
    }
    if (chosen == nullptr) return;
    question.shocks = chosen->shocks;
    question.title = chosen->title.empty() ? chosen->name : chosen->title;
    question.hash = file.hash;
    question.scenario_file = path;
    if (file.run.seed) question.seed = *file.run.seed;
    if (!file.baseline.closure.empty()) question.closure = closure_of(file.baseline.closure);
}

void clear_rents_of(const WhatIfFlags& flags, WhatIfQuestion& question) {
    const std::string word = flags.rents.value_or("cleared");
    if (word != "cleared" && word != "fixed") {
        throw UsageError{"--rents takes cleared or fixed, not `" + word + "`"};
    }
    if (word == "fixed" || !question.scenario.moves_cells) return;
    const auto cleared = clear_rents(*question.economy, question.scenario.policy.people,
                                     question.scenario.new_cells, {.seed = question.seed});
    if (!cleared) {
        if (cleared.error().code != DiagnosticCode::register_empty) {
            throw InputError{cleared.error()};
        }
        question.scenario.notes.emplace_back("no cells are registered: rents stay as they were");
        return;
    }
    auto& rents = question.scenario.policy.rents;
    if (rents.empty()) rents.assign(cleared->factors.size(), 1.0);
    for (std::size_t i = 0; i < rents.size(); ++i) rents[i] *= cleared->factors[i];
    question.scenario.notes.emplace_back(
        "rents follow the lowest competitive rents of the cell market, before and after: " +
        std::to_string(static_cast<long>(cleared->unhoused_before)) +
        " households without a cell, then " +
        std::to_string(static_cast<long>(cleared->unhoused_after)));
    for (const std::string& note : cleared->notes) question.scenario.notes.push_back(note);
}

}  // namespace

void add_whatif_options(Arguments& arguments, WhatIfFlags& flags) {
    add_input_options(arguments, flags.input);
    arguments.group("Baseline");
    arguments.value("-b,--begin", flags.begin, "DATE", "First day");
    arguments.value("-e,--end", flags.end, "DATE", "The day after the last");
    arguments.value("-p,--period", flags.period, "PERIOD", "The whole of it, as 2018 or 2018Q1");
    arguments.value("-c,--commodity", flags.commodity, "SYMBOL",
                    "Model payments in it; the most frequent one otherwise");
    arguments.group("What changes");
    arguments.values("--set", flags.settings, "TARGET=CHANGE",
                     "As price.sauna=+20%, tax.meal=10%, population=4000;\n"
                     "`scenario list --targets` has all");
    arguments.value("--scenario", flags.scenario_file, "FILE",
                    "Take the changes of a scenario file");
    arguments.value("--name", flags.scenario_name, "NAME", "Which of its scenarios");
    arguments.group("Model");
    arguments.values("--param", flags.parameters, "NAME=VALUE",
                     "VALUE, LOW:HIGH or MEAN+-SD; `whatif --parameters` has all");
    arguments.value("--demand", flags.demand, "FORM", "les (default), ces, isoelastic or linear");
    arguments.value("--closure", flags.closure, "WORD",
                    "general (default), partial: incomes stay;\nsections-keep: sections save");
    arguments.value("--limits", flags.limits, "WORD",
                    "At a quantity limit: price (default) rises, or ration");
    arguments.value("--rents", flags.rents, "WORD",
                    "cleared (default): people and cells move them; or fixed");
    arguments.value("--seed", flags.seed, "NUMBER", "Seed of every draw; 1 where none is given");
    add_output_options(arguments, flags.output);
}

Parameter parse_parameter(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        throw UsageError{"--param " + text + ": there is no `=`",
                         "write NAME=VALUE, NAME=LOW:HIGH or NAME=MEAN+-SD"};
    }
    const std::string name = text.substr(0, equals);
    const std::string_view value = std::string_view{text}.substr(equals + 1);
    constexpr auto given = ParameterOrigin::given;
    if (const auto colon = value.find(':'); colon != std::string_view::npos) {
        const RealInterval range{.low = number_of(value.substr(0, colon), text),
                                 .high = number_of(value.substr(colon + 1), text)};
        if (range.low > range.high) {
            throw UsageError{"--param " + text + ": the range is reversed"};
        }
        return ranged_parameter(name, (range.low + range.high) / 2, range, given);
    }
    if (const auto sign = value.find("+-"); sign != std::string_view::npos) {
        const double mean = number_of(value.substr(0, sign), text);
        const double sd = number_of(value.substr(sign + 2), text);
        Parameter parameter = fixed_parameter(name, mean, given);
        parameter.distribution = value_or_usage_error(
            ProbabilityDistribution::make(DistributionSort::normal, {.mean = mean, .sd = sd}));
        return parameter;
    }
    return fixed_parameter(name, number_of(value, text), given);
}

Seed parse_seed(const std::optional<std::string>& text) {
    if (!text) return Seed{1};
    Seed seed;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), seed.value);
    if (read.ec == std::errc{} && read.ptr == text->data() + text->size()) return seed;
    throw UsageError{"--seed takes a whole number from 0, not `" + *text + "`"};
}

WhatIfQuestion ask_whatif(const WhatIfFlags& flags, bool needs_change,
                          const Environment& environment) {
    WhatIfQuestion question{
        .form = form_of(flags), .limit_rule = limit_rule_of(flags), .seed = parse_seed(flags.seed)};
    if (flags.scenario_file) read_scenario_file(flags, question);
    if (flags.seed) question.seed = parse_seed(flags.seed);
    if (flags.closure) question.closure = closure_of(*flags.closure);
    for (Shock& shock : shocks_of(flags.settings)) question.shocks.push_back(std::move(shock));
    for (const std::string& text : flags.settings) {
        question.title += (question.title.empty() ? "" : ", ") + text;
    }
    if (question.hash.empty()) question.hash = to_hex(Sha256{}.of(question.title));
    if (needs_change && question.shocks.empty()) {
        throw UsageError{"nothing is changed",
                         "say what by --set, as --set price.sauna=+20%, or by --scenario FILE"};
    }
    question.source = open_input(flags.input, environment);
    question.economy = value_or_fail(Economy::read(
        *question.source, {.dates = dates_of(flags, environment), .commodity = flags.commodity}));
    std::vector<DrawnShock> drawn;
    for (const Shock& shock : question.shocks) {
        drawn.push_back({.shock = &shock, .value = shock.change.value});
    }
    auto policy = scenario_policy(*question.economy, drawn, {.limit_rule = question.limit_rule});
    if (!policy) {
        Diagnostic problem = std::move(policy).error();
        if (problem.position.line == 0) {
            throw UsageError{problem.explanation, problem.remedy};
        }
        problem.position.file = question.scenario_file;
        throw InputError{std::move(problem)};
    }
    question.scenario = *std::move(policy);
    clear_rents_of(flags, question);
    for (const std::string& text : flags.parameters) {
        if (auto problem =
                question.parameters.set(parse_parameter(text), question.economy->baseline())) {
            throw UsageError{problem->explanation, problem->remedy};
        }
    }
    return question;
}

}  // namespace cellbook::cli
