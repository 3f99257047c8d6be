/// Tables as aligned text for people.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

struct TextStyle {
    /// Lines are fitted into so many columns by shortening names and words; amounts stay whole.
    /// Absent: nothing is shortened, as in a pipe or a file.
    std::optional<std::size_t> width{};
    bool color = false;  ///< negative amounts in red
};

/// Columns aligned by display width; several amounts in a cell stand below each other. A blank line
/// goes before each section, a rule before its subtotal and before the totals.
void render_text(const Table& table, const TextStyle& style, std::ostream& out);

}  // namespace cellbook::cli
