/// Facts of a table as lines, for comparing.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "ledger/statements/table.hpp"

namespace cellbook::test {

inline std::string cell_text(const Value& value) {
    return std::visit(
        [](const auto& held) -> std::string {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>) {
                return "-";
            } else if constexpr (std::is_same_v<Held, std::string>) {
                return held;
            } else if constexpr (std::is_same_v<Held, std::int64_t>) {
                return std::to_string(held);
            } else if constexpr (std::is_same_v<Held, TableAmount>) {
                return to_decimal_text(held.minor, held.scale);
            } else if constexpr (std::is_same_v<Held, std::vector<TableAmount>>) {
                std::string text;
                for (const auto& amount : held) {
                    text += (text.empty() ? "" : ", ") +
                            to_decimal_text(amount.minor, amount.scale) +
                            (amount.commodity.empty() ? "" : " " + amount.commodity);
                }
                return text;
            } else {
                return to_string(held);
            }
        },
        value);
}

/// Cells joined by ` | `, indented as the row is.
inline std::vector<std::string> lines_of(const std::vector<Row>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (const auto& cell : row.cells) line += (line.empty() ? "" : " | ") + cell_text(cell);
        lines.push_back(std::string(row.indent, '>') + line);
    }
    return lines;
}

inline std::vector<std::string> facts_of(const Table& table) {
    std::vector<Row> facts;
    for (const auto& row : table.rows) {
        if (row.role == Row::Role::fact) facts.push_back(row);
    }
    return lines_of(facts);
}

inline std::vector<std::string> drawn(const Table& table) {
    return lines_of(table.layout ? table.layout->rows : table.rows);
}

}  // namespace cellbook::test
