/// One read-only SQL statement on a book, for people and for reports outside cellbook.
#pragma once

#include <string_view>

#include "ledger/book/sql_result.hpp"
#include "ledger/book/connection.hpp"

namespace cellbook {

/// Runs a single SELECT (or EXPLAIN, VALUES, WITH ... SELECT). What it may do is a list of what is
/// allowed: reading tables, functions, recursion, and PRAGMAs that only tell. Results of more than
/// 256 MB are refused.
/// *Errors*: `sql_failed` (syntax, no such table), `sql_refused` (anything that writes, attaches,
/// or changes a setting; a second statement), `sql_out_of_time`.
Result<SqlResult> read_only_sql(const Connection& connection, std::string_view statement,
                                      int time_limit_ms);

}  // namespace cellbook
