/// The chain of ownership of cells.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

/// *Shape*: a row a holder, cell by cell in order of time up to the day: from whom, since and until
/// when, at what price and levies, by which transaction. Words look at the cell alone.
/// *Errors*: `register_empty`, `cell_not_found` (a word that finds no cell).
Result<Table> title_list(const EntrySource& source, const PropertyScope& scope);

}  // namespace cellbook
