/// Tables as JSON for programs: facts alone, amounts as strings.
#pragma once

#include <iosfwd>
#include <string>

#include "ledger/statements/table.hpp"

namespace cellbook::cli {

/// `{"schema": "cellbook-NAME/1", "digest": ..., "rows": [...], "notes": [...]}`, a row a line and
/// an object each; schemas/ describes every NAME. A cell with nothing in it is null. An empty
/// `digest` is left out.
void render_json(const Table& table, const std::string& digest, std::ostream& out);

}  // namespace cellbook::cli
