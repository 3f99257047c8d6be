#include "ledger/statements/cash_flow.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "ledger/statements/account_sums.hpp"
#include "ledger/statements/consolidation.hpp"
#include "ledger/statements/pivot.hpp"
#include "ledger/statements/statement_lines.hpp"

namespace cellbook {

namespace {

enum class Section : std::uint8_t {
    operating,
    investing,
    financing,
    opening_balances,
    other_changes,
    transfers,
};

struct SectionName {
    const char* fact;
    const char* heading;
};
constexpr std::array section_names{SectionName{"operating", "Operating"},
                                   SectionName{"investing", "Investing"},
                                   SectionName{"financing", "Financing"},
                                   SectionName{"opening_balances", "Opening balances"},
                                   SectionName{"other_changes", "Other changes"},
                                   SectionName{"transfers", "Transfers"}};

bool begins_with_part(const Account& account, std::string_view part) {
    const std::string_view detail = account.detail();
    return detail.substr(0, detail.find(':')) == part;
}

Section section_of(const Account& account) {
    switch (account_role(account)) {
        case AccountRole::income:
        case AccountRole::expenses:
            return Section::operating;
        case AccountRole::cash:
            return Section::transfers;
        case AccountRole::claim:
            return begins_with_part(account, "receivable") ? Section::operating
                                                           : Section::investing;
        case AccountRole::thing:
            return begins_with_part(account, "goods") ? Section::operating : Section::investing;
        case AccountRole::liability:
            return begins_with_part(account, "payable") ? Section::operating : Section::financing;
        case AccountRole::equity:
            break;
    }
    if (begins_with_part(account, "opening")) return Section::opening_balances;
    const bool other =
        begins_with_part(account, "volume") || begins_with_part(account, "revaluation");
    return other ? Section::other_changes : Section::financing;
}

/// How a line that is no section's is drawn.
struct FixedStyle {
    bool always = false;  ///< with nothing on it too
    Row::Role role = Row::Role::fact;
    RowTotal row_total = RowTotal::sum;
};

/// One statement: of the set, or of a party.
struct Statement {
    std::string party{};
    /// Cash before the first column, with the day each part of it was posted or later.
    std::map<std::pair<CommodityId, Date>, Sum> opening{};
};

class CashFlow {
public:
    CashFlow(const EntrySource& source, const Query& query, const CashFlowOptions& options)
        : source_{source},
          query_{query},
          options_{options},
          chart_{source.chart()},
          set_{query, chart_},
          judge_{set_, Mutual::causes_of_cash, chart_} {
        if (options.columns.valuation) valuation_.emplace(source, *options.columns.valuation);
        GridOptions columns = options.columns.grid();
        columns.historical = false;
        grid_.emplace(source, query, columns, valuation_ ? valuation_->cuts() : no_cuts_);
        if (options.pivot) pivot_.emplace(*options.pivot);
        judge_.count_cash(
            [&](AccountId account) { return query.matches_account(account, chart_); });
        name_statements();
    }

    Table table();

private:
    // The first lines of each statement; those of causes follow.
    enum Fixed : std::uint32_t { net_cash, exchanged, unallocated, fixed_lines };

    void name_statements();
    void read();
    void add_kept_opening();
    [[nodiscard]] bool is_cash(const Posting& posting) const;
    void add_opening(const TransactionDraft& transaction);
    void add_flows(const Transaction& transaction, std::uint32_t segment);
    void add_cause(const Transaction& transaction, const Posting& posting, const Share& share,
                   std::uint32_t segment);
    [[nodiscard]] bool concerns(const Transaction& transaction) const;
    LineId line_of(const Transaction& transaction, const Posting& posting);
    LineId line_named(std::uint32_t statement, Section section, std::string name);
    [[nodiscard]] LineId fixed(std::uint32_t statement, Fixed line) const {
        return statement * fixed_lines + line;
    }
    [[nodiscard]] std::uint32_t statement_of(AccountId account) const {
        return statement_of_[chart_[account].party.value];
    }
    [[nodiscard]] bool consolidates() const {
        return set_.has_an_inside() && !options_.aggregate && !options_.by_party;
    }

