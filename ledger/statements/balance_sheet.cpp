#include "ledger/statements/balance_sheet.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "ledger/statements/exchanges.hpp"
#include "ledger/statements/set_sums.hpp"

namespace cellbook {

namespace {

using Part = StatementLines::Part;

/// Lines that are no accounts, numbered after those that are: of each party, and of the set.
class ExtraLines {
public:
    ExtraLines(const StatementLines& lines, const Chart& chart)
        : first_{lines.count()}, parts_{lines.parts()}, chart_{chart} {
        by_party_.assign(chart.party_count(), no_line);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const PartyId party = parts_[i].party;
            if (party.valid()) by_party_[party.value] = static_cast<LineId>(i);
        }
    }

    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
    [[nodiscard]] LineId earnings(std::size_t part) const { return line(part, 0); }
    [[nodiscard]] LineId left_out(std::size_t part) const { return line(part, 1); }
    [[nodiscard]] LineId unallocated(AccountClass section) const {
        return line(parts_.size(), static_cast<LineId>(section));
    }
    /// The part that a line belongs to; as many as there are parts for what is unallocated.
    [[nodiscard]] std::size_t part_of(LineId line) const {
        if (line >= first_) return std::min((line - first_) / per_part, parts_.size());
        const auto after = std::ranges::upper_bound(parts_, line, {}, &Part::begin);
        return static_cast<std::size_t>(after - parts_.begin()) - 1;
    }
    /// The part that an account belongs to, if any.
    [[nodiscard]] std::optional<std::size_t> part_of(AccountId account) const {
        if (parts_.size() == 1 && !parts_.front().party.valid()) return 0;
        const LineId part = by_party_[chart_[account].party.value];
        return part == no_line ? std::nullopt : std::optional<std::size_t>{part};
    }

private:
    static constexpr std::size_t per_part = 2;

    [[nodiscard]] LineId line(std::size_t part, LineId which) const {
        return first_ + static_cast<LineId>(per_part * part) + which;
    }

    LineId first_;
    std::vector<Part> parts_;
    const Chart& chart_;
    std::vector<LineId> by_party_{};
};

bool is_flow(AccountClass account_class) {
    return account_class == AccountClass::income || account_class == AccountClass::expenses;
}

/// What a part's sheet is out of balance by, segment by segment.
using Gaps = std::map<std::tuple<std::size_t, std::uint32_t, CommodityId>, Sum>;

class Sheet {
public:
    Sheet(const EntrySource& source, const Query& query, const StatementOptions& options)
        : source_{source},
          query_{query},
          options_{options},
          chart_{source.chart()},
          set_{query, chart_},
          lines_{source,
                 query,
                 {AccountClass::assets, AccountClass::liabilities, AccountClass::equity},
                 options},
          extra_{lines_, chart_} {
        if (options.columns.valuation) valuation_.emplace(source, *options.columns.valuation);
        GridOptions columns = options.columns.grid();
        columns.historical = true;
        grid_.emplace(source, query, columns,
                      valuation_ ? valuation_->cuts() : std::vector<Date>{});
    }

    static Table table_of(const std::shared_ptr<Sheet>& sheet) { return sheet->table(sheet); }

private:
    Table table(const std::shared_ptr<Sheet>& self);
    void draw_all(PeriodTable& table) const;
    [[nodiscard]] LineRule rule() const;
    [[nodiscard]] LineId earnings_of(AccountId account) const;
    [[nodiscard]] std::vector<SegmentSum> sums() const;
    [[nodiscard]] Gaps gaps_of(const std::vector<SegmentSum>& sums) const;
    [[nodiscard]] bool has_any(std::size_t part) const;
    void draw(PeriodTable& table, std::size_t part) const;
    void draw_unallocated(PeriodTable& table) const;
    std::vector<PeriodFigure> section(PeriodTable& table, std::size_t part, AccountClass which,
                                      int sign) const;

