#include "ledger/prices/index_method.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

constexpr std::array geks_formulas{IndexFormula::fisher, IndexFormula::tornqvist,
                                   IndexFormula::walsh, IndexFormula::jevons};
constexpr std::array<std::string_view, 4> splices{"movement", "window", "half", "mean"};

std::vector<std::string> method_names() {
    std::vector<std::string> names;
    for (const IndexMethod& method : all_index_methods()) names.push_back(to_string(method));
    return names;
}

std::string listed(std::span<const std::string> names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

Diagnostic method_unknown(const std::string& name) {
    const auto names = method_names();
    const auto near = nearest_names(name, names, 1);
    return {.code = DiagnosticCode::index_option_invalid,
            .explanation = "there is no index method `" + name + "`",
            .remedy = near.empty() ? "They are " + listed(names) + ", and all."
                                   : "Did you mean " + near.front() + "?"};
}

}  // namespace

std::string to_string(const IndexMethod& method) {
    std::string name{to_string(method.formula)};
    if (method.scheme == IndexScheme::chained) return "chained-" + name;
    return method.scheme == IndexScheme::geks ? "geks-" + name : name;
}

std::vector<IndexMethod> all_index_methods() {
    std::vector<IndexMethod> methods;
    for (const IndexScheme scheme : {IndexScheme::fixed_base, IndexScheme::chained}) {
        for (std::size_t i = 0; i < index_formula_count; ++i) {
            methods.push_back({static_cast<IndexFormula>(i), scheme});
        }
    }
    for (const IndexFormula formula : geks_formulas)
        methods.push_back({formula, IndexScheme::geks});
    return methods;
}

Result<std::vector<IndexMethod>> parse_index_methods(const IndexNames& asked) {
    std::vector<IndexMethod> methods;
    const auto add = [&](IndexMethod method) {
        if (asked.chained && method.scheme == IndexScheme::fixed_base) {
            method.scheme = IndexScheme::chained;
        }
        if (std::ranges::find(methods, method) == methods.end()) methods.push_back(method);
    };
    const auto known = all_index_methods();
    for (const std::string& name : asked.names) {
        if (name == "all") {
            for (const IndexMethod& method : known) {
                if (asked.quantities || !needs_quantities(method.formula)) add(method);
            }
            continue;
        }
        const auto found = std::ranges::find_if(
            known, [&](const IndexMethod& method) { return to_string(method) == name; });
        if (found == known.end()) return method_unknown(name);
        add(*found);
    }
    return methods;
}

PanelNeeds needs_of(std::span<const IndexMethod> methods) {
    PanelNeeds needs{.logs = false, .roots = false};
    for (const IndexMethod& method : methods) {
        needs.logs = needs.logs || method.formula == IndexFormula::jevons ||
                     method.formula == IndexFormula::tornqvist;
        needs.roots = needs.roots || method.formula == IndexFormula::walsh;
    }
    return needs;
}

Result<Splice> parse_splice(std::string_view name) {
    const auto* const found = std::ranges::find(splices, name);
    if (found != splices.end()) return static_cast<Splice>(found - splices.begin());
    return Diagnostic{.code = DiagnosticCode::index_option_invalid,
                      .explanation = "there is no splice `" + std::string{name} + "`",
                      .remedy = "Take movement, window, half or mean."};
}

std::string_view to_string(Splice splice) {
    return splices[static_cast<std::size_t>(splice)];
}

}  // namespace cellbook
