/// What a book holds, and how much of what flows in it is known how well.
#pragma once

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Counts of entries, transactions, parties by sector, accounts and commodities; the first and last
/// day; transactions by their weakest standing and, where any says them apart, by that of their
/// price and of their quantity; by source; flows by standing, in each commodity with their share of
/// all.
///
/// Transactions, sources and flows are those that match; a reversal takes one from the counts and
/// its amount from the sums, so that what was reversed is not counted.
/// *Shape*: facts `measure, of, commodity, value, share`.
/// *Units*: flows in the commodity's own decimals; share in percent, rounded half-even to 0.1.
Table stats(const EntrySource& source, const Query& query);

/// `part` in `whole` in percent with one decimal, rounded half-even.
/// *Requires*: whole > 0; |part| below 2^100.
Decimal percentage(Sum part, Sum whole);

}  // namespace cellbook
