/// Columns of one frame brought to the rows of another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// Adds to `frame` the columns of `more` but for the keys, missing where `more` has no row of the
/// same keys. *Errors*: `data_column_unknown` (a key is no column), `data_column_twice` (a column
/// that the frame has already), `data_key_twice` (two rows of `more` have the same keys).
std::optional<Diagnostic> join_columns(DataFrame& frame, const DataFrame& more,
                                       const std::vector<std::string>& keys);

}  // namespace cellbook
