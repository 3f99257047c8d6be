#include "ledger/statements/balance.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/account_sums.hpp"
#include "ledger/statements/account_tree.hpp"
#include "ledger/statements/line_names.hpp"
#include "ledger/statements/pivot.hpp"

namespace cellbook {

namespace {

using Lines = std::vector<NamedFigures>;

bool is_zero(const Figure& figure) {
    return figure.sum == 0;
}

std::string_view clipped(const std::string& name, const BalanceOptions& options) {
    return options.depth ? clipped_name(name, *options.depth) : std::string_view{name};
}

/// One column of what stands or changed, as it is: kept sums can mostly tell.
Lines plain_lines(const EntrySource& source, const Query& query, const BalanceOptions& options) {
    const Chart& chart = source.chart();
    const AccountSums sums = sum_postings(
        source, query, {.historical = options.columns.historical, .zeros = options.empty});
    const auto order = [](std::string_view a, std::string_view b) { return comes_before(a, b); };
    std::map<std::string_view, Sums, decltype(order)> named;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        const Sums& own = sums.of(AccountId{i});
        if (own.empty()) continue;
        Sums& line = named[clipped(chart[AccountId{i}].name, options)];
        for (const auto& [commodity, sum] : own) line[commodity] += sum;
    }
    Lines lines;
    for (const auto& [name, amounts] : named) {
        NamedFigures& line = lines.emplace_back(std::string{name});
        for (const auto& [commodity, sum] : amounts) {
            if (sum != 0 || options.empty) line.figures.push_back({no_line, 0, commodity, sum});
        }
    }
    return lines;
}

/// Lines named by account or pivot, of any columns, valued or not.
Lines wide_lines(const EntrySource& source, const Query& query, const BalanceOptions& options,
                 const PeriodGrid& grid, Valuation* valuation) {
    const Chart& chart = source.chart();
    LineNames names;
    LineRule rule;
    if (!options.pivot) {
        rule.of_account = [&](AccountId account) {
            return names.line(clipped(chart[account].name, options));
        };
    } else if (const Pivot pivot{*options.pivot}; pivot.is_of_accounts()) {
        rule.of_account = [&names, &chart, &options, pivot](AccountId account) {
            return names.line(clipped(pivot.name_of(account, chart), options));
        };
    } else {
        rule.of_posting = [&names, &chart, &options, pivot](const Transaction& transaction,
                                                            const Posting& posting) {
            return names.line(clipped(pivot.name_of(transaction, posting, chart), options));
        };
    }
    const Figures figures = figures_of(
        sum_segments(source, query, grid, rule, {.zeros = options.empty}), grid, valuation);
    Lines lines;
    for (const LineId line : names.in_order()) {
        const auto own = figures.of(line);
        if (!options.empty && std::ranges::all_of(own, is_zero)) continue;
        lines.push_back({names[line], {own.begin(), own.end()}});
    }
    return lines;
}

std::vector<TreeLine> text_lines(const Lines& lines, const BalanceOptions& options) {
    if (options.tree) return account_tree(lines, {.elide = options.elide, .empty = options.empty});
    std::vector<TreeLine> flat;
    for (const auto& [name, figures] : lines) flat.push_back({name, figures, 0});
    return flat;
}

FigureSum total_of(const Lines& lines) {
    FigureSum total;
    for (const auto& line : lines) total.add(line.figures);
    return total;
}

std::vector<TableAmount> amounts_of(const std::vector<Figure>& figures, const Chart& chart) {
    Sums sums;
    for (const Figure& figure : figures) sums[figure.commodity] += figure.sum;
    return table_amounts(sums, chart);
}

Table one_column(const Lines& lines, const BalanceOptions& options, const Chart& chart) {
    Table table{.name = "balance"};
    table.headed = false;
    table.styles = commodity_styles(chart);
    table.columns = {{"account", "Account"},
                     {"commodity", "Commodity"},
                     {"amount", "Amount", Column::Align::right}};
    Table::Layout layout;
    layout.columns = {{"amount", "Balance", Column::Align::right}, {"account", "Account"}};
    for (const auto& [name, figures] : lines) {
        std::vector<TableAmount> facts;
        for (const Figure& figure : figures) {
            if (figure.sum == 0 && !options.empty) continue;
            facts.push_back(table_amount(figure.sum, figure.commodity, chart));
        }
        std::ranges::sort(facts, {}, &TableAmount::commodity);
        for (const auto& amount : facts) {
            table.rows.push_back({{name, amount.commodity, amount}});
        }
    }
    for (const TreeLine& line : text_lines(lines, options)) {
        if (line.figures.empty() && !options.tree) continue;
        layout.rows.push_back(
            {{amounts_of(line.figures, chart), line.label}, Row::Role::fact, line.indent});
    }
    if (options.total) {
        layout.rows.push_back(
            {{amounts_of(total_of(lines).figures(), chart), std::string{}}, Row::Role::total});
    }
    table.layout = std::move(layout);
    return table;
}

Table several_columns(const Lines& lines, const BalanceOptions& options, const PeriodGrid& grid,
                      const Chart& chart) {
    PeriodTable table{"balance",
                      {{"account", "Account"}},
                      grid,
                      chart,
                      {.average = options.columns.average,
                       .row_total = options.columns.row_total,
                       .zeros = options.empty}};
    for (const auto& [name, figures] : lines) table.facts({name}, figures);
    for (const TreeLine& line : text_lines(lines, options)) {
        table.sum(line.label, line.figures, Row::Role::fact, line.indent);
    }
    if (options.total) table.sum("", total_of(lines).figures(), Row::Role::total);
    Table made = std::move(table).finish();
    made.title =
        period_title(grid.historical() ? "Balances" : "Changes of balances", grid, options.columns);
    return made;
}

}  // namespace

Table balance(const EntrySource& source, const Query& query, const BalanceOptions& options) {
    const Chart& chart = source.chart();
    const ReportColumns& columns = options.columns;
    const bool several = columns.interval != Interval::none || columns.compare || columns.average ||
                         columns.row_total;
    if (!several && !columns.valuation && !options.pivot) {
        return one_column(plain_lines(source, query, options), options, chart);
    }
    std::optional<Valuation> valuation;
    if (columns.valuation) valuation.emplace(source, *columns.valuation);
    const PeriodGrid grid{source, query, columns.grid(),
                          valuation ? valuation->cuts() : std::vector<Date>{}};
    const Lines lines = wide_lines(source, query, options, grid, valuation ? &*valuation : nullptr);
    Table table =
        several ? several_columns(lines, options, grid, chart) : one_column(lines, options, chart);
    if (valuation) table.notes = valuation->notes();
    return table;
}

}  // namespace cellbook
