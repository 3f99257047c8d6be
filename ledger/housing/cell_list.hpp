/// Cells, their holders and what they are used for on a day.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

/// *Shape*: a row a cell that stands on the day, by section and name: what it is, who holds it
/// since when, what was last paid for it, to whom it is let, and how many people live in it. Words
/// look at the cell, its section, its holder and its tenants. *Errors*: `register_empty`.
Result<Table> cell_list(const EntrySource& source, const PropertyScope& scope);

}  // namespace cellbook
