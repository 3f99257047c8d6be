#include "ledger/kinds/kind_text.hpp"

#include <algorithm>

#include <toml++/toml.h>

#include "ledger/chain/json_text.hpp"

namespace cellbook {

namespace {

std::uint32_t line_of(const toml::source_region& region) {
    return region.begin.line;
}

std::uint32_t column_of(const toml::source_region& region) {
    return region.begin.column;
}

void order_as_written(std::vector<KindText::Member>& members) {
    // toml++ keeps members by name; computed amounts and roles mean something by their order.
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
}

KindText from_toml(const toml::node& node) {
    KindText out;
    out.line = line_of(node.source());
    out.column = column_of(node.source());
    if (const auto* table = node.as_table()) {
        out.sort = KindText::Sort::table;
        for (const auto& [key, value] : *table) {
            out.members.push_back({.key = std::string{key.str()},
                                   .value = from_toml(value),
                                   .line = line_of(key.source()),
                                   .column = column_of(key.source())});
        }
        order_as_written(out.members);
    } else if (const auto* array = node.as_array()) {
        out.sort = KindText::Sort::list;
        for (const auto& item : *array) {
            out.items.push_back(from_toml(item));
        }
    } else if (const auto* text = node.as_string()) {
        out.sort = KindText::Sort::text;
        out.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        out.sort = KindText::Sort::number;
        out.text = std::to_string(integer->get());
    } else if (const auto* truth = node.as_boolean()) {
        out.sort = KindText::Sort::truth;
        out.truth = truth->get();
    } else {
        out.sort = KindText::Sort::other;
    }
    return out;
}

constexpr int deepest = 8;  // a leg stands four deep

bool read_word(json_text::Cursor& in, std::string_view word) {
    return std::all_of(word.begin(), word.end(), [&](char c) { return in.skip(c); });
}

bool read_json(json_text::Cursor& in, KindText& out, int depth) {
    if (depth > deepest) {
        return false;
    }
    if (in.next_is('{')) {
        out.sort = KindText::Sort::table;
        return json_text::read_members(in, [&](std::string_view name) {
            out.members.push_back({.key = std::string{name}, .value = {}});
            return read_json(in, out.members.back().value, depth + 1);
        });
    }
    if (in.next_is('[')) {
        out.sort = KindText::Sort::list;
        return json_text::read_items(in, [&] {
            out.items.emplace_back();
            return read_json(in, out.items.back(), depth + 1);
        });
    }
    if (in.next_is('"')) {
        out.sort = KindText::Sort::text;
        return in.read(out.text);
    }
    out.sort = KindText::Sort::truth;
    out.truth = in.next_is('t');
    return read_word(in, out.truth ? "true" : "false");
}

}  // namespace

const KindText::Member* KindText::find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const Member& member) { return member.key == key; });
    return found == members.end() ? nullptr : &*found;
}

Result<KindText> parse_kinds_toml(std::string_view toml, const std::string& file_name) {
    try {
        return from_toml(toml::parse(toml, std::string_view{file_name}));
    } catch (const toml::parse_error& error) {
        return Diagnostic{
            .code = DiagnosticCode::kinds_file_syntax,
            .explanation = "this is not TOML: " + std::string{error.description()},
            .remedy = "schemas/kinds.toml shows the form, https://toml.io the syntax.",
            .position = {.file = file_name,
                         .line = line_of(error.source()),
                         .column = column_of(error.source())}};
    }
}

Result<KindText> parse_kind_json(std::string_view json) {
    json_text::Cursor in{json};
    KindText root;
    if (!read_json(in, root, 0) || !in.at_end()) {
        return Diagnostic{.code = DiagnosticCode::kinds_file_syntax,
                          .explanation = "this is no definition of a kind: " + std::string{json},
                          .remedy =
                              "Definitions are written by export, one line of JSON; give "
                              "your own kinds in a TOML file with --kinds."};
    }
    return root;
}

Position KindOrigin::position(std::uint32_t line, std::uint32_t column) const {
    return {.file = file, .line = line, .column = column};
}

std::string_view KindOrigin::excerpt(std::uint32_t line) const {
    std::string_view rest = text;
    for (std::uint32_t at = 1; line != 0 && !rest.empty(); ++at) {
        const std::size_t end = rest.find('\n');
        if (at == line) {
            return rest.substr(0, end);
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return {};
}

void KindProblems::complain(DiagnosticCode code, std::uint32_t line, std::uint32_t column,
                            std::string what, std::string remedy) {
    const std::string subject =
        name_.empty() ? std::string{} : "kind " + in_backticks(name_) + ": ";
    problems_.push_back(Diagnostic{.code = code,
                                   .explanation = subject + std::move(what),
                                   .remedy = std::move(remedy),
                                   .position = origin_.position(line, column),
                                   .excerpt = std::string{origin_.excerpt(line)}});
}

void KindProblems::wrong(const KindText& where, std::string what, std::string remedy) {
    complain(DiagnosticCode::kind_invalid, where.line, where.column, std::move(what),
             std::move(remedy));
}

void KindProblems::wrong(const KindText::Member& where, std::string what, std::string remedy) {
    complain(DiagnosticCode::kind_invalid, where.line, where.column, std::move(what),
             std::move(remedy));
}

bool is_snake_case(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string in_backticks(std::string_view text) {
    return "`" + std::string{text} + "`";
}

}  // namespace cellbook
