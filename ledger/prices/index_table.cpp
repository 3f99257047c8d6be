#include "ledger/prices/index_table.hpp"

namespace cellbook {

namespace {

Row fact(const PricePanel& panel, const IndexSeries& series, std::size_t period) {
    return {{panel.periods()[period].label, to_string(series.method),
             TableReal{series.values[period]}}};
}

}  // namespace

Table index_table(const PricePanel& panel, const PriceIndexes& indexes) {
    using enum Column::Align;
    const std::size_t periods = panel.periods().size();
    Table table{.name = "index"};
    if (periods > 0) {
        table.title = "Price indexes, " + panel.periods()[indexes.base].label + " = 1";
    }
    table.columns = {{"period", "Period"}, {"method", "Method"}, {"value", "Value", right}};
    table.layout = Table::Layout{.columns = {{"period", "Period"}}, .rows = {}};
    for (const IndexSeries& series : indexes.series) {
        table.rows.push_back(fact(panel, series, indexes.base));
        for (std::size_t period = 0; period < periods; ++period) {
            if (period != indexes.base) table.rows.push_back(fact(panel, series, period));
        }
        const std::string name = to_string(series.method);
        table.layout->columns.push_back({name, name, right});
    }
    for (std::size_t period = 0; period < periods; ++period) {
        Row line{{panel.periods()[period].label}};
        for (const IndexSeries& series : indexes.series) {
            line.cells.emplace_back(TableReal{series.values[period]});
        }
        table.layout->rows.push_back(std::move(line));
    }
    table.notes = indexes.notes;
    return table;
}

}  // namespace cellbook
