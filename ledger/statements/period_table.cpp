#include "ledger/statements/period_table.hpp"

#include <algorithm>

namespace cellbook {

namespace {

/// numerator / denominator, half-even. *Requires*: denominator > 0.
Sum divided_half_even(Sum numerator, Sum denominator) {
    return *rounded_half_even(Rate{boost::multiprecision::cpp_int{numerator},
                                   boost::multiprecision::cpp_int{denominator}});
}

}  // namespace

void FigureSum::add(std::span<const PeriodFigure> figures, int sign) {
    for (const PeriodFigure& figure : figures)
        add(figure.column, figure.commodity, sign * figure.sum);
}

std::vector<PeriodFigure> FigureSum::figures() const {
    std::vector<PeriodFigure> figures;
    for (const auto& [place, sum] : sums_) {
        if (sum != 0) figures.push_back({no_line, place.first, place.second, sum});
    }
    return figures;
}

std::vector<PeriodFigure> turned(std::span<const PeriodFigure> figures) {
    std::vector<PeriodFigure> all{figures.begin(), figures.end()};
    for (PeriodFigure& figure : all) figure.sum = -figure.sum;
    return all;
}

std::string period_title(const std::string& what, const PeriodGrid& grid,
                         const ReportColumns& columns) {
    std::string title = what;
    const auto& periods = grid.periods();
    if (!periods.empty() && grid.historical()) {
        title += " at " + to_string(periods.back().last());
    } else if (!periods.empty()) {
        const std::size_t first = columns.compare ? 1 : 0;
        title += " in " + period_of(periods[first].begin, periods.back().end).label;
    }
    if (!columns.valuation) return title;
    const ValuationOptions& valuation = *columns.valuation;
    title += ", in " + valuation.currency.value_or("other commodities") + " at the prices of ";
    switch (valuation.when) {
        case ValuationOptions::When::then:
            return title + "each posting's day";
        case ValuationOptions::When::date:
            return title + to_string(valuation.date);
        case ValuationOptions::When::end:
            break;
    }
    return title + (periods.size() > 1 ? "each column's end" : "its end");
}

Value change_percent(Sum before, Sum change) {
    if (before == 0) return {};
    const boost::multiprecision::cpp_int whole{before < 0 ? -before : before};
    const auto tenths =
        rounded_half_even(Rate{boost::multiprecision::cpp_int{change} * 1000, whole});
    // Sums of 128 bits may differ by more than a decimal can say.
    constexpr Sum most = Sum{10'000'000'000'000'000} * 1'000'000'000'000'000'000;
    if (!tenths || *tenths > most || *tenths < -most) return {};
    return Decimal{*tenths, 1};
}

PeriodTable::PeriodTable(std::string name, std::vector<Column> keys, const PeriodGrid& grid,
                         const Chart& chart, const PeriodTableOptions& options)
    : grid_{grid}, chart_{chart}, options_{options} {
    using enum Column::Align;
    table_.name = std::move(name);
    table_.styles = commodity_styles(chart);
    table_.columns = std::move(keys);
    table_.columns.push_back({"period", "Period"});
    table_.columns.push_back({"commodity", "Commodity"});
    table_.columns.push_back({"amount", "Amount", right});
    Table::Layout layout;
    layout.columns.push_back({"account", "Account"});
    const auto& periods = grid.periods();
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::string label =
            grid.historical() ? to_string(periods[i].last()) : periods[i].label;
        labels_.push_back(label);
        layout.columns.push_back({label, label, right});
        if (!compares() || i == 0) continue;
        layout.columns.push_back({"change", "Change", right});
        layout.columns.push_back({"change_percent", "Change (%)", right});
    }
    if (compares()) {
        table_.columns.push_back({"before", "Before", right});
        table_.columns.push_back({"change", "Change", right});
        table_.columns.push_back({"change_percent", "Change (%)", right});
    }
    if (options.row_total) layout.columns.push_back({"total", "Total", right});
    if (options.average) layout.columns.push_back({"average", "Average", right});
    table_.layout = std::move(layout);
}

PeriodTable::Cells PeriodTable::cells_of(std::span<const PeriodFigure> figures) const {
    Cells cells;
    for (const PeriodFigure& figure : figures) {
        auto& columns = cells[figure.commodity];
        columns.resize(grid_.periods().size());
        columns[figure.column] += figure.sum;
    }
    return cells;
}

std::vector<CommodityId> PeriodTable::by_symbol(const Cells& cells) const {
    std::vector<CommodityId> commodities;
    for (const auto& entry : cells) commodities.push_back(entry.first);
    std::ranges::sort(commodities, {}, [&](CommodityId commodity) -> const std::string& {
        return chart_[commodity].symbol;
    });
    return commodities;
}

Sum PeriodTable::sum_of(const std::vector<Sum>& columns) const {
    Sum total = 0;
    for (std::size_t i = compares() ? 1 : 0; i < columns.size(); ++i) total += columns[i];
    return total;
}

Sum PeriodTable::total_of(const std::vector<Sum>& columns) const {
    if (row_total_ == RowTotal::sum) return sum_of(columns);
    return row_total_ == RowTotal::last ? columns.back() : columns[compares() ? 1 : 0];
}

Sum PeriodTable::average_of(const std::vector<Sum>& columns) const {
    const auto count = static_cast<Sum>(columns.size() - (compares() ? 1 : 0));
    return divided_half_even(sum_of(columns), count);
}

Row PeriodTable::fact_row(const std::vector<std::string>& keys, const std::string& period,
                          CommodityId commodity, Sum sum) const {
    Row row;
    row.cells.reserve(table_.columns.size());
    for (const auto& key : keys) row.cells.emplace_back(key);
    row.cells.emplace_back(period);
    row.cells.emplace_back(chart_[commodity].symbol);
    row.cells.emplace_back(table_amount(sum, commodity, chart_));
    row.cells.resize(table_.columns.size());
    return row;
}

void PeriodTable::facts(const std::vector<std::string>& keys, std::span<const PeriodFigure> figures,
                        RowTotal row_total) {
    row_total_ = row_total;
    if (!holds_ && !fact_) return;
    const Cells cells = cells_of(figures);
    const auto commodities = by_symbol(cells);
    const std::size_t first = compares() ? 1 : 0;
    for (std::size_t i = first; i < grid_.periods().size(); ++i) {
        for (const CommodityId commodity : commodities) {
            const auto& sums = cells.at(commodity);
            const Sum before = compares() ? sums[i - 1] : 0;
            const bool nothing = sums[i] == 0 && before == 0;
            if (nothing && !(options_.zeros && i == first)) continue;
            Row row = fact_row(keys, labels_[i], commodity, sums[i]);
            if (compares()) {
                const auto last = row.cells.end();
                *(last - 3) = table_amount(before, commodity, chart_);
                *(last - 2) = table_amount(sums[i] - before, commodity, chart_);
                *(last - 1) = change_percent(before, sums[i] - before);
            }
            put_fact(std::move(row));
        }
    }
    for (const CommodityId commodity : commodities) {
        const auto& sums = cells.at(commodity);
        if (options_.row_total && total_of(sums) != 0) {
            put_fact(fact_row(keys, "total", commodity, total_of(sums)));
        }
        if (options_.average && average_of(sums) != 0) {
            put_fact(fact_row(keys, "average", commodity, average_of(sums)));
        }
    }
}

void PeriodTable::draw_plain(const std::string& label, const Cells& cells, Row::Role role,
                             unsigned indent) {
    Row row{{label}, role, indent};
    row.cells.reserve(table_.layout->columns.size());
    const auto commodities = by_symbol(cells);
    const auto put = [&](const auto& sum_of) {
        std::vector<TableAmount> amounts;
        for (const CommodityId commodity : commodities) {
            const Sum sum = sum_of(cells.at(commodity));
            if (sum != 0) amounts.push_back(table_amount(sum, commodity, chart_));
        }
        if (amounts.empty()) amounts.emplace_back();
        row.cells.emplace_back(std::move(amounts));
    };
    for (std::size_t i = 0; i < grid_.periods().size(); ++i) {
        put([&](const std::vector<Sum>& columns) { return columns[i]; });
    }
    if (options_.row_total) put([&](const auto& columns) { return total_of(columns); });
    if (options_.average) put([&](const auto& columns) { return average_of(columns); });
    put_line(std::move(row));
}

void PeriodTable::draw_compared(const std::string& label, const Cells& cells, Row::Role role,
                                unsigned indent) {
    // A line a commodity, so that a change and its percents stand beside their amount.
    std::string name = label;
    for (const CommodityId commodity : by_symbol(cells)) {
        const auto& sums = cells.at(commodity);
        const auto amount = [&](Sum sum) { return table_amount(sum, commodity, chart_); };
        Row row{{name}, role, indent};
        for (std::size_t i = 0; i < sums.size(); ++i) {
            row.cells.emplace_back(amount(sums[i]));
            if (i == 0) continue;
            row.cells.emplace_back(amount(sums[i] - sums[i - 1]));
            row.cells.push_back(change_percent(sums[i - 1], sums[i] - sums[i - 1]));
        }
        if (options_.row_total) row.cells.emplace_back(amount(total_of(sums)));
        if (options_.average) row.cells.emplace_back(amount(average_of(sums)));
        put_line(std::move(row));
        name.clear();
    }
}

void PeriodTable::draw(const std::string& label, std::span<const PeriodFigure> figures,
                       Row::Role role, unsigned indent) {
    if (!holds_ && !line_) return;
    const Cells cells = cells_of(figures);
    if (!compares()) return draw_plain(label, cells, role, indent);
    if (!cells.empty()) return draw_compared(label, cells, role, indent);
    Row row{{label}, role, indent};
    const auto& columns = table_.layout->columns;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const bool change = columns[i].name.starts_with("change");
        row.cells.push_back(change ? Value{} : Value{table_amounts({}, chart_)});
    }
    put_line(std::move(row));
}

