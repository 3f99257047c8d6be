#include "ledger/statements/period_sums.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/statements/closing_entries.hpp"

namespace cellbook {

namespace {

/// A sum's place in their order; no function's address, so that a sort has it inline.
constexpr auto place = [](const SegmentSum& sum) {
    return std::pair{std::uint64_t{sum.line} << 32U | sum.segment, sum.commodity};
};

/// The days a report covers: what the query leaves open ends with the book, and on to where the
/// interval's period does.
std::optional<Period> covered_days(const EntrySource& source, const Query& query,
                                   Interval interval) {
    const DateRange& asked = query.dates();
    const auto span = source.span();
    if (!span && !(asked.begin && asked.end)) return std::nullopt;
    const auto holding = [&](Date day) {
        return interval == Interval::none ? period_of(day, Date{day.days + 1})
                                          : period_holding(day, interval);
    };
    const Date begin = asked.begin ? *asked.begin : holding(span->first).begin;
    const Date end = asked.end ? *asked.end : holding(span->second).end;
    if (!(begin < end)) return std::nullopt;
    return period_of(begin, end);
}

}  // namespace

PeriodGrid::PeriodGrid(const EntrySource& source, const Query& query, const GridOptions& options,
                       const std::vector<Date>& cuts)
    : options_{options} {
    const auto covered = covered_days(source, query, options.interval);
    if (!covered) return;
    open_ended_ = !query.dates().end && options.interval == Interval::none;
    periods_ = split(covered->begin, covered->end, options.interval);
    if (options.compare) periods_.insert(periods_.begin(), period_before(periods_.front()));

    cut_segments(source.span(), cuts);
}

void PeriodGrid::cut_segments(const std::optional<std::pair<Date, Date>>& span,
                              const std::vector<Date>& cuts) {
    Date first = periods_.front().begin;
    const bool opens = options_.historical && span && span->first < first;
    if (opens) begins_.push_back(first);
    if (opens) first = span->first;
    Date end = periods_.back().end;
    // Where nothing lies beyond an end, its month counts as a whole one, which is kept.
    if (!span || !(span->first < first)) first = first_day(first.month());
    if (!span || span->second < end) end = first_day(Month{Date{end.days - 1}.month().index + 1});

    begins_.push_back(first);
    begins_.push_back(end);
    for (std::size_t i = 1; i < periods_.size(); ++i) begins_.push_back(periods_[i].begin);
    for (const Date cut : cuts) {
        if (first < cut && cut < end) begins_.push_back(cut);
    }
    std::ranges::sort(begins_);
    begins_.erase(std::unique(begins_.begin(), begins_.end()), begins_.end());
}

std::uint32_t PeriodGrid::segment_count() const {
    return begins_.empty() ? 0 : static_cast<std::uint32_t>(begins_.size() - 1);
}

std::optional<std::uint32_t> PeriodGrid::segment_of(Date day) const {
    if (begins_.empty() || day < begins_.front() || !(day < begins_.back())) return std::nullopt;
    const auto after = std::ranges::upper_bound(begins_, day);
    return static_cast<std::uint32_t>(after - begins_.begin() - 1);
}

std::optional<std::uint32_t> PeriodGrid::column_of(std::uint32_t segment) const {
    const Date last{begins_[segment + 1].days - 1};
    const auto after = std::ranges::upper_bound(periods_, last, {}, &Period::begin);
    if (after == periods_.begin()) return std::nullopt;
    return static_cast<std::uint32_t>(after - periods_.begin() - 1);
}

void SegmentSums::compact() {
    if (!std::ranges::is_sorted(sums_, {}, place)) std::ranges::sort(sums_, {}, place);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
        if (kept > 0 && place(sums_[kept - 1]) == place(sums_[i])) {
            sums_[kept - 1].sum += sums_[i].sum;
        } else {
            sums_[kept++] = sums_[i];
        }
    }
    sums_.resize(kept);
    most_ = std::max(most_, 4 * kept);
}

std::vector<SegmentSum> SegmentSums::finish() && {
    compact();
    return std::move(sums_);
}

namespace {

/// Adds what matches to a report's sums, from wherever it can be had.
class Summing {
public:
    Summing(const EntrySource& source, const Query& query, const PeriodGrid& grid,
            const LineRule& lines)
        : source_{source}, query_{query}, grid_{grid}, lines_{lines}, chart_{source.chart()} {}

    void add_stream(const DateRange& dates) {
        add_transactions(dates, query_.accounts(chart_), [](const Transaction&) { return 1; });
    }
    void subtract_closing();
    void add_kept();
    std::vector<SegmentSum> finish() && { return std::move(sums_).finish(); }

private:
    template <class Sign>
    void add_transactions(const DateRange& dates, std::optional<std::vector<AccountId>> accounts,
                          const Sign& sign);
    [[nodiscard]] LineId line_of(AccountId account);
    void add_months();
    /// Days from `from` that lie in months which segments cut, as ranges.
    [[nodiscard]] std::vector<DateRange> cut_months() const;
    [[nodiscard]] bool is_whole(Month month) const;