    /// Cash that stands at the beginning of the first column, then at the end of each.
    std::vector<Sums> standing(std::uint32_t statement, const std::vector<SegmentSum>& sums);
    void draw(PeriodTable& table, std::uint32_t statement, const Figures& figures,
              const std::vector<SegmentSum>& sums);
    FigureSum draw_section(PeriodTable& table, std::uint32_t statement, Section section,
                           const Figures& figures);
    void draw_fixed(PeriodTable& table, const std::string& party, const SectionName& name,
                    const std::vector<PeriodFigure>& figures, const FixedStyle& style);

    const EntrySource& source_;
    const Query& query_;
    const CashFlowOptions& options_;
    const Chart& chart_;
    PartySet set_;
    Consolidation judge_;
    std::optional<Valuation> valuation_{};
    const std::vector<Date> no_cuts_{};
    std::optional<PeriodGrid> grid_{};
    std::optional<Pivot> pivot_{};
    std::vector<Statement> statements_{};
    std::vector<std::uint32_t> statement_of_{};  ///< by party
    /// Of causes, by statement, section and name.
    std::map<std::tuple<std::uint32_t, Section, std::string>, LineId> line_ids_{};
    std::vector<LineId> line_of_account_{};
    SegmentSums sums_{};
};

void CashFlow::name_statements() {
    statement_of_.assign(chart_.party_count(), 0);
    line_of_account_.assign(chart_.account_count(), no_line);
    if (!options_.by_party) {
        statements_.push_back({});
        return;
    }
    std::vector<PartyId> members;
    for (std::uint32_t i = 0; i < chart_.party_count(); ++i) {
        if (set_.contains(PartyId{i})) members.push_back(PartyId{i});
    }
    std::ranges::sort(members, comes_before,
                      [&](PartyId party) -> std::string_view { return chart_[party].name; });
    for (const PartyId party : members) {
        statement_of_[party.value] = static_cast<std::uint32_t>(statements_.size());
        statements_.push_back({.party = chart_[party].name});
    }
}

bool CashFlow::concerns(const Transaction& transaction) const {
    return std::ranges::any_of(transaction->postings, [&](const Posting& posting) {
        return judge_.counts_as_cash(posting.account) &&
               query_.matches_undated(transaction, posting, chart_);
    });
}

LineId CashFlow::line_named(std::uint32_t statement, Section section, std::string name) {
    if (options_.depth) name = clipped_name(name, *options_.depth);
    const auto next = static_cast<LineId>(statements_.size() * fixed_lines + line_ids_.size());
    return line_ids_.try_emplace({statement, section, std::move(name)}, next).first->second;
}

LineId CashFlow::line_of(const Transaction& transaction, const Posting& posting) {
    const Account& account = chart_[posting.account];
    const std::uint32_t statement = statement_of(posting.account);
    if (pivot_) {
        return line_named(statement, section_of(account),
                          pivot_->name_of(transaction, posting, chart_));
    }
    LineId& known = line_of_account_[posting.account.value];
    if (known == no_line) {
        known = line_named(statement, section_of(account),
                           name_within(account.account_class, account.detail()));
    }
    return known;
}

void CashFlow::add_cause(const Transaction& transaction, const Posting& posting, const Share& share,
                         std::uint32_t segment) {
    const auto& [minor, commodity] = share.amount;
    if (!query_.matches_commodity(commodity, chart_)) return;
    const std::uint32_t statement = statement_of(posting.account);
    // Eliminated amounts sum to zero, so what was exchanged is the same with and without them.
    sums_.add(fixed(statement, exchanged), segment, commodity, -Sum{minor});
    const Sum left = Sum{minor} - (consolidates() ? share.eliminated_minor : 0);
    if (left != 0) sums_.add(line_of(transaction, posting), segment, commodity, left);
    if (share.side == OtherSide::unknown && consolidates()) {
        sums_.add(fixed(statement, unallocated), segment, commodity, minor);
    }
}

/// Sums of the stream, column by column; before them, where kept balances cannot tell it, what
/// cash opened with.
void CashFlow::read() {
    const bool plain = query_.kept_balances_suffice();
    const Date first = grid_->periods().front().begin;
    const bool kept = plain && (!valuation_ || valuation_->when() != ValuationOptions::When::then);
    if (kept) add_kept_opening();
    DateRange dates{.end = grid_->periods().back().end};
    if (kept) dates.begin = first;
    const DateRange& asked = query_.dates();
    const Scan scan{
        .dates = dates, .accounts = query_.accounts(chart_), .any_order = true, .ids = !plain};
    source_.for_each_transaction(scan, [&](const Transaction& transaction) {
        const Date day = transaction->date;
        if (!dates.contains(day) || (asked.contains(day) && !query_.covers(day))) return true;
        if (!plain && !concerns(transaction)) return true;
        if (day < first) {
            add_opening(*transaction);
        } else if (const auto segment = grid_->segment_of(day)) {
            add_flows(transaction, *segment);
        }
        return true;
    });
}

bool CashFlow::is_cash(const Posting& posting) const {
    return judge_.counts_as_cash(posting.account) &&
           query_.matches_commodity(posting.amount.commodity, chart_);
}

void CashFlow::add_opening(const TransactionDraft& transaction) {
    for (const Posting& posting : transaction.postings) {
        if (!is_cash(posting)) continue;
        statements_[statement_of(posting.account)]
            .opening[{posting.amount.commodity, transaction.date}] += posting.amount.minor;
    }
}

void CashFlow::add_flows(const Transaction& transaction, std::uint32_t segment) {
    for (const Posting& posting : transaction->postings) {
        if (!is_cash(posting)) continue;
        const auto& [minor, commodity] = posting.amount;
        const std::uint32_t statement = statement_of(posting.account);
        sums_.add(fixed(statement, net_cash), segment, commodity, minor);
        sums_.add(fixed(statement, exchanged), segment, commodity, minor);
    }
    const auto shares = judge_.judge(*transaction);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].side == OtherSide::not_asked) continue;
        add_cause(transaction, transaction->postings[i], shares[i], segment);
    }
}

