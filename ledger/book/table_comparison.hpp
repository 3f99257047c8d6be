/// Compares the derived rows of a book with rows made anew from its journal.
#pragma once

#include <string>
#include <vector>

#include "ledger/book/connection.hpp"

namespace cellbook {

/// Where the derived tables of two databases differ, in words: the rows of `kept` that are not as
/// in `wanted`, at most a few of each table.
std::vector<std::string> differing_rows(const Connection& kept, const Connection& wanted);

}  // namespace cellbook
