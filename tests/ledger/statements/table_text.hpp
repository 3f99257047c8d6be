/// Facts of a table as lines, for comparing.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"

namespace cellbook::test {

/// A dash for nothing, which an empty text is not.
inline std::string cell_text(const Value& value) {
    return std::holds_alternative<std::monostate>(value) ? "-" : plain_text(value);
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

inline std::vector<Row> fact_rows(const Table& table) {
    std::vector<Row> facts;
    for_each_fact(table, [&](const Row& row) { facts.push_back(row); });
    return facts;
}

inline std::vector<std::string> facts_of(const Table& table) {
    return lines_of(fact_rows(table));
}

inline std::vector<std::string> drawn(const Table& table) {
    std::vector<Row> rows;
    for_each_line(table, [&](const Row& row) { rows.push_back(row); });
    return lines_of(rows);
}

}  // namespace cellbook::test
