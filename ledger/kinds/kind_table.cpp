#include "ledger/kinds/kind_table.hpp"

#include <cassert>

#include "ledger/kinds/kind_decoder.hpp"
#include "ledger/kinds/kind_text.hpp"
#include "schemas/schemas.hpp"

namespace cellbook {

namespace {

constexpr std::string_view file_schema = "cellbook-kinds/1";

void check_file_keys(const KindText& root, KindProblems& problems) {
    const std::vector<std::string> keys{"schema", "kind"};
    for (const auto& member : root.members) {
        if (!contains(keys, member.key)) {
            const auto nearest = nearest_names(member.key, keys, 1);
            problems.complain(DiagnosticCode::kind_key_unknown, member.line, member.column,
                              "there is no key " + in_backticks(member.key),
                              nearest.empty()
                                  ? "A kind begins with [[kind]]."
                                  : "Did you mean " + in_backticks(nearest.front()) + "?");
        }
    }
    const auto* schema = root.find("schema");
    if (schema == nullptr || schema->value.text != file_schema) {
        const std::string remedy =
            "Begin the file with schema = \"" + std::string{file_schema} + "\".";
        problems.complain(
            DiagnosticCode::kind_invalid, schema == nullptr ? 1 : schema->line,
            schema == nullptr ? 1 : schema->column,
            "the file does not say that it is of the form " + in_backticks(file_schema), remedy);
    }
}

}  // namespace

const KindTable& KindTable::standard() {
    static const KindTable table = [] {
        KindsReading reading = with_file({}, schemas::kinds_toml(), "schemas/kinds.toml");
        assert(reading.ok() && "schemas/kinds.toml is part of the program and tested");
        return std::move(reading.table);
    }();
    return table;
}

KindsReading KindTable::with_file(const KindTable& base, std::string_view toml,
                                  const std::string& file_name) {
    KindsReading reading{.table = base};
    const auto root = parse_kinds_toml(toml, file_name);
    if (!root) {
        reading.problems.push_back(root.error());
        return reading;
    }
    const KindOrigin origin{.file = file_name, .text = toml};
    KindProblems problems{origin, reading.problems};
    check_file_keys(*root, problems);
    const auto* kinds = root->find("kind");
    if (kinds == nullptr || kinds->value.sort != KindText::Sort::list) {
        if (kinds != nullptr) {
            problems.wrong(*kinds, "`kind` wants a list of tables", "Begin each with [[kind]].");
        }
        return reading;
    }
    for (const auto& text : kinds->value.items) {
        auto kind = decode_kind(text, origin, reading.problems);
        if (!kind) {
            continue;
        }
        const std::string name = kind->name;
        if (!reading.table.add(std::move(*kind))) {
            problems.complain(DiagnosticCode::kind_redefined, text.line, text.column,
                              "the kind " + in_backticks(name) + " exists with other content",
                              "Give it a name of its own: books already tell what the old one "
                              "means.");
        }
    }
    return reading;
}

std::optional<Diagnostic> KindTable::add_definition(std::string_view json) {
    const auto text = parse_kind_json(json);
    if (!text) {
        return text.error();
    }
    std::vector<Diagnostic> problems;
    auto kind = decode_kind(*text, {}, problems);
    if (!kind) {
        return problems.front();
    }
    const std::string name = kind->name;
    if (!add(std::move(*kind))) {
        return Diagnostic{
            .code = DiagnosticCode::kind_redefined,
            .explanation = "the kind " + in_backticks(name) + " exists with other content",
            .remedy =
                "Use the kinds file that the book was made with, or give the "
                "new kind a name of its own."};
    }
    return std::nullopt;
}

const Kind* KindTable::find(std::string_view name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &kinds_[found->second];
}

std::vector<std::string> KindTable::names() const {
    std::vector<std::string> names;
    for (const auto& kind : kinds_) {
        names.push_back(kind.name);
    }
    return names;
}

Result<const Kind*> KindTable::get(std::string_view name) const {
    if (const Kind* const found = find(name)) {
        return found;
    }
    std::string remedy;
    for (const auto& near : nearest_names(name, names())) {
        remedy += (remedy.empty() ? "Did you mean " : " or ") + in_backticks(near);
    }
    return Diagnostic{.code = DiagnosticCode::kind_unknown,
                      .explanation = "there is no kind " + in_backticks(name),
                      .remedy = remedy.empty() ? "`cellbook kinds` lists the kinds; a file given "
                                                 "with --kinds adds others."
                                               : remedy + "? `cellbook kinds` lists them all."};
}

bool KindTable::add(Kind kind) {
    if (const Kind* const found = find(kind.name)) {
        return *found == kind;
    }
    index_.emplace(kind.name, kinds_.size());
    kinds_.push_back(std::move(kind));
    return true;
}

}  // namespace cellbook
