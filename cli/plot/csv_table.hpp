/// A table from comma-separated text, as cellbook and others print it.
#pragma once

#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// The table of a CSV text whose first record names the columns; every cell is words, an empty one
/// nothing. `numbers`: columns in which only numbers and empty cells may stand; those that are not
/// there are passed over. *Errors*, each with its place in `file`: `events_header_invalid`
/// (none), `events_column_twice`, `events_row_length`, `events_quote_invalid`, `text_not_utf8`,
/// `number_invalid`.
Result<Table> read_csv_table(const std::string& text, const std::string& file,
                             const std::vector<std::string>& numbers);

}  // namespace cellbook::cli
