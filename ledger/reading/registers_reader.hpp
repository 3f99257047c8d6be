/// Reads tables of the property register: a CSV with a header, a row a declaration.
///
/// *Shape*: schemas/registers.json describes the columns of each table. The first column tells
/// which table it is; the others stand in any order; `tag:NAME` columns become tags.
#pragma once

#include <string>
#include <string_view>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Reads `path` into `sink`, a declaration a row, and goes on after an error.
/// *Errors*: `register_header_invalid`, `register_column_unknown`, `register_column_twice`,
/// `register_row_length`, `register_field_invalid`, `register_field_missing`,
/// `events_quote_invalid`, `text_not_utf8`.
bool read_registers(TextFiles& files, const std::string& path, Chart& chart, EntrySink& sink);

/// Whether a text that begins so is such a table: its first line that is neither empty nor a
/// comment (`#`) has several columns, the first named as the key of a register.
bool looks_like_registers(std::string_view beginning);

}  // namespace cellbook
