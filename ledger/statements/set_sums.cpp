#include "ledger/statements/set_sums.hpp"

namespace cellbook {

std::vector<SegmentSum> set_sums(const EntrySource& source, const Query& query, const PartySet& set,
                                 const PeriodGrid& grid, const LineRule& lines,
                                 const SetSumOptions& options) {
    auto own =
        sum_segments(source, query, grid, lines,
                     {.zeros = options.zeros, .pass_over_closing = options.pass_over_closing});
    if (!options.eliminate || !set.has_an_inside()) return own;

    // The columns' days are the grid's to judge: one of comparison lies before the query's own.
    const ConsolidationOptions how{.mutual = *options.eliminate, .historical = true};
    const auto inside = consolidation_sums(
        source, query, set, how,
        [&](const Transaction& transaction, const Posting& posting) {
            return lines.of_posting ? lines.of_posting(transaction, posting)
                                    : lines.of_account(posting.account);
        },
        [&](Date day) -> std::optional<std::uint32_t> {
            const bool left_out =
                !grid.historical() && query.dates().contains(day) && !query.covers(day);
            return left_out ? std::nullopt : grid.segment_of(day);
        });
    SegmentSums sums;
    for (const SegmentSum& sum : own) sums.add(sum.line, sum.segment, sum.commodity, sum.sum);
    for (const auto& [place, sum] : inside.eliminated.sorted()) {
        if (place.line != no_line) sums.add(place.line, place.period, place.commodity, -sum);
    }
    for (const auto& [place, sum] : inside.unallocated.sorted()) {
        const LineId line = options.unallocated_of && place.line != no_line
                                ? options.unallocated_of(place.line)
                                : no_line;
        if (line != no_line) sums.add(line, place.period, place.commodity, sum);
    }
    return std::move(sums).finish();
}

}  // namespace cellbook