void CashFlow::add_kept_opening() {
    const Date first = grid_->periods().front().begin;
    for (const auto& [place, sum] : balances_in(source_, {.end = first})) {
        const auto& [account, commodity] = place;
        if (!judge_.counts_as_cash(account) || !query_.matches_commodity(commodity, chart_)) {
            continue;
        }
        statements_[statement_of(account)].opening[{commodity, Date{first.days - 1}}] += sum;
    }
}

std::vector<Sums> CashFlow::standing(std::uint32_t statement, const std::vector<SegmentSum>& sums) {
    const auto& periods = grid_->periods();
    const LineId line = fixed(statement, net_cash);
    const auto own = std::ranges::equal_range(sums, line, {}, &SegmentSum::line);
    std::vector<Valuation::Term> terms;
    Sums plain;
    std::vector<Sums> standing;
    const auto stand = [&](Date last) {
        std::vector<Valuation::Term> priced = terms;
        if (valuation_) {
            for (auto& term : priced) term.day = valuation_->day_of(term.day, last);
        }
        standing.push_back(valuation_ ? valuation_->value(priced) : plain);
    };
    const auto take = [&](Sum sum, CommodityId commodity, Date day) {
        if (valuation_) terms.push_back({sum, commodity, day});
        plain[commodity] += sum;
    };
    for (const auto& [place, sum] : statements_[statement].opening) {
        take(sum, place.first, place.second);
    }
    stand({periods.front().begin.days - 1});
    auto next = own.begin();
    for (std::uint32_t column = 0; column < periods.size(); ++column) {
        for (; next != own.end() && grid_->column_of(next->segment) == column; ++next) {
            take(next->sum, next->commodity, grid_->segment_begin(next->segment));
        }
        const auto price = valuation_ ? valuation_->last_price() : std::nullopt;
        const Date last = periods[column].last();
        stand(grid_->open_ended() && price ? std::max(last, *price) : last);
    }
    return standing;
}

void CashFlow::draw_fixed(PeriodTable& table, const std::string& party, const SectionName& name,
                          const std::vector<PeriodFigure>& figures, const FixedStyle& style) {
    if (figures.empty() && !style.always) return;
    table.facts({party, name.fact, ""}, figures, style.row_total);
    table.sum(name.heading, figures, style.role, 0, style.row_total);
}

