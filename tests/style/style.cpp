#include "tests/style/style.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <sstream>

#include "tests/style/function_length.hpp"

namespace cellbook::style {

namespace {

constexpr std::size_t longest_file = 500;
constexpr std::size_t longest_function = 70;
constexpr std::size_t longest_line = 100;

/// Layers in the order in which one may use another.
constexpr std::array<std::string_view, 4> layers{"schemas", "ledger", "market", "cli"};

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string{text}};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string first_folder(std::string_view path) {
    return std::string{path.substr(0, path.find('/'))};
}

std::optional<std::size_t> layer_of(std::string_view path) {
    if (path.find('/') == std::string_view::npos) return std::nullopt;
    const auto found = std::ranges::find(layers, first_folder(path));
    if (found == layers.end()) return std::nullopt;
    return static_cast<std::size_t>(found - layers.begin());
}

bool is_cpp(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".hpp");
}

/// Where the rules look at one file.
struct File {
    const std::string& path;
    const std::string& text;
    std::vector<std::string> lines;       // as written
    std::vector<std::string> code_lines;  // without comments and strings
};

using Breaches = std::vector<Breach>;

struct Include {
    std::size_t line;
    std::string path;
};

std::vector<Include> includes_of(const File& file) {
    static const std::regex form{R"(^\s*#\s*include\s+[<"]([^>"]+)[>"])"};
    std::vector<Include> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        std::smatch match;
        if (std::regex_search(file.lines[i], match, form)) found.push_back({i + 1, match[1]});
    }
    return found;
}

void check_layer_order(const File& file, Breaches& breaches) {
    const auto own = layer_of(file.path);
    if (!own) return;
    for (const auto& include : includes_of(file)) {
        const auto used = layer_of(include.path);
        const bool upward = used && *used > *own;
        const bool outside = include.path.starts_with("tests/") ||
                             include.path.starts_with("bench/") ||
                             include.path.starts_with("examples/");
        if (upward || outside) {
            breaches.push_back({"layer_order", file.path, include.line,
                                first_folder(file.path) + " may not use " + include.path});
        }
    }
}

/// Whether the map says in which order a file's folder may use itself.
bool is_mapped(std::string_view path) {
    return path.starts_with("ledger/") || path.starts_with("market/");
}

/// The place in the order of `ledger/x.hpp` or `ledger/folder/x.hpp`.
std::optional<std::size_t> place_in(const MapOrder& order, std::string_view path) {
    const std::string stem{path.substr(0, path.rfind('.'))};
    const auto own = std::ranges::find(order.names, stem);
    const auto slash = stem.find('/', stem.find('/') + 1);
    const auto place = own == order.names.end() && slash != std::string::npos
                           ? std::ranges::find(order.names, stem.substr(0, slash + 1))
                           : own;
    if (place == order.names.end()) return std::nullopt;
    return static_cast<std::size_t>(place - order.names.begin());
}

void check_map_order(const File& file, const MapOrder& order, Breaches& breaches) {
    if (!is_mapped(file.path)) return;
    const auto own = place_in(order, file.path);
    if (!own) {
        breaches.push_back({"map_order", file.path, 0, "the map of ARCHITECTURE.md lacks it"});
        return;
    }
    for (const auto& include : includes_of(file)) {
        if (first_folder(include.path) != first_folder(file.path)) continue;
        const auto used = place_in(order, include.path);
        if (used && *used > *own) {
            breaches.push_back({"map_order", file.path, include.line,
                                include.path + " stands below it in the map of ARCHITECTURE.md"});
        }
    }
}

void check_words(const File& file, std::string_view rule, const std::regex& forbidden,
                 std::string_view what, Breaches& breaches) {
    for (std::size_t i = 0; i < file.code_lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_search(file.code_lines[i], match, forbidden)) continue;
        breaches.push_back({std::string{rule}, file.path, i + 1, match.str() + std::string{what}});
    }
}

void check_floating_point(const File& file, Breaches& breaches) {
    static const std::regex forbidden{
        R"(\b(double|float|float_t|double_t|strtod|strtof|stod|stof|cpp_bin_float\w*)\b)"};
    if (!file.path.starts_with("ledger/")) return;
    check_words(file, "floating_point", forbidden, ": money is exact in ledger/", breaches);
}