    const EntrySource& source_;
    const Query& query_;
    StatementOptions options_;
    const Chart& chart_;
    PartySet set_;
    StatementLines lines_;
    ExtraLines extra_;
    std::optional<Valuation> valuation_{};
    std::optional<PeriodGrid> grid_{};
    Figures figures_{};
};

Table Sheet::table(const std::shared_ptr<Sheet>& self) {
    figures_ = figures_of(sums(), *grid_, valuation_ ? &*valuation_ : nullptr);
    PeriodTable drawn{"balancesheet",
                      {{"party", "Party"}, {"section", "Section"}, {"account", "Account"}},
                      *grid_,
                      chart_,
                      {.average = options_.columns.average, .zeros = options_.empty}};
    if (!options_.by_party) draw_all(drawn);
    // Sheets of thousands of parties are made as they are written.
    Table made = options_.by_party
                     ? std::move(drawn).finish([self](PeriodTable& to) { self->draw_all(to); })
                     : std::move(drawn).finish();
    const std::string of = whose(set_, chart_, options_);
    made.title =
        period_title("Balance sheet", *grid_, options_.columns) + (of.empty() ? "" : ": " + of);
    if (valuation_) made.notes = valuation_->notes();
    add_note_of_nobody(set_, made);
    return made;
}

void Sheet::draw_all(PeriodTable& table) const {
    for (std::size_t i = 0; i < extra_.parts().size(); ++i) draw(table, i);
    draw_unallocated(table);
}

LineId Sheet::earnings_of(AccountId account) const {
    const auto part = extra_.part_of(account);
    return part ? extra_.earnings(*part) : no_line;
}

/// As the lines', and what is earned or used up goes to retained earnings.
LineRule Sheet::rule() const {
    const auto is_earned = [this](AccountId account) {
        return is_flow(chart_[account].account_class);
    };
    if (lines_.is_of_accounts()) {
        return {.of_account = [=, this](AccountId account) {
            return is_earned(account) ? earnings_of(account) : lines_.of(account);
        }};
    }
    return {.of_posting = [=, this](const Transaction& transaction, const Posting& posting) {
        return is_earned(posting.account) ? earnings_of(posting.account)
                                          : lines_.of(transaction, posting);
    }};
}

Gaps Sheet::gaps_of(const std::vector<SegmentSum>& sums) const {
    Gaps gaps;
    for (const SegmentSum& sum : sums) {
        const std::size_t part = extra_.part_of(sum.line);
        if (part < extra_.parts().size()) gaps[{part, sum.segment, sum.commodity}] += sum.sum;
    }
    std::erase_if(gaps, [](const auto& gap) { return gap.second == 0; });
    return gaps;
}

/// The sheet's own lines, and what is out of balance in them beyond exchanges at cost.
std::vector<SegmentSum> Sheet::sums() const {
    SetSumOptions how{.zeros = options_.empty};
    if (is_consolidated(set_, options_)) how.eliminate = Mutual::claims_and_debts;
    how.unallocated_of = [&](LineId line) {
        return line < lines_.count() ? extra_.unallocated(lines_.section(line)) : no_line;
    };
    const auto own = set_sums(source_, query_, set_, *grid_, rule(), how);
    Gaps gaps = gaps_of(own);
    // Books without exchanges are in balance as they are, and need no second look.
    if (gaps.empty()) return own;

    SegmentSums all;
    for (const SegmentSum& sum : own) all.add(sum.line, sum.segment, sum.commodity, sum.sum);
    const auto part_of = [&](AccountId account) {
        const auto part = extra_.part_of(account);
        return part ? static_cast<LineId>(*part) : no_line;
    };
    for (const auto& sum : exchanges_at_cost(source_, query_, *grid_, part_of)) {
        gaps[{sum.line, sum.segment, sum.commodity}] -= sum.sum;
    }
    for (const auto& [place, gap] : gaps) {
        const auto& [part, segment, commodity] = place;
        if (gap != 0) all.add(extra_.left_out(part), segment, commodity, -gap);
    }
    return std::move(all).finish();
}

std::vector<PeriodFigure> Sheet::section(PeriodTable& table, std::size_t part, AccountClass which,
                                         int sign) const {
    const Part& lines = extra_.parts()[part];
    const std::string party = lines.party.valid() ? chart_[lines.party].name : std::string{};
    const unsigned indent = lines.party.valid() ? 4 : 2;
    FigureSum sum;
    for (LineId line = lines.begin; line < lines.end; ++line) {
        if (lines_.section(line) != which) continue;
        const auto own = figures_.of(line);
        const auto shown =
            sign < 0 ? turned(own) : std::vector<PeriodFigure>{own.begin(), own.end()};
        sum.add(shown);
        const std::string name = lines_.name(line);
        table.line({party, std::string{to_string(which)}, name}, name, shown, indent);
    }
    return sum.figures();
}

bool Sheet::has_any(std::size_t part) const {
    const Part& lines = extra_.parts()[part];
    for (LineId line = lines.begin; line < lines.end; ++line) {
        if (!figures_.of(line).empty()) return true;
    }
    return !figures_.of(extra_.earnings(part)).empty();
}

void Sheet::draw(PeriodTable& table, std::size_t part) const {
    const Part& lines = extra_.parts()[part];
    const bool named = lines.party.valid();
    const std::string party = named ? chart_[lines.party].name : std::string{};
    const unsigned indent = named ? 2 : 0;
    if (named && !has_any(part)) return;
    if (named) table.heading(party);
    table.heading("Assets", indent);
    const auto assets = section(table, part, AccountClass::assets, 1);
    table.sum("Total assets", assets, Row::Role::subtotal, indent);
    table.heading("Liabilities", indent);
    const auto liabilities = section(table, part, AccountClass::liabilities, -1);
    table.sum("Total liabilities", liabilities, Row::Role::subtotal, indent);
    table.heading("Equity", indent);
    FigureSum equity;
    equity.add(section(table, part, AccountClass::equity, -1));
    const auto add_line = [&](const char* name, const std::vector<PeriodFigure>& figures) {
        equity.add(figures);
        table.line({party, "equity", name}, name, figures, indent + 2);
    };
    add_line("retained earnings", turned(figures_.of(extra_.earnings(part))));
    const auto left_out = turned(figures_.of(extra_.left_out(part)));
    // Exchanges at cost, and what rounding each figure of a valuation takes from the sum.
    FigureSum translation;
    translation.add(assets);
    translation.add(liabilities, -1);
    translation.add(equity.figures(), -1);
    translation.add(left_out, -1);
    add_line("translation", translation.figures());
    add_line("left out by the query", left_out);
    const auto total = equity.figures();
    table.sum("Total equity", total, Row::Role::subtotal, indent);
    FigureSum both;
    both.add(liabilities);
    both.add(total);
    table.sum("Liabilities and equity", both.figures(), Row::Role::subtotal, indent);
}

void Sheet::draw_unallocated(PeriodTable& table) const {
    using enum AccountClass;
    const auto of_assets = figures_.of(extra_.unallocated(assets));
    const auto of_liabilities = turned(figures_.of(extra_.unallocated(liabilities)));
    if (of_assets.empty() && of_liabilities.empty()) return;
    table.heading("Unallocated above");
    table.line({"", "unallocated", "assets"}, "assets", of_assets, 2);
    table.line({"", "unallocated", "liabilities"}, "liabilities", of_liabilities, 2);
}

}  // namespace

Table balance_sheet(const EntrySource& source, const Query& query,
                    const StatementOptions& options) {
    return Sheet::table_of(std::make_shared<Sheet>(source, query, options));
}

}  // namespace cellbook
