#include "ledger/statements/exchanges.hpp"

namespace cellbook {

std::vector<SegmentSum> exchanges_at_cost(const EntrySource& source, const Query& query,
                                          const PeriodGrid& grid,
                                          const std::function<LineId(AccountId)>& line_of) {
    if (grid.segment_count() == 0) return {};
    const Chart& chart = source.chart();
    SegmentSums sums;
    const Scan scan{.dates = {grid.segment_begin(0), grid.segment_end(grid.segment_count() - 1)},
                    .accounts = query.accounts(chart),
                    .any_order = true};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        const auto segment = grid.segment_of(transaction->date);
        if (!segment) return true;
        for (const auto& posting : transaction->postings) {
            if (!posting.cost || !query.matches_undated(transaction, posting, chart)) continue;
            const LineId line = line_of(posting.account);
            if (line == no_line) continue;
            const Amount& cost = posting.cost->total;
            sums.add(line, *segment, posting.amount.commodity, posting.amount.minor);
            sums.add(line, *segment, cost.commodity, -Sum{cost.minor});
        }
        return true;
    });
    return std::move(sums).finish();
}

}  // namespace cellbook
