/// The income statement: what was earned, what was used up, what is left.
#pragma once

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/statement_lines.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Income and expenses of a party, or of the set of parties that the query's terms on parties and
/// sectors name, in each period; closing entries are passed over.
///
/// A set's statement leaves out what its members pay one another (`Consolidation`), and says what
/// is unallocated: income and expenses whose other side nobody knows, which are never left out.
/// *Shape*: facts `party, section, account, period, commodity, amount` (`PeriodTable`); section is
/// income, expenses, `net_income` or `unallocated`, which is part of the first two; party is empty
/// in a set's statement, and accounts are named without it. *Requires*: the source outlives a table
/// by party, whose rows are made when they are gone through. *Units*: natural signs, income
/// positive.
Table income_statement(const EntrySource& source, const Query& query,
                       const StatementOptions& options);

}  // namespace cellbook
