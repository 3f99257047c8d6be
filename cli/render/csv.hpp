/// Tables as CSV for programs: facts alone, amounts as plain decimals.
#pragma once

#include <iosfwd>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// RFC 4180 in quoting; lines end with LF, as files of a Unix system do. The first line names the
/// columns.
void render_csv(const Table& table, std::ostream& out);

}  // namespace cellbook::cli
