#include "ledger/housing/register_rows.hpp"

#include <algorithm>
#include <map>

#include "ledger/reading/register_values.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

/// The newest row of each key, in the order in which keys were first met.
std::vector<RegisterDeclaration> newest_rows(const EntrySource& source, const RegisterForm& form) {
    std::map<std::vector<std::string>, std::size_t> place;
    std::vector<RegisterDeclaration> rows;
    source.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        const auto* const row = std::get_if<RegisterDeclaration>(&declaration);
        if (row == nullptr || row->sort != form.sort) return true;
        std::vector<std::string> key;
        for (std::size_t i = 0; i < form.key_fields; ++i) {
            key.push_back(register_text(*row, i, source.chart()));
        }
        const auto [at, fresh] = place.try_emplace(std::move(key), rows.size());
        if (fresh) {
            rows.push_back(*row);
        } else {
            rows[at->second] = *row;
        }
        return true;
    });
    return rows;
}

std::vector<WordId> tags_of(const std::vector<RegisterDeclaration>& rows) {
    std::vector<WordId> tags;
    for (const RegisterDeclaration& row : rows) {
        for (const Tag& tag : row.tags) {
            if (!std::ranges::count(tags, tag.name)) tags.push_back(tag.name);
        }
    }
    return tags;
}

Value field_value(const RegisterDeclaration& row, std::size_t field, const Chart& chart) {
    const RegisterValue& value = row.values[field];
    const bool counted = register_form(row.sort).fields[field].type == RegisterType::count;
    if (const auto* count = std::get_if<std::int64_t>(&value); count != nullptr && counted) {
        return *count;
    }
    if (const auto* number = std::get_if<Decimal>(&value)) return *number;
    if (const auto* day = std::get_if<Date>(&value)) return *day;
    return value.index() == 0 ? Value{} : Value{register_text(row, field, chart)};
}

bool is_shown(const RegisterDeclaration& row, const PropertyScope& scope, const Chart& chart) {
    if (scope.words.empty()) return true;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const RegisterType type = register_form(row.sort).fields[i].type;
        const bool name = type == RegisterType::party || type == RegisterType::word;
        if (name && scope.shows({register_text(row, i, chart)})) return true;
    }
    return false;
}

std::vector<Column> columns_of(const RegisterForm& form, const std::vector<WordId>& tags,
                               const Chart& chart) {
    std::vector<Column> columns;
    for (const RegisterField& field : form.fields) {
        const bool number = field.type == RegisterType::count || field.type == RegisterType::number;
        columns.push_back(
            {std::string{field.name}, std::string{field.name}, number ? right : left});
    }
    for (const auto* name : {"standing", "source", "note"}) {
        columns.push_back({name, name, left, true});
    }
    for (const WordId tag : tags) {
        columns.push_back({"tag:" + chart[tag], "tag:" + chart[tag], left, true});
    }
    return columns;
}

}  // namespace

Result<Table> register_rows(const EntrySource& source, Register sort, const PropertyScope& scope) {
    const RegisterForm& form = register_form(sort);
    const Chart& chart = source.chart();
    const auto rows = newest_rows(source, form);
    if (rows.empty()) {
        return Diagnostic{.code = DiagnosticCode::register_empty,
                          .explanation = "no " + std::string{form.plural} + " are registered here",
                          .remedy = "docs/registers.md says how they are."};
    }
    const auto tags = tags_of(rows);
    Table table{.name = "registry"};
    table.columns = columns_of(form, tags, chart);
    for (const RegisterDeclaration& row : rows) {
        if (!is_shown(row, scope, chart)) continue;
        Row line;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            line.cells.push_back(field_value(row, i, chart));
        }
        line.cells.push_back(row.standing ? Value{std::string{to_string(*row.standing)}} : Value{});
        line.cells.push_back(word_value(row.source, chart));
        line.cells.push_back(row.note.empty() ? Value{} : Value{row.note});
        for (const WordId tag : tags) {
            const auto said = std::ranges::find(row.tags, tag, &Tag::name);
            line.cells.push_back(said == row.tags.end() ? Value{} : Value{said->value});
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

}  // namespace cellbook
