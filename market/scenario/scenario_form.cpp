#include "market/scenario/scenario_form.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "market/random/probability_distribution.hpp"

namespace cellbook {

namespace {

constexpr auto required = KeyForm::Need::required;
constexpr auto unsupported = KeyForm::Need::unsupported;

using Words = std::string_view;
constexpr std::array<Words, 2> models{"equilibrium", "partial"};
constexpr std::array<Words, 4> methods{"ols", "iv", "liml", "gmm"};
constexpr std::array<Words, 4> periods{"month", "quarter", "year", "total"};
constexpr std::array<Words, 2> groups{"section", "quintile"};
constexpr std::array<Words, 8> formats{"text", "csv", "tsv", "json", "md", "html", "tex", "ledger"};
constexpr std::array<Words, 3> rationings{"waiting-list", "lottery", "proportional"};
constexpr std::array<Words, 2> infeasibles{"stop", "record"};

TableForm distribution_table() {
    TableForm form{.name = "distribution",
                   .title = "{dist = ...}",
                   .keys = {{.name = "dist", .need = required}}};
    for (const Words word : distribution_words()) form.keys.push_back({.name = std::string{word}});
    return form;
}

std::vector<TableForm> all_forms() {
    return {
        {.name = "file",
         .title = "the file",
         .keys = {{"schema", required},
                  {"name", required},
                  {"model"},
                  {"baseline", required},
                  {"run"},
                  {"parameters"},
                  {"correlation"},
                  {"scenario", required},
                  {"output"},
                  {"sweep"},
                  {"export"}}},
        {.name = "baseline",
         .title = "[baseline]",
         .keys = {{"book"},
                  {"ledger"},
                  {"from", required},
                  {"to", required},
                  {"digest"},
                  {"closure"},
                  {"sam", unsupported,
                   "Leave it out: the matrix of who pays whom follows from the book."}}},
        {.name = "run",
         .title = "[run]",
         .keys = {{"horizon_days"}, {"seed"}, {"replicas"}, {"sampling"}, {"on_infeasible"}}},
        {.name = "estimate",
         .title = "{estimate = ...}",
         .keys = {{"estimate", required}, {"instruments"}, {"cluster"}}},
        distribution_table(),
        {.name = "correlation",
         .title = "[[correlation]]",
         .keys = {{"between", required}, {"value", required}}},
        {.name = "scenario",
         .title = "[[scenario]]",
         .keys = {{"name", required}, {"title"}, {"inherits"}, {"drop"}, {"shock"}}},
        {.name = "shock",
         .title = "[[scenario.shock]]",
         .keys = {{"name"},
                  {"target", required},
                  {"op"},
                  {"value", required},
                  {"start"},
                  {"end"},
                  {"ramp_days"},
                  {"rationing"}}},
        {.name = "output",
         .title = "[[output]]",
         .keys = {{"series", required}, {"period"}, {"by"}}},
        {.name = "sweep",
         .title = "[sweep]",
         .keys = {{"method", required},
                  {"n", required},
                  {"parameters"},
                  {"metrics"},
                  {"second_order"},
                  {"confidence"},
                  {"bootstrap"}}},
        {.name = "export", .title = "[export]", .keys = {{"dir", required}, {"formats", required}}},
    };
}

}  // namespace

const KeyForm* TableForm::find(std::string_view key) const {
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&](const KeyForm& form) { return form.name == key; });
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> TableForm::key_names() const {
    std::vector<std::string> names;
    for (const KeyForm& key : keys) {
        if (key.need != unsupported) names.push_back(key.name);
    }
    return names;
}

std::span<const TableForm> scenario_forms() {
    static const std::vector<TableForm> forms = all_forms();
    return forms;
}

const TableForm& scenario_form(std::string_view name) {
    const auto forms = scenario_forms();
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const TableForm& form) { return form.name == name; });
    assert(found != forms.end());
    return *found;
}

std::span<const std::string_view> scenario_models() {
    return models;
}

std::span<const std::string_view> estimate_methods() {
    return methods;
}

std::span<const std::string_view> output_periods() {
    return periods;
}

std::span<const std::string_view> output_groups() {
    return groups;
}

std::span<const std::string_view> export_formats() {
    return formats;
}

std::span<const std::string_view> rationing_names() {
    return rationings;
}

std::span<const std::string_view> infeasible_names() {
    return infeasibles;
}

}  // namespace cellbook
