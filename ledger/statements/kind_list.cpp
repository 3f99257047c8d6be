#include "ledger/statements/kind_list.hpp"

#include <algorithm>

namespace cellbook {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string sna_code(const Kind& kind, std::string_view role) {
    const auto found =
        std::ranges::find_if(kind.sna, [&](const auto& entry) { return entry.first == role; });
    return found == kind.sna.end() ? std::string{} : found->second;
}

std::string replacement_note(const KindReplacement& replacement, const std::string& of) {
    const bool paid = replacement.direction == KindReplacement::Direction::paid;
    return "the legs of `" + of + "`, with what is " + (paid ? "paid" : "received") + " on " +
           replacement.from + " booked on " + replacement.to;
}

/// What an event of this kind must and may say, and how amounts are computed.
std::vector<std::string> notes_of(const Kind& kind) {
    std::vector<std::string> notes;
    for (const auto& [name, expression] : kind.amounts) {
        notes.push_back(name + " = " + to_string(expression));
    }
    for (const auto& replacement : kind.replacements) {
        notes.push_back(replacement_note(replacement, kind.of));
    }
    if (!kind.needs.empty()) notes.push_back("must give: " + joined(kind.needs));
    std::vector<std::string> may = kind.takes;
    for (const auto& parameter : kind.parameters) {
        const bool has_default = !parameter.default_value.empty();
        may.push_back(parameter.name +
                      (has_default ? " (else " + parameter.default_value + ")" : std::string{}));
    }
    if (!may.empty()) notes.push_back("may give: " + joined(may));
    std::vector<std::string> codes;
    for (const auto& [role, code] : kind.sna) codes.push_back(role + " " + code);
    if (!codes.empty()) notes.push_back("SNA 2008: " + joined(codes));
    return notes;
}

}  // namespace

Table kind_list(const KindTable& kinds) {
    Table table{.name = "kinds"};
    table.columns = {{"kind", "Kind"},
                     {"title", "What it is"},
                     {"payer_sna", "Payer"},
                     {"payee_sna", "Payee"},
                     {"product", "Product"}};
    for (const Kind& kind : kinds.all()) {
        table.rows.push_back({{kind.name, kind.title, sna_code(kind, "payer"),
                               sna_code(kind, "payee"), kind.product}});
    }
    return table;
}

Result<Table> kind_legs(const KindTable& kinds, std::string_view name) {
    const auto found = kinds.get(name);
    if (!found) return found.error();
    const Kind& kind = **found;
    Table table{.name = "kind", .title = kind.name + ": " + kind.title};
    table.columns = {{"kind", "Kind", Column::Align::left, true},
                     {"role", "In the books of"},
                     {"account", "Account"},
                     {"amount", "Amount"}};
    for (const KindLeg& leg : kind.legs) {
        table.rows.push_back({{kind.name, leg.role, leg.account, to_string(leg.amount)}});
    }
    table.notes = notes_of(kind);
    return table;
}

}  // namespace cellbook