    const EntrySource& source_;
    const Query& query_;
    const PeriodGrid& grid_;
    const LineRule& lines_;
    const Chart& chart_;
    SegmentSums sums_{};
    /// The last account asked about: kept balances come account by account.
    AccountId asked_{};
    LineId line_ = no_line;
};

LineId Summing::line_of(AccountId account) {
    if (account != asked_) {
        asked_ = account;
        line_ = query_.matches_account(account, chart_) ? lines_.of_account(account) : no_line;
    }
    return line_;
}

template <class Sign>
void Summing::add_transactions(const DateRange& dates,
                               std::optional<std::vector<AccountId>> accounts, const Sign& sign) {
    const DateRange& asked = query_.dates();
    const Scan scan{.dates = dates, .accounts = std::move(accounts), .any_order = true};
    source_.for_each_transaction(scan, [&](const Transaction& transaction) {
        const Date day = transaction->date;
        const auto segment = grid_.segment_of(day);
        if (!segment || !dates.contains(day)) return true;
        // Days that the query leaves out are left out of its own range alone: columns of
        // comparison and openings lie before it.
        if (!grid_.historical() && asked.contains(day) && !query_.covers(day)) return true;
        const int times = sign(transaction);
        if (times == 0) return true;
        for (const auto& posting : transaction->postings) {
            if (!query_.matches_undated(transaction, posting, chart_)) continue;
            const LineId line = lines_.of_posting ? lines_.of_posting(transaction, posting)
                                                  : lines_.of_account(posting.account);
            if (line == no_line) continue;
            sums_.add(line, *segment, posting.amount.commodity, times * Sum{posting.amount.minor});
        }
        return true;
    });
}

void Summing::subtract_closing() {
    std::vector<AccountId> accounts = retained_earnings_accounts(chart_);
    if (accounts.empty() || grid_.segment_count() == 0) return;
    const DateRange all{grid_.segment_begin(0), grid_.segment_end(grid_.segment_count() - 1)};
    add_transactions(all, std::move(accounts), [&](const Transaction& transaction) {
        return is_closing(*transaction, chart_) ? -1 : 0;
    });
}

bool Summing::is_whole(Month month) const {
    const auto first = grid_.segment_of(first_day(month));
    return first && !(grid_.segment_end(*first) < first_day(Month{month.index + 1}));
}

std::vector<DateRange> Summing::cut_months() const {
    std::vector<DateRange> ranges;
    const Month last = Date{grid_.segment_end(grid_.segment_count() - 1).days - 1}.month();
    for (Month month = grid_.segment_begin(0).month(); month <= last; ++month.index) {
        if (is_whole(month)) continue;
        const Date begin = first_day(month);
        const Date end = first_day(Month{month.index + 1});
        if (!ranges.empty() && ranges.back().end == begin) {
            ranges.back().end = end;
        } else {
            ranges.push_back({begin, end});
        }
    }
    return ranges;
}

void Summing::add_months() {
    const Month first = grid_.segment_begin(0).month();
    const Month last = Date{grid_.segment_end(grid_.segment_count() - 1).days - 1}.month();
    std::vector<std::optional<std::uint32_t>> segments;
    for (Month month = first; month <= last; ++month.index) {
        segments.push_back(is_whole(month) ? grid_.segment_of(first_day(month)) : std::nullopt);
    }
    if (std::ranges::none_of(segments, [](const auto& segment) { return segment.has_value(); })) {
        return;
    }
    constexpr std::size_t most_expected = std::size_t{1} << 20U;
    sums_.expect(std::min(most_expected, chart_.account_count() * segments.size()));
    source_.for_each_month_balance(first, Month{last.index + 1}, [&](const MonthBalance& kept) {
        const auto segment = segments[static_cast<std::size_t>(kept.month.index - first.index)];
        if (!segment || !query_.matches_commodity(kept.commodity, chart_)) return;
        const LineId line = line_of(kept.account);
        if (line != no_line) sums_.add(line, *segment, kept.commodity, kept.sum);
    });
}

void Summing::add_kept() {
    const auto span = source_.span();
    const bool one_segment = grid_.segment_count() == 1 && span &&
                             !(span->first < grid_.segment_begin(0)) &&
                             span->second < grid_.segment_end(0);
    if (one_segment) {
        source_.for_each_total([&](AccountId account, CommodityId commodity, Sum sum) {
            if (!query_.matches_commodity(commodity, chart_)) return;
            const LineId line = line_of(account);
            if (line != no_line) sums_.add(line, 0, commodity, sum);
        });
        return;
    }
    for (const DateRange& dates : cut_months()) add_stream(dates);
    add_months();
}

}  // namespace

