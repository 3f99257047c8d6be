/// The balance sheet: what is owned, what is owed, and whose the difference is.
#pragma once

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/statement_lines.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Assets, liabilities and equity of a party, or of the set of parties that the query's terms on
/// parties and sectors name, at the end of each period.
///
/// Assets equal liabilities and equity in each commodity, for every party and set, in any
/// valuation. Two lines of equity see to it that are no accounts. `retained earnings` are income
/// less expenses so far, as far as no closing entry has brought them to equity. `translation` is
/// what exchanges between commodities came to at cost (`exchanges_at_cost`): it is computed from
/// the costs, and that it is what the sheet lacks is the balance rule. Valued, it is what those
/// exchanges have since gained or lost, with what rounding each figure takes from the sum. A query
/// that takes transactions apart gets a third line, `left out by the query`.
///
/// A set's sheet leaves out what its members owe one another (`Consolidation`); cash, goods and
/// cells stay where they are. What nobody is known to owe or to be owed is `unallocated`, and
/// stays. *Shape*: facts `party, section, account, period, commodity, amount` (`PeriodTable`);
/// section is assets, liabilities, equity, or `unallocated`, which is part of the first three; the
/// period is its last day. *Requires*: the source outlives a table by party, whose rows are
/// made when they are gone through. *Units*: natural signs, liabilities and equity positive.
Table balance_sheet(const EntrySource& source, const Query& query, const StatementOptions& options);

}  // namespace cellbook
