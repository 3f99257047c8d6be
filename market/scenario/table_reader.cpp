#include "market/scenario/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cellbook {

using Sort = TomlNode::Sort;

std::string one_of(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

TableReader::TableReader(const TomlNode& node, const TableForm& form, FileProblems& problems)
    : node_{node}, form_{form}, problems_{problems} {
    if (node.sort == Sort::table) {
        check_keys();
    } else {
        problems.complain(
            DiagnosticCode::scenario_value_invalid, node.place,
            fmt::format("here stands {}, where {} is a table", to_string(node.sort), form.title),
            fmt::format("Its keys are {}.", fmt::join(form.key_names(), ", ")));
    }
}

void TableReader::check_keys() {
    for (const auto& member : node_.members) {
        const KeyForm* const key = form_.find(member.key);
        if (key == nullptr) {
            const auto names = form_.key_names();
            const std::string near = did_you_mean(member.key, names);
            problems_.complain(
                DiagnosticCode::scenario_key_unknown, member.place,
                fmt::format("{} has no key `{}`", form_.title, member.key),
                near.empty() ? fmt::format("Its keys are {}.", fmt::join(names, ", ")) : near);
        } else if (key->need == KeyForm::Need::unsupported) {
            problems_.complain(DiagnosticCode::scenario_unsupported, member.place,
                               fmt::format("`{}` in {} is not offered", member.key, form_.title),
                               std::string{key->instead});
        }
    }
    for (const KeyForm& key : form_.keys) {
        if (key.need != KeyForm::Need::required || has(key.name)) continue;
        problems_.complain(
            DiagnosticCode::scenario_key_missing, node_.place,
            fmt::format("{} has no `{}`", form_.title, key.name),
            fmt::format("Add {} = ...; docs/scenarios.md says what it holds.", key.name));
    }
}

const TomlNode* TableReader::value(std::string_view key) const {
    const auto* member = node_.find(key);
    return member == nullptr ? nullptr : &member->value;
}

TextPlace TableReader::place(std::string_view key) const {
    const TomlNode* const found = value(key);
    return found == nullptr ? node_.place : found->place;
}

void TableReader::wrong(std::string_view key, std::string what, std::string remedy) {
    problems_.complain(DiagnosticCode::scenario_value_invalid, place(key), std::move(what),
                       std::move(remedy));
}

void TableReader::wrong_sort(const TomlNode& node, std::string_view key, std::string_view wanted,
                             std::string remedy) {
    problems_.complain(
        DiagnosticCode::scenario_value_invalid, node.place,
        fmt::format("`{}` wants {}, and here stands {}", key, wanted, to_string(node.sort)),
        std::move(remedy));
}

std::optional<std::string> TableReader::text(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return std::nullopt;
    const bool one_line = node->sort == Sort::text && !node->text.empty() &&
                          node->text.find_first_of("\n\r\t") == std::string::npos;
    if (one_line) return node->text;
    wrong_sort(*node, key, "one line of text", "Write it in quotes.");
    return std::nullopt;
}

std::optional<std::size_t> TableReader::choice(std::string_view key,
                                               std::span<const std::string_view> choices) {
    const auto word = text(key);
    if (!word) return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), *word);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    const std::string near = did_you_mean(*word, {choices.begin(), choices.end()});
    wrong(key, fmt::format("`{}` is no {}", *word, key),
          (near.empty() ? "" : near + " ") + "It is " + one_of(choices) + ".");
    return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return std::nullopt;
    const bool is_number = node->sort == Sort::integer || node->sort == Sort::real;
    if (is_number && std::isfinite(node->real)) return node->real;
    wrong_sort(*node, key, "a finite number", "Write it without quotes, as in 0.25.");
    return std::nullopt;
}

std::optional<std::int64_t> TableReader::whole(std::string_view key, const WholeRange& range) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return std::nullopt;
    if (node->sort != Sort::integer) {
        wrong_sort(*node, key, "a whole number", "Write it without quotes and point.");
    } else if (node->integer < range.low) {
        wrong(key, fmt::format("`{}` is {}", key, node->integer),
              fmt::format("It is {} or more.", range.low));
    } else if (node->integer > range.high) {
        wrong(key, fmt::format("`{}` is {}", key, node->integer),
              fmt::format("It is {} or less.", range.high));
    } else {
        return node->integer;
    }
    return std::nullopt;
}

std::optional<bool> TableReader::truth(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return std::nullopt;
    if (node->sort == Sort::truth) return node->truth;
    wrong_sort(*node, key, "true or false", "Write it without quotes.");
    return std::nullopt;
}

std::optional<Date> TableReader::date(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return std::nullopt;
    if (node->sort == Sort::date) return node->date;
    if (node->sort == Sort::text) {
        auto day = parse_date(node->text);
        if (day) return *day;
        wrong(key, fmt::format("`{}` is no date: {}", key, day.error().explanation),
              "Write it as 2026-03-01.");
    } else {
        wrong_sort(*node, key, "a date", "Write it as 2026-03-01.");
    }
    return std::nullopt;
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> list;
    const TomlNode* const node = value(key);
    if (node == nullptr) return list;
    const bool all_texts =
        node->sort == Sort::list &&
        std::all_of(node->items.begin(), node->items.end(),
                    [](const TomlNode& item) { return item.sort == Sort::text; });
    if (all_texts) {
        for (const TomlNode& item : node->items) list.push_back(item.text);
    } else {
        wrong_sort(*node, key, "a list of texts", "Write it as [\"one\", \"two\"].");
    }
    return list;
}

std::vector<double> TableReader::numbers(std::string_view key) {
    std::vector<double> list;
    const TomlNode* const node = value(key);
    if (node == nullptr) return list;
    const bool all_numbers =
        node->sort == Sort::list && !node->items.empty() &&
        std::all_of(node->items.begin(), node->items.end(), [](const TomlNode& item) {
            return item.sort == Sort::integer || item.sort == Sort::real;
        });
    if (all_numbers) {
        for (const TomlNode& item : node->items) list.push_back(item.real);
    } else {
        wrong_sort(*node, key, "a list of numbers", "Write it as [1, 2.5].");
    }
    return list;
}

const TomlNode* TableReader::table(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr || node->sort == Sort::table) return node;
    wrong_sort(*node, key, "a table", fmt::format("Begin it with [{}].", key));
    return nullptr;
}

std::span<const TomlNode> TableReader::tables(std::string_view key) {
    const TomlNode* const node = value(key);
    if (node == nullptr) return {};
    if (node->sort == Sort::list) return node->items;
    wrong_sort(*node, key, "a list of tables", fmt::format("Begin each with [[{}]].", key));
    return {};
}

}  // namespace cellbook