FigureSum CashFlow::draw_section(PeriodTable& table, std::uint32_t statement, Section section,
                                 const Figures& figures) {
    FigureSum total;
    const SectionName& name = section_names[static_cast<std::size_t>(section)];
    std::vector<std::pair<std::string_view, LineId>> lines;
    for (auto known = line_ids_.lower_bound({statement, section, ""}); known != line_ids_.end();
         ++known) {
        const auto& [of, in, label] = known->first;
        if (of != statement || in != section) break;
        const auto own = figures.of(known->second);
        if (std::ranges::all_of(own, [](const PeriodFigure& figure) { return figure.sum == 0; })) {
            continue;
        }
        lines.emplace_back(label, known->second);
        total.add(own);
    }
    if (lines.empty()) return total;
    std::ranges::sort(lines, comes_before, &std::pair<std::string_view, LineId>::first);
    table.heading(name.heading);
    for (const auto& [label, line] : lines) {
        const std::string text{label};
        table.line({statements_[statement].party, name.fact, text}, text, figures.of(line), 2);
    }
    table.sum(std::string{name.heading} + " in all", total.figures(), Row::Role::subtotal);
    return total;
}

void CashFlow::draw(PeriodTable& table, std::uint32_t statement, const Figures& figures,
                    const std::vector<SegmentSum>& sums) {
    const std::string& party = statements_[statement].party;
    // A party that never held cash has no statement of its own.
    if (!party.empty() && statements_[statement].opening.empty() &&
        figures.of(fixed(statement, net_cash)).empty()) {
        return;
    }
    const std::vector<Sums> stands = standing(statement, sums);
    FigureSum opening;
    FigureSum closing;
    FigureSum change;
    for (std::uint32_t column = 0; column + 1 < stands.size(); ++column) {
        for (const auto& [commodity, sum] : stands[column]) {
            opening.add(column, commodity, sum);
            change.add(column, commodity, -sum);
        }
        for (const auto& [commodity, sum] : stands[column + 1]) {
            closing.add(column, commodity, sum);
            change.add(column, commodity, sum);
        }
    }
    FigureSum gains = change;
    if (!party.empty()) table.heading(party);
    draw_fixed(table, party, {"opening", "Opening cash"}, opening.figures(),
               {.always = true, .row_total = RowTotal::first});
    for (std::size_t i = 0; i < section_names.size(); ++i) {
        const FigureSum total = draw_section(table, statement, static_cast<Section>(i), figures);
        gains.add(total.figures(), -1);
    }
    FigureSum exchange;
    exchange.add(figures.of(fixed(statement, exchanged)));
    gains.add(exchange.figures(), -1);
    draw_fixed(table, party, {"exchange", "Exchange"}, exchange.figures(), {});
    draw_fixed(table, party, {"holding_gains", "Holding gains"}, gains.figures(), {});
    draw_fixed(table, party, {"change", "Net change"}, change.figures(),
               {.always = true, .role = Row::Role::subtotal});
    draw_fixed(table, party, {"closing", "Closing cash"}, closing.figures(),
               {.always = true, .role = Row::Role::total, .row_total = RowTotal::last});
    FigureSum unknown;
    unknown.add(figures.of(fixed(statement, unallocated)));
    draw_fixed(table, party, {"unallocated", "Of which unallocated"}, unknown.figures(), {});
}

Table CashFlow::table() {
    PeriodTable table{
        "cashflow",
        {{"party", "Party"}, {"section", "Section"}, {"account", "Account"}},
        *grid_,
        chart_,
        {.average = options_.columns.average, .row_total = options_.columns.row_total}};
    if (!grid_->periods().empty()) {
        read();
        const std::vector<SegmentSum> sums = std::move(sums_).finish();
        const Figures figures = figures_of(sums, *grid_, valuation_ ? &*valuation_ : nullptr);
        for (std::uint32_t i = 0; i < statements_.size(); ++i) draw(table, i, figures, sums);
    }
    Table made = std::move(table).finish();
    const std::string of =
        whose(set_, chart_, {.by_party = options_.by_party, .aggregate = options_.aggregate});
    made.title =
        period_title("Cash flow", *grid_, options_.columns) + (of.empty() ? "" : ": " + of);
    if (valuation_) made.notes = valuation_->notes();
    add_note_of_nobody(set_, made);
    return made;
}

}  // namespace

Table cash_flow(const EntrySource& source, const Query& query, const CashFlowOptions& options) {
    return CashFlow{source, query, options}.table();
}

}  // namespace cellbook
