/// Cells of a table as the numbers of a picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// Whether text is a decimal number, with an exponent if need be, that any program can draw: digits
/// with at most one point, between -10^300 and 10^300.
bool is_plot_number(std::string_view text);

/// The number that a cell holds, as text; nothing for an empty cell or one that holds words, a date
/// or several amounts.
std::optional<std::string> plot_number(const Value& value);

}  // namespace cellbook::cli
