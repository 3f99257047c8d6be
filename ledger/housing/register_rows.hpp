/// The rows of the property register, as its files have them.
#pragma once

#include "ledger/housing/property_scope.hpp"
#include "ledger/register_form.hpp"

namespace cellbook {

/// *Shape*: a row a key in the chain's order of its first mention, with what was said of it last;
/// the columns of the register's form, then `standing`, `source` and `note`, and a column
/// `tag:NAME` for every tag that any row has: csv that can be imported again. Words look at every
/// name in a row. *Errors*: `register_empty`: the register has no rows.
Result<Table> register_rows(const EntrySource& source, Register sort, const PropertyScope& scope);

}  // namespace cellbook