void PeriodTable::heading(const std::string& label, unsigned indent) {
    Row row{{label}, Row::Role::heading, indent};
    row.cells.resize(table_.layout->columns.size());
    put_line(std::move(row));
}

void PeriodTable::line(const std::vector<std::string>& keys, const std::string& label,
                       std::span<const PeriodFigure> figures, unsigned indent) {
    const bool nothing =
        std::ranges::all_of(figures, [](const PeriodFigure& figure) { return figure.sum == 0; });
    if (nothing && !options_.zeros) return;
    facts(keys, figures);
    draw(label, figures, Row::Role::fact, indent);
}

void PeriodTable::sum(const std::string& label, std::span<const PeriodFigure> figures,
                      Row::Role role, unsigned indent, RowTotal row_total) {
    row_total_ = row_total;
    draw(label, figures, role, indent);
}

void PeriodTable::put_fact(Row row) {
    if (holds_) return table_.rows.push_back(std::move(row));
    if (fact_) fact_(row);
}

void PeriodTable::put_line(Row row) {
    if (holds_) return table_.layout->rows.push_back(std::move(row));
    if (line_) line_(row);
}

Table PeriodTable::finish(const std::function<void(PeriodTable&)>& draw) && {
    Table table = table_;
    holds_ = false;
    table.more = [drawer = *this, draw](const RowVisitor& fact, const RowVisitor& line) {
        PeriodTable drawing = drawer;
        drawing.fact_ = fact;
        drawing.line_ = line;
        draw(drawing);
    };
    return table;
}

Table PeriodTable::finish() && {
    return std::move(table_);
}

}  // namespace cellbook
