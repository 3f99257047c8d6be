/// Price indexes as a table.
#pragma once

#include "ledger/prices/price_index.hpp"
#include "ledger/prices/price_panel.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// *Shape*: facts `period, method, value`, a row for each, by method, the base period's first and
/// the others in order. Text: a period a line, a method a column.
Table index_table(const PricePanel& panel, const PriceIndexes& indexes);

}  // namespace cellbook
