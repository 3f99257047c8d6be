#include "market/scenario/toml_tree.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace cellbook {

namespace {

/// Nothing in a scenario file stands deeper; what does is not looked into.
constexpr int deepest = 12;

TextPlace place_of(const toml::source_region& region) {
    return {.line = region.begin.line, .column = region.begin.column};
}

bool stands_before(const TomlNode::Member& a, const TomlNode::Member& b) {
    return a.place.line != b.place.line ? a.place.line < b.place.line
                                        : a.place.column < b.place.column;
}

TomlNode from_toml(const toml::node& node, int depth);

void fill_scalar(const toml::node& node, TomlNode& out) {
    using Sort = TomlNode::Sort;
    if (const auto* text = node.as_string()) {
        out.sort = Sort::text;
        out.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        out.sort = Sort::integer;
        out.integer = integer->get();
        out.real = static_cast<double>(out.integer);
    } else if (const auto* real = node.as_floating_point()) {
        out.sort = Sort::real;
        out.real = real->get();
    } else if (const auto* truth = node.as_boolean()) {
        out.sort = Sort::truth;
        out.truth = truth->get();
    } else if (const auto* date = node.as_date()) {
        const auto day = Date::from_civil(date->get().year, date->get().month, date->get().day);
        out.sort = day ? Sort::date : Sort::other;
        if (day) out.date = *day;
    } else {
        out.sort = Sort::other;
    }
}

void fill_table(const toml::table& table, TomlNode& out, int depth) {
    out.sort = TomlNode::Sort::table;
    for (const auto& [key, value] : table) {
        out.members.push_back({.key = std::string{key.str()},
                               .value = from_toml(value, depth + 1),
                               .place = place_of(key.source())});
    }
    std::stable_sort(out.members.begin(), out.members.end(), stands_before);
}

TomlNode from_toml(const toml::node& node, int depth) {
    TomlNode out;
    out.place = place_of(node.source());
    if (depth > deepest) {
        out.sort = TomlNode::Sort::other;
    } else if (const auto* table = node.as_table()) {
        fill_table(*table, out, depth);
    } else if (const auto* array = node.as_array()) {
        out.sort = TomlNode::Sort::list;
        for (const auto& item : *array) out.items.push_back(from_toml(item, depth + 1));
    } else {
        fill_scalar(node, out);
    }
    return out;
}

}  // namespace

const TomlNode::Member* TomlNode::find(std::string_view key) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const Member& member) { return member.key == key; });
    return found == members.end() ? nullptr : &*found;
}

std::string_view to_string(TomlNode::Sort sort) {
    using Sort = TomlNode::Sort;
    switch (sort) {
        case Sort::text:
            return "a text";
        case Sort::integer:
            return "a whole number";
        case Sort::real:
            return "a number with a point";
        case Sort::truth:
            return "true or false";
        case Sort::date:
            return "a date";
        case Sort::list:
            return "a list";
        case Sort::table:
            return "a table";
        case Sort::other:
            break;
    }
    return "something else";
}

Result<TomlNode> parse_toml(std::string_view toml, const std::string& file_name) {
    try {
        return from_toml(toml::parse(toml, std::string_view{file_name}), 0);
    } catch (const toml::parse_error& error) {
        std::vector<Diagnostic> problems;
        FileProblems{file_name, toml, problems}.complain(
            DiagnosticCode::scenario_syntax, place_of(error.source()),
            "this is not TOML: " + std::string{error.description()},
            "docs/scenarios.md shows the form, https://toml.io the syntax.");
        return std::move(problems.front());
    }
}

FileProblems::FileProblems(std::string file, std::string_view text,
                           std::vector<Diagnostic>& problems)
    : file_{std::move(file)}, text_{text}, line_begins_{0}, problems_{problems} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        line_begins_.push_back(at + 1);
    }
}

void FileProblems::complain(DiagnosticCode code, TextPlace place, std::string what,
                            std::string remedy) {
    complain({.code = code, .explanation = std::move(what), .remedy = std::move(remedy)}, place);
}

void FileProblems::complain(Diagnostic problem, TextPlace place) {
    std::string_view line;
    if (place.line != 0 && place.line <= line_begins_.size()) {
        line = text_.substr(line_begins_[place.line - 1]);
        line = line.substr(0, line.find('\n'));
        if (line.ends_with('\r')) line.remove_suffix(1);
    }
    problems_.push_back(
        std::move(problem).at({.file = file_, .line = place.line, .column = place.column}, line));
}

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known) {
    const auto nearest = nearest_names(wanted, known, 1);
    return nearest.empty() ? "" : "Did you mean `" + nearest.front() + "`?";
}

}  // namespace cellbook
