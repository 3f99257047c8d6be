/// Any CSV as a frame of data.
#pragma once

#include <string>
#include <vector>

#include "ledger/book/progress.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/reading/source_text.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

struct DataReading {
    DataFrame frame{};
    std::vector<Diagnostic> problems{};  ///< the first hundred, each with its place
    std::int64_t problem_count = 0;
    bool cancelled = false;
};

/// Reads a CSV with a header, an observation a row. A field that is empty or says `NA` or `NaN` is
/// missing; what is no number is a text. A column `standing` of the ledger's four words says which
/// rows were observed. Numbers are kept to about 32 digits. Goes on after an error.
/// *Errors*: `file_unreadable`, `data_row_length`, `data_column_twice`, `observations_empty`,
/// `number_too_large`, `events_quote_invalid`, `text_not_utf8`.
DataReading read_data(TextFiles& files, const std::string& path, const Progress& progress);

/// A number as statistical programs write them, `-1.5e-3`; absent where the text is none.
std::optional<DoubleDouble> parse_data_number(std::string_view text);

}  // namespace cellbook
