/// Reads the keys of one table of a scenario file, and complains of what is not as its form says.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "market/scenario/scenario_form.hpp"
#include "market/scenario/toml_tree.hpp"

namespace cellbook {

/// What is absent, or was complained of, reads as nothing: one run shows all that is wrong.
class TableReader {
public:
    /// *Errors* (complained of): `scenario_key_unknown`, `scenario_key_missing`,
    /// `scenario_unsupported`; `scenario_value_invalid` when the node is no table.
    TableReader(const TomlNode& node, const TableForm& form, FileProblems& problems);

    [[nodiscard]] bool has(std::string_view key) const { return node_.find(key) != nullptr; }
    /// Of the value; of the table where the key is absent.
    [[nodiscard]] TextPlace place(std::string_view key) const;
    [[nodiscard]] TextPlace place() const { return node_.place; }

    /// One line, not empty.
    std::optional<std::string> text(std::string_view key);
    /// A text that is one of these.
    std::optional<std::size_t> choice(std::string_view key,
                                      std::span<const std::string_view> choices);
    std::optional<double> number(std::string_view key);
    std::optional<bool> truth(std::string_view key);
    /// Written bare or in quotes.
    std::optional<Date> date(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::vector<double> numbers(std::string_view key);
    /// Null where absent or no table.
    const TomlNode* table(std::string_view key);
    /// The tables of `[[key]]`.
    std::span<const TomlNode> tables(std::string_view key);
    const TomlNode* value(std::string_view key) const;

    struct WholeRange {
        std::int64_t low = 0;
        std::int64_t high = std::numeric_limits<std::int64_t>::max();
    };
    std::optional<std::int64_t> whole(std::string_view key, const WholeRange& range);

    /// `scenario_value_invalid`, at the value.
    void wrong(std::string_view key, std::string what, std::string remedy);

private:
    void check_keys();
    void wrong_sort(const TomlNode& node, std::string_view key, std::string_view wanted,
                    std::string remedy);

    const TomlNode& node_;
    const TableForm& form_;
    FileProblems& problems_;
};

/// The words as a list for people: `a, b or c`.
std::string one_of(std::span<const std::string_view> words);

}  // namespace cellbook
