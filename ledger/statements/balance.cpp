#include "ledger/statements/balance.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <span>

#include "ledger/statements/account_sums.hpp"
#include "ledger/statements/account_tree.hpp"
#include "ledger/statements/line_names.hpp"
#include "ledger/statements/pivot.hpp"

namespace cellbook {

namespace {

bool is_zero(const PeriodFigure& figure) {
    return figure.sum == 0;
}

std::string_view clipped(const std::string& name, const BalanceOptions& options) {
    return options.depth ? clipped_name(name, *options.depth) : std::string_view{name};
}

/// What a balance is drawn from: figures by line, lines named by account or pivot.
struct Balances {
    const Chart& chart;
    BalanceOptions options{};
    std::optional<PeriodGrid> grid{};
    LineNames names{};  ///< none where each account is a line
    Figures figures{};
    std::vector<LineId> order{};

    [[nodiscard]] bool by_account() const { return !options.depth && !options.pivot; }
    [[nodiscard]] const std::string& name(LineId line) const {
        return by_account() ? chart[AccountId{line}].name : names[line];
    }
    [[nodiscard]] std::vector<TreeLine> tree() const {
        std::vector<NamedFigures> accounts;
        for (const LineId line : order) {
            const auto own = figures.of(line);
            accounts.push_back({name(line), {own.begin(), own.end()}});
        }
        return account_tree(accounts, {.elide = options.elide, .empty = options.empty});
    }
    /// Calls `visit` for each line of text: label, figures, indent.
    template <class Visit>
    void for_each_line(const Visit& visit) const {
        if (!options.tree) {
            for (const LineId line : order) visit(name(line), figures.of(line), 0U);
            return;
        }
        for (const TreeLine& line : tree()) {
            visit(line.label, std::span<const PeriodFigure>{line.figures}, line.indent);
        }
    }
    [[nodiscard]] std::vector<PeriodFigure> total() const {
        FigureSum sum;
        for (const LineId line : order) sum.add(figures.of(line));
        return sum.figures();
    }
};

/// One column of what stands or changed, as it is: kept sums can mostly tell, but for zeros.
Figures plain_figures(const EntrySource& source, const Query& query, Balances& balances) {
    const Chart& chart = source.chart();
    const AccountSums sums = sum_postings(
        source, query,
        {.historical = balances.options.columns.historical, .zeros = balances.options.empty});
    std::map<LineId, Sums> lines;
    std::vector<PeriodFigure> figures;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        const Sums& own = sums.of(AccountId{i});
        if (own.empty()) continue;
        if (balances.by_account()) {
            for (const auto& [commodity, sum] : own) figures.push_back({i, 0, commodity, sum});
            continue;
        }
        const LineId line =
            balances.names.line(clipped(chart[AccountId{i}].name, balances.options));
        for (const auto& [commodity, sum] : own) lines[line][commodity] += sum;
    }
    for (const auto& [line, amounts] : lines) {
        for (const auto& [commodity, sum] : amounts) figures.push_back({line, 0, commodity, sum});
    }
    return Figures{std::move(figures)};
}

LineRule line_rule(Balances& balances) {
    if (balances.by_account()) {
        return {.of_account = [](AccountId account) { return account.value; }};
    }
    const auto line = [&balances](const std::string& name) {
        return balances.names.line(clipped(name, balances.options));
    };
    const Chart& chart = balances.chart;
    if (!balances.options.pivot) {
        return {
            .of_account = [line, &chart](AccountId account) { return line(chart[account].name); }};
    }
    const Pivot pivot{*balances.options.pivot};
    if (pivot.is_of_accounts()) {
        return {.of_account = [line, &chart, pivot](AccountId account) {
            return line(pivot.name_of(account, chart));
        }};
    }
    return {.of_posting = [line, &chart, pivot](const Transaction& transaction,
                                                const Posting& posting) {
        return line(pivot.name_of(transaction, posting, chart));
    }};
}

/// The lines that are shown, in the order of reports.
void put_in_order(Balances& balances) {
    std::vector<LineId> lines;
    if (!balances.by_account()) {
        lines = balances.names.in_order();
    } else {
        for (std::uint32_t i = 0; i < balances.chart.account_count(); ++i) {
            if (!balances.figures.of(i).empty()) lines.push_back(i);
        }
        std::ranges::sort(lines, [&](LineId a, LineId b) {
            return comes_before(balances.name(a), balances.name(b));
        });
    }
    std::erase_if(lines, [&](LineId line) {
        return !balances.options.empty && std::ranges::all_of(balances.figures.of(line), is_zero);
    });
    balances.order = std::move(lines);
}

std::vector<TableAmount> amounts_of(std::span<const PeriodFigure> figures, const Chart& chart) {
    std::vector<TableAmount> amounts;
    for (const PeriodFigure& figure : figures) {
        if (figure.sum == 0) continue;
        amounts.push_back(table_amount(figure.sum, figure.commodity, chart));
    }
    std::ranges::sort(amounts, {}, &TableAmount::commodity);
    if (amounts.empty()) amounts.emplace_back();
    return amounts;
}

void make_facts(const Balances& balances, const RowVisitor& visit) {
    for (const LineId line : balances.order) {
        std::vector<TableAmount> facts;
        for (const PeriodFigure& figure : balances.figures.of(line)) {
            if (figure.sum == 0 && !balances.options.empty) continue;
            facts.push_back(table_amount(figure.sum, figure.commodity, balances.chart));
        }
        std::ranges::sort(facts, {}, &TableAmount::commodity);
        for (const auto& amount : facts) {
            visit({{balances.name(line), amount.commodity, amount}});
        }
    }
}

void make_lines(const Balances& balances, const RowVisitor& visit) {
    balances.for_each_line(
        [&](const std::string& label, std::span<const PeriodFigure> figures, unsigned indent) {
            visit({{amounts_of(figures, balances.chart), label}, Row::Role::fact, indent});
        });
    if (!balances.options.total) return;
    visit({{amounts_of(balances.total(), balances.chart), std::string{}}, Row::Role::total});
}

Table one_column(const std::shared_ptr<Balances>& balances) {
    Table table{.name = "balance"};
    table.headed = false;
    table.styles = commodity_styles(balances->chart);
    table.columns = {{"account", "Account"},
                     {"commodity", "Commodity"},
                     {"amount", "Amount", Column::Align::right}};
    table.layout = Table::Layout{};
    table.layout->columns = {{"amount", "Balance", Column::Align::right}, {"account", "Account"}};
    table.more = [balances](const RowVisitor& fact, const RowVisitor& line) {
        if (fact) make_facts(*balances, fact);
        if (line) make_lines(*balances, line);
    };
    return table;
}

Table several_columns(const std::shared_ptr<Balances>& balances) {
    const BalanceOptions& options = balances->options;
    PeriodTable table{"balance",
                      {{"account", "Account"}},
                      *balances->grid,
                      balances->chart,
                      {.average = options.columns.average,
                       .row_total = options.columns.row_total,
                       .zeros = options.empty}};
    Table made = std::move(table).finish([balances](PeriodTable& to) {
        for (const LineId line : balances->order) {
            to.facts({balances->name(line)}, balances->figures.of(line));
        }
        balances->for_each_line(
            [&](const std::string& label, std::span<const PeriodFigure> figures, unsigned indent) {
                to.sum(label, figures, Row::Role::fact, indent);
            });
        if (balances->options.total) to.sum("", balances->total(), Row::Role::total);
    });
    made.title = period_title(balances->grid->historical() ? "Balances" : "Changes of balances",
                              *balances->grid, options.columns);
    return made;
}

}  // namespace

Table balance(const EntrySource& source, const Query& query, const BalanceOptions& options) {
    const ReportColumns& columns = options.columns;
    const bool several = columns.interval != Interval::none || columns.compare || columns.average ||
                         columns.row_total;
    const auto balances = std::make_shared<Balances>(source.chart(), options);
    std::optional<Valuation> valuation;
    if (columns.valuation) valuation.emplace(source, *columns.valuation);
    if (options.empty && !several && !valuation && !options.pivot) {
        balances->figures = plain_figures(source, query, *balances);
    } else {
        balances->grid.emplace(source, query, columns.grid(),
                               valuation ? valuation->cuts() : std::vector<Date>{});
        balances->figures = figures_of(sum_segments(source, query, *balances->grid,
                                                    line_rule(*balances), {.zeros = options.empty}),
                                       *balances->grid, valuation ? &*valuation : nullptr);
    }
    put_in_order(*balances);
    Table table = several ? several_columns(balances) : one_column(balances);
    if (valuation) table.notes = valuation->notes();
    return table;
}

}  // namespace cellbook