std::vector<SegmentSum> sum_segments(const EntrySource& source, const Query& query,
                                     const PeriodGrid& grid, const LineRule& lines,
                                     const PeriodSumOptions& options) {
    if (grid.segment_count() == 0) return {};
    Summing summing{source, query, grid, lines};
    if (query.kept_balances_suffice() && !lines.of_posting && !options.zeros) {
        summing.add_kept();
    } else {
        summing.add_stream({grid.segment_begin(0), grid.segment_end(grid.segment_count() - 1)});
    }
    if (options.pass_over_closing) summing.subtract_closing();
    return std::move(summing).finish();
}

Figures::Figures(std::vector<PeriodFigure> figures) : figures_{std::move(figures)} {
    if (!figures_.empty()) first_ = figures_.front().line;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        while (begins_.size() <= figures_[i].line - first_) begins_.push_back(i);
    }
    begins_.push_back(figures_.size());
}

std::span<const PeriodFigure> Figures::of(LineId line) const {
    if (line < first_ || line - first_ + std::size_t{1} >= begins_.size()) return {};
    const std::size_t at = line - first_;
    return std::span{figures_}.subspan(begins_[at], begins_[at + 1] - begins_[at]);
}

namespace {

/// Puts one line's segments together, column by column.
class LineColumns {
public:
    LineColumns(const PeriodGrid& grid, Valuation* valuation, std::vector<PeriodFigure>& figures)
        : grid_{grid}, valuation_{valuation}, figures_{figures} {}

    void add_line(std::span<const SegmentSum> sums) {
        const std::size_t before = figures_.size();
        standing_.clear();
        terms_.clear();
        std::size_t at = 0;
        for (std::uint32_t column = 0; column < grid_.periods().size(); ++column) {
            if (!grid_.historical()) {
                standing_.clear();
                terms_.clear();
            }
            for (; at < sums.size(); ++at) {
                const auto of = grid_.column_of(sums[at].segment);
                if (of && *of > column) break;
                take(sums[at]);
            }
            put(sums.front().line, column);
        }
        if (figures_.size() == before) {
            figures_.push_back({sums.front().line, 0, sums.front().commodity, 0});
        }
    }

private:
    [[nodiscard]] bool apart() const {
        return valuation_ && valuation_->when() == ValuationOptions::When::then;
    }
    void take(const SegmentSum& sum) {
        if (apart()) {
            // No price changes in a segment, so that any day of it will do.
            const Date day{grid_.segment_end(sum.segment).days - 1};
            terms_.push_back({sum.sum, sum.commodity, day});
        } else {
            standing_[sum.commodity] += sum.sum;
        }
    }
    [[nodiscard]] Date last_day(std::uint32_t column) const {
        const Date last = grid_.periods()[column].last();
        const auto price = valuation_->last_price();
        return grid_.open_ended() && price ? std::max(last, *price) : last;
    }
    void put(LineId line, std::uint32_t column) {
        if (!valuation_) return put(line, column, standing_);
        if (!apart()) {
            terms_.clear();
            const Date last = last_day(column);
            const Date day = valuation_->day_of(last, last);
            for (const auto& [commodity, sum] : standing_) terms_.push_back({sum, commodity, day});
        }
        put(line, column, valuation_->value(terms_));
    }
    void put(LineId line, std::uint32_t column, const Sums& sums) {
        for (const auto& [commodity, sum] : sums) {
            if (sum != 0) figures_.push_back({line, column, commodity, sum});
        }
    }

    const PeriodGrid& grid_;
    Valuation* valuation_;
    std::vector<PeriodFigure>& figures_;
    Sums standing_{};
    std::vector<Valuation::Term> terms_{};
};

}  // namespace

std::span<const SegmentSum> sums_of_lines(std::span<const SegmentSum> sums, LineId begin,
                                          LineId end) {
    const auto from = std::ranges::lower_bound(sums, begin, {}, &SegmentSum::line);
    const auto to = std::ranges::lower_bound(from, sums.end(), end, {}, &SegmentSum::line);
    return {from, to};
}

Figures figures_of(std::span<const SegmentSum> sums, const PeriodGrid& grid, Valuation* valuation) {
    std::vector<PeriodFigure> figures;
    figures.reserve(sums.size());
    LineColumns columns{grid, valuation, figures};
    for (std::size_t begin = 0; begin < sums.size();) {
        std::size_t end = begin;
        while (end < sums.size() && sums[end].line == sums[begin].line) ++end;
        columns.add_line(sums.subspan(begin, end - begin));
        begin = end;
    }
    return Figures{std::move(figures)};
}

}  // namespace cellbook