void check_printing(const File& file, Breaches& breaches) {
    static const std::regex forbidden{
        R"(<iostream>|<print>|<cstdio>|<stdio\.h>|\b(std::)?(cout|cerr|clog)\b|)"
        R"(\b(fmt|std)::(print|println)\b|\b(printf|fprintf|puts|fputs|putchar|perror)\b)"};
    const auto own = layer_of(file.path);
    if (!own || layers[*own] == "cli") return;
    check_words(file, "printing", forbidden, ": only cli/ prints", breaches);
}

void check_lengths(const File& file, std::string_view code, Breaches& breaches) {
    if (file.lines.size() > longest_file) {
        breaches.push_back({"file_length", file.path, longest_file + 1,
                            std::to_string(file.lines.size()) + " lines, at most 500"});
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        // Bytes that continue a UTF-8 character take no column.
        const auto columns = std::ranges::count_if(
            file.lines[i], [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        if (static_cast<std::size_t>(columns) > longest_line) {
            breaches.push_back({"line_length", file.path, i + 1,
                                std::to_string(columns) + " columns, at most 100"});
        }
    }
    for (const auto& function : functions(code)) {
        if (function.lines() <= longest_function) continue;
        breaches.push_back({"function_length", file.path, function.first_line,
                            std::to_string(function.lines()) +
                                " lines, at most 70: " + function.signature.substr(0, 60)});
    }
}

void check_docstring(const File& file, Breaches& breaches) {
    if (!file.path.ends_with(".hpp")) return;
    const bool has_claim = !file.lines.empty() && file.lines.front().starts_with("/// ");
    if (!has_claim) {
        breaches.push_back({"header_docstring", file.path, 1,
                            "a header begins with `/// ` and the claim it makes"});
    }
    const bool once = std::ranges::find(file.lines, "#pragma once") != file.lines.end();
    if (!once) breaches.push_back({"pragma_once", file.path, 1, "a header says #pragma once"});
}

void check_has_test(const File& file, const Tree& tree, Breaches& breaches) {
    if (!layer_of(file.path) || !file.path.ends_with(".cpp")) return;
    const std::string stem = file.path.substr(0, file.path.size() - 4);
    const std::string test = "tests/" + stem + "_test.cpp";
    if (!tree.contains(test)) {
        breaches.push_back({"source_without_test", file.path, 0, "there is no " + test});
    }
}

}  // namespace

MapOrder map_order(std::string_view architecture) {
    MapOrder order;
    bool in_map = false;
    std::string layer;  // with its `/`; empty below a layer that has no order
    std::string folder;
    for (const auto& line : lines_of(architecture)) {
        if (line.starts_with("```")) in_map = line == "```map";
        if (!in_map || line.starts_with("```")) continue;
        const auto indent = line.find_first_not_of(' ');
        if (indent == std::string::npos) continue;
        if (indent == 0) {
            layer = is_mapped(line) ? first_folder(line) + '/' : std::string{};
            folder.clear();
            continue;
        }
        if (layer.empty()) continue;
        if (indent < 4) folder.clear();
        // Names stand before the first gap of two spaces that is followed by words of explanation:
        // they are separated by single spaces.
        std::istringstream names{line.substr(indent, line.find("  ", indent) - indent)};
        for (std::string name; names >> name;) {
            order.names.push_back(layer + folder + name);
            if (name.ends_with('/')) folder = name;
        }
    }
    return order;
}

Exceptions read_exceptions(std::string_view path, std::string_view text) {
    Exceptions exceptions;
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty() || lines[i].starts_with('#')) continue;
        std::istringstream words{lines[i]};
        std::string rule;
        std::string file;
        std::string reason;
        words >> rule >> file >> reason;
        if (reason.empty()) {
            exceptions.breaches.push_back({"exception_without_reason", std::string{path}, i + 1,
                                           "the form is: RULE PATH  reason"});
        } else {
            exceptions.allowed.push_back(rule + ' ' + file);
        }
    }
    return exceptions;
}

std::vector<Breach> check(const Tree& tree, const MapOrder& order) {
    Breaches breaches;
    for (const auto& [path, text] : tree) {
        if (!is_cpp(path)) continue;
        const std::string code = without_comments_and_strings(text);
        const File file{path, text, lines_of(text), lines_of(code)};
        check_layer_order(file, breaches);
        check_map_order(file, order, breaches);
        check_floating_point(file, breaches);
        check_printing(file, breaches);
        check_lengths(file, code, breaches);
        check_docstring(file, breaches);
        check_has_test(file, tree, breaches);
    }
    return breaches;
}

}  // namespace cellbook::style
