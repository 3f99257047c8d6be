#include "market/scenario/scenario_list.hpp"

#include <fmt/format.h>

#include "market/scenario/inheritance.hpp"

namespace cellbook {

namespace {

std::string change_text(const Shock& shock) {
    const std::string_view operation = to_string(shock.change.operation);
    if (!shock.parameter.empty()) return fmt::format("{} {}", operation, shock.parameter);
    return fmt::format("{} {}", operation, shock.change.value);
}

std::string value_text(const ScenarioParameter& parameter) {
    if (const auto* known = std::get_if<ProbabilityDistribution>(&parameter.value)) {
        return to_string(*known);
    }
    const auto& request = std::get<EstimateRequest>(parameter.value);
    std::string text = "estimate by " + request.method;
    if (!request.instruments.empty()) {
        text += fmt::format(", instruments {}", fmt::join(request.instruments, ", "));
    }
    if (!request.cluster.empty()) text += ", clusters by " + request.cluster;
    return text;
}

/// The scenario of a line that has this very shock.
std::string origin_of(const Shock& shock, const ResolvedScenario& resolved,
                      const ScenarioFile& file) {
    for (const std::string& ancestor : resolved.ancestors) {
        for (const Shock& each : file.find_scenario(ancestor)->shocks) {
            if (each.place == shock.place) return ancestor;
        }
    }
    return resolved.name;
}

Row shock_row(const ResolvedScenario& resolved, const Shock& shock, const ScenarioFile& file) {
    Row row{.cells = {"scenario", resolved.name, origin_of(shock, resolved, file),
                      shock.name.empty() ? Value{} : Value{shock.name}, to_string(shock.target),
                      change_text(shock)}};
    row.cells.push_back(shock.days.begin ? Value{*shock.days.begin} : Value{});
    row.cells.push_back(shock.days.end ? Value{Date{shock.days.end->days - 1}} : Value{});
    row.cells.push_back(shock.ramp_days > 0 ? Value{shock.ramp_days} : Value{});
    return row;
}

}  // namespace

Table scenario_list(const ScenarioFile& file) {
    Table table{
        .name = "scenario-list",
        .title = fmt::format("{}, {} model, baseline {} from {} to {}", file.name, file.model,
                             file.baseline.book, to_string(*file.baseline.period.begin),
                             to_string(Date{file.baseline.period.end->days - 1})),
        .columns = {{.name = "row", .title = "", .tidy_only = true},
                    {.name = "name", .title = "Name"},
                    {.name = "from", .title = "From"},
                    {.name = "shock", .title = "Shock"},
                    {.name = "target", .title = "Target"},
                    {.name = "value", .title = "Value"},
                    {.name = "start", .title = "Start"},
                    {.name = "end", .title = "End"},
                    {.name = "ramp_days", .title = "Ramp days", .align = Column::Align::right}}};
    for (const ResolvedScenario& resolved : resolve_all(file)) {
        for (const Shock& shock : resolved.shocks) {
            table.rows.push_back(shock_row(resolved, shock, file));
        }
        if (resolved.shocks.empty()) {
            table.rows.push_back(
                {.cells = {"scenario", resolved.name, {}, {}, {}, {}, {}, {}, {}}});
        }
    }
    for (const ScenarioParameter& parameter : file.parameters) {
        table.rows.push_back(
            {.cells = {
                 "parameter", parameter.name, {}, {}, {}, value_text(parameter), {}, {}, {}}});
    }
    table.notes.push_back("scenario file " + file.hash);
    return table;
}

}  // namespace cellbook
