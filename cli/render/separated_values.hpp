/// Tables as csv and tsv for programs: facts alone, amounts as plain decimals with all digits.
#pragma once

#include <iosfwd>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// RFC 4180 in quoting; lines end with LF, as files of a Unix system do. The first line names the
/// columns.
void render_csv(const Table& table, std::ostream& out);

/// IANA's text/tab-separated-values: fields parted by tabs, never quoted. That form has no tabs or
/// line ends within a field; they, and the backslash, stand as `\t`, `\n`, `\r` and `\\`. The first
/// line names the columns.
void render_tsv(const Table& table, std::ostream& out);

}  // namespace cellbook::cli
