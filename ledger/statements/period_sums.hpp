/// Sums by line and period: what every statement with columns is made of.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/intervals.hpp"
#include "ledger/statements/valuation.hpp"

namespace cellbook {

/// A statement's line, counted from 0 by the statement.
using LineId = std::uint32_t;
inline constexpr LineId no_line = 0xffffffffU;

struct GridOptions {
    Interval interval = Interval::none;
    /// A column shows what stands at its end, all before it included; else what changed in it.
    bool historical = false;
    bool compare = false;  ///< the period before the first is a column too, before all others
};

/// The columns of a report, and the days between which its sums must be kept apart.
///
/// A range that the query leaves open reaches to the first or last transaction, and on to where the
/// interval's period of that day begins or ends; a day that the query names cuts a period.
class PeriodGrid {
public:
    /// `cuts`: days on which a new segment begins (`Valuation::cuts`).
    PeriodGrid(const EntrySource& source, const Query& query, const GridOptions& options,
               const std::vector<Date>& cuts = {});

    /// None when the book, or the range, is empty.
    [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }
    [[nodiscard]] bool historical() const { return options_.historical; }
    [[nodiscard]] const GridOptions& options() const { return options_; }
    /// The query sets no end, and no interval does: the last column is of what is known now.
    [[nodiscard]] bool open_ended() const { return open_ended_; }

    // A segment is a run of days that lies in one column and in which no price changes; those of
    // the historical opening come before the first column.
    [[nodiscard]] std::uint32_t segment_count() const;
    [[nodiscard]] std::optional<std::uint32_t> segment_of(Date day) const;
    [[nodiscard]] Date segment_begin(std::uint32_t segment) const { return begins_[segment]; }
    [[nodiscard]] Date segment_end(std::uint32_t segment) const { return begins_[segment + 1]; }
    /// Absent for a segment before the first column.
    [[nodiscard]] std::optional<std::uint32_t> column_of(std::uint32_t segment) const;

private:
    void cut_segments(const std::optional<std::pair<Date, Date>>& span,
                      const std::vector<Date>& cuts);

    GridOptions options_{};
    std::vector<Period> periods_{};
    std::vector<Date> begins_{};  ///< of every segment, and the end of the last
    bool open_ended_ = false;
};

/// Sum of one line in one segment.
struct SegmentSum {
    LineId line = no_line;
    std::uint32_t segment = 0;
    CommodityId commodity{};
    Sum sum = 0;
};

/// Adds up by line, segment and commodity, in memory that grows with the result and not with what
/// is added.
class SegmentSums {
public:
    void add(LineId line, std::uint32_t segment, CommodityId commodity, Sum sum) {
        if (!sums_.empty()) {
            SegmentSum& last = sums_.back();
            if (last.line == line && last.segment == segment && last.commodity == commodity) {
                last.sum += sum;
                return;
            }
        }
        if (sums_.size() == most_) compact();
        sums_.push_back({line, segment, commodity, sum});
    }
    /// Room for so many sums, which costs nothing until they come; growing would copy them.
    void expect(std::size_t count) { sums_.reserve(count); }
    /// Ordered by line, segment, commodity; zeros stay.
    std::vector<SegmentSum> finish() &&;

private:
    void compact();

    std::vector<SegmentSum> sums_{};
    std::size_t most_ = std::size_t{1} << 15U;
};

/// Which line a posting stands on; `no_line` for none.
struct LineRule {
    std::function<LineId(AccountId)> of_account{};
    /// Where the account alone does not say: the stream is read then.
    std::function<LineId(const Transaction&, const Posting&)> of_posting{};
};

struct PeriodSumOptions {
    bool zeros = false;              ///< lines whose postings sum to zero are wanted too
    bool pass_over_closing = false;  ///< leave out what closing entries did
};

/// The sums of the postings that match, of every segment: from kept balances for the months that
/// lie in one segment where the query looks at accounts and commodities alone, from the stream
/// otherwise. Ordered as `SegmentSums`.
std::vector<SegmentSum> sum_segments(const EntrySource& source, const Query& query,
                                     const PeriodGrid& grid, const LineRule& lines,
                                     const PeriodSumOptions& options);

/// What stands in one line's column, in one commodity.
struct PeriodFigure {
    LineId line = no_line;
    std::uint32_t column = 0;
    CommodityId commodity{};
    Sum sum = 0;
};

/// The figures of a report, by line, column and commodity.
class Figures {
public:
    Figures() = default;
    /// *Requires*: ordered by line, column, commodity.
    explicit Figures(std::vector<PeriodFigure> figures);

    [[nodiscard]] std::span<const PeriodFigure> of(LineId line) const;
    [[nodiscard]] std::span<const PeriodFigure> all() const { return figures_; }

private:
    std::vector<PeriodFigure> figures_{};
    LineId first_ = 0;                   ///< the first line that has any
    std::vector<std::size_t> begins_{};  ///< of each line from that one, and the end of the last
};

/// Segments put together to columns, valued if there is a valuation, each figure rounded once.
/// *Requires*: `sums` ordered as `SegmentSums`; the grid has the valuation's cuts. Zeros are left
/// out but in lines that come to nothing anywhere, which keep one.
Figures figures_of(std::span<const SegmentSum> sums, const PeriodGrid& grid, Valuation* valuation);
/// The sums of lines in [begin, end). *Requires*: ordered as `SegmentSums`.
std::span<const SegmentSum> sums_of_lines(std::span<const SegmentSum> sums, LineId begin,
                                          LineId end);

}  // namespace cellbook
