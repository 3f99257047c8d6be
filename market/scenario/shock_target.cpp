#include "market/scenario/shock_target.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "market/scenario/toml_tree.hpp"

namespace cellbook {

namespace {

using Op = ShockOperation;
using Kind = TargetKind;

constexpr std::array<std::string_view, 5> operation_names{"set", "add", "scale", "ceiling",
                                                          "floor"};
constexpr std::string_view section_words = ".section.";

std::string spelled(const TargetForm& form) {
    return std::string{form.pattern} + (form.by_section ? "[.section.NAME]" : "");
}

/// The name that stands for PRODUCT; empty where the pattern has none. Absent: no match.
std::optional<std::string> matched(std::string_view pattern, std::string_view text) {
    const std::size_t at = pattern.find("PRODUCT");
    if (at == std::string_view::npos) {
        return pattern == text ? std::optional<std::string>{""} : std::nullopt;
    }
    const std::string_view head = pattern.substr(0, at);
    if (!text.starts_with(head)) return std::nullopt;
    const std::string_view name = text.substr(head.size());
    if (name.empty() || name.find('.') != std::string_view::npos) return std::nullopt;
    return std::string{name};
}

std::string operations_of(const TargetForm& form) {
    std::string text;
    for (const Op each : form.operations) {
        text += (text.empty() ? "" : ", ") + std::string{to_string(each)};
    }
    return text;
}

/// The pattern whose words are nearest, PRODUCT counting as what was written.
std::string nearest_pattern(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view name =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    std::vector<std::string> candidates;
    for (const TargetForm& form : target_forms()) {
        std::string candidate{form.pattern};
        const std::size_t at = candidate.find("PRODUCT");
        if (at != std::string::npos && !name.empty() && name.find('.') == std::string_view::npos) {
            candidate.replace(at, 7, name);
        }
        candidates.push_back(candidate);
        const std::size_t section = text.find(section_words);
        if (form.by_section && section != std::string_view::npos) {
            candidates.push_back(candidate + std::string{text.substr(section)});
        }
    }
    return did_you_mean(text, candidates);
}

}  // namespace

std::span<const std::string_view> shock_operations() {
    return operation_names;
}

std::optional<ShockOperation> shock_operation(std::string_view name) {
    const auto* const found = std::find(operation_names.begin(), operation_names.end(), name);
    if (found == operation_names.end()) return std::nullopt;
    return static_cast<ShockOperation>(found - operation_names.begin());
}

std::string_view to_string(ShockOperation operation) {
    return operation_names[static_cast<std::size_t>(operation)];
}

std::span<const TargetForm> target_forms() {
    static const std::vector<Op> any{Op::set, Op::add, Op::scale, Op::ceiling, Op::floor};
    static const std::vector<Op> level{Op::set, Op::add, Op::scale};
    static const std::vector<Op> count{Op::set, Op::add};
    static const std::array forms{
        TargetForm{Kind::rent, "price.rent", true, any, "money a month",
                   "rents of cells, all or a section's"},
        TargetForm{Kind::price, "price.PRODUCT", false, any, "money a unit",
                   "what buyers pay for a product"},
        TargetForm{Kind::cell_sale_tax, "tax.cell_sale", false, level, "share of the price",
                   "what a section takes when a cell is sold"},
        TargetForm{Kind::tax, "tax.PRODUCT", false, level, "share of the price",
                   "a tax by value on a product"},
        TargetForm{Kind::unit_tax, "unit_tax.PRODUCT", false, level, "money a unit",
                   "a tax on each unit of a product"},
        TargetForm{Kind::subsidy, "subsidy.PRODUCT", false, level, "money a unit",
                   "what is added to each unit's price for the seller"},
        TargetForm{Kind::entry_fee, "fee.entry", true, level, "money a person",
                   "what a section asks on arrival"},
        TargetForm{Kind::dues, "fee.dues", true, level, "money a person a month",
                   "what a section asks of each head"},
        TargetForm{Kind::quantity,
                   "quantity.PRODUCT",
                   false,
                   {Op::ceiling},
                   "units a period",
                   "at most so much of a product is supplied"},
        TargetForm{Kind::outside_cost,
                   "outside_cost",
                   false,
                   {Op::set, Op::scale},
                   "times the baseline",
                   "prices of what is bought outside"},
        TargetForm{Kind::exchange_rate, "exchange_rate", false, level,
                   "money inside for one outside", "what outside money costs"},
        TargetForm{Kind::family_income, "income.family", false, level, "money a household a month",
                   "what families bring in"},
        TargetForm{Kind::allowance, "allowance", false, level, "money a person a day",
                   "what the state gives for each head"},
        TargetForm{Kind::population, "population", true, level, "people",
                   "people inside, all or a section's"},
        TargetForm{Kind::new_cells, "cells.new", true, count, "cells", "cells that are built"},
        TargetForm{Kind::closed_cells, "cells.closed", true, count, "cells",
                   "cells that nobody may live in any more"},
    };
    return forms;
}

const TargetForm& form_of(TargetKind kind) {
    return target_forms()[static_cast<std::size_t>(kind)];
}

std::string to_string(const ShockTarget& target) {
    std::string text{form_of(target.kind).pattern};
    if (const auto at = text.find("PRODUCT"); at != std::string::npos) {
        text.replace(at, 7, target.product);
    }
    if (!target.section.empty()) text += std::string{section_words} + target.section;
    return text;
}

Result<ShockTarget> parse_target(std::string_view text) {
    const std::size_t at = text.find(section_words);
    const std::string_view head = text.substr(0, at);
    const std::string_view section =
        at == std::string_view::npos ? std::string_view{} : text.substr(at + section_words.size());
    for (const TargetForm& form : target_forms()) {
        if (at != std::string_view::npos && (!form.by_section || section.empty())) continue;
        if (const auto product = matched(form.pattern, head)) {
            return ShockTarget{
                .kind = form.kind, .product = *product, .section = std::string{section}};
        }
    }
    const std::string near = nearest_pattern(text);
    return Diagnostic{.code = DiagnosticCode::shock_target_unknown,
                      .explanation = fmt::format("there is no `{}` to change", text),
                      .remedy = (near.empty() ? "" : near + " ") +
                                "`cellbook scenario list --targets` lists what there is."};
}

std::optional<Diagnostic> refuse_operation(const ShockTarget& target, ShockOperation operation) {
    const TargetForm& form = form_of(target.kind);
    const auto& taken = form.operations;
    if (std::find(taken.begin(), taken.end(), operation) != taken.end()) return std::nullopt;
    return Diagnostic{.code = DiagnosticCode::shock_operation_invalid,
                      .explanation = fmt::format("`{}` does not take `{}`", to_string(target),
                                                 to_string(operation)),
                      .remedy = "It takes " + operations_of(form) + "."};
}

Table target_table() {
    Table table{.name = "scenario-targets",
                .caption = "What a scenario can change",
                .columns = {{.name = "target", .title = "Target"},
                            {.name = "operations", .title = "Operations"},
                            {.name = "unit", .title = "Unit"},
                            {.name = "meaning", .title = "Meaning"}}};
    for (const TargetForm& form : target_forms()) {
        table.rows.push_back({.cells = {spelled(form), operations_of(form), std::string{form.unit},
                                        std::string{form.meaning}}});
    }
    return table;
}

}  // namespace cellbook
