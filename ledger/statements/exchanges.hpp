/// Exchanges at cost: what was given of one commodity for another.
#pragma once

#include <functional>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/period_sums.hpp"

namespace cellbook {

/// A posting with a cost puts its amount into its party's books and takes its cost out, in another
/// commodity: since every party balances at cost, that is by how much its books are out of balance
/// in each commodity alone.
///
/// Sums of amounts less costs by line, segment and commodity, of the postings that match; `line_of`
/// names the account's line. *Shape*: ordered as `SegmentSums`; debit positive, as assets are.
std::vector<SegmentSum> exchanges_at_cost(const EntrySource& source, const Query& query,
                                          const PeriodGrid& grid,
                                          const std::function<LineId(AccountId)>& line_of);

}  // namespace cellbook
