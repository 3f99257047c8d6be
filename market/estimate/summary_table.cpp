#include "market/estimate/summary_table.hpp"

#include <algorithm>
#include <cmath>

#include "market/estimate/regression_table.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

std::vector<std::string> mentioned(const std::vector<Formula>& formulas, const DataFrame& frame) {
    std::vector<const Expression*> columns;
    bool all = false;
    for (const Formula& formula : formulas) {
        collect_columns(formula.response.expression, columns);
        for (const auto* terms : {&formula.terms, &formula.endogenous, &formula.instruments}) {
            for (const Term& term : *terms) {
                for (const Factor& factor : term.factors) {
                    collect_columns(factor.expression, columns);
                }
            }
        }
        all = all || formula.all_others;
    }
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const Expression* const column : columns) add(column->name);
    if (all || formulas.empty()) {
        for (const DataColumn& column : frame.columns) add(column.name());
    }
    return names;
}

Row numbers_row(const DataColumn& column) {
    std::vector<double> values;
    DoubleDouble sum;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_missing(row)) continue;
        values.push_back(column.number(row).high);
        sum = sum + column.number(row);
    }
    std::ranges::sort(values);
    const auto count = static_cast<double>(values.size());
    const auto missing = static_cast<std::int64_t>(column.size() - values.size());
    Row row{{column.name(), std::string{}, std::ssize(values), missing}};
    if (values.empty()) {
        row.cells.resize(9);
        return row;
    }
    const double mean = (sum / DoubleDouble{count, 0}).high;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    const std::size_t middle = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    const double deviation = std::sqrt(squares / (count - 1));
    const double scale = std::isfinite(deviation) && deviation > 0 ? deviation : mean;
    const unsigned decimals = decimals_of(scale, 3);
    for (const double value : {mean, deviation, values.front(), median, values.back()}) {
        row.cells.push_back(table_value(value, decimals));
    }
    return row;
}

void add_groups(const DataColumn& column, std::vector<Row>& rows) {
    const Groups groups = groups_of(column);
    std::vector<std::int64_t> counts(groups.labels.size());
    std::int64_t missing = 0;
    for (const std::uint32_t group : groups.of_row) {
        if (group == DataColumn::no_label) {
            ++missing;
        } else {
            ++counts[group];
        }
    }
    for (std::size_t g = 0; g < counts.size(); ++g) {
        const double share = static_cast<double>(counts[g]) /
                             static_cast<double>(column.size() - static_cast<std::size_t>(missing));
        Row row{{column.name(), groups.labels[g], counts[g], missing, table_value(share, 4)}};
        row.cells.resize(9);
        rows.push_back(std::move(row));
    }
}

}  // namespace

Result<Table> summary_table(const DataFrame& frame, const std::vector<Formula>& formulas) {
    Table table{.name = "regress-summary", .title = "Summary of " + frame.source};
    table.columns = {
        {"variable", "Variable"},      {"group", "Group"},          {"n", "N", right},
        {"missing", "Missing", right}, {"mean", "Mean", right},     {"sd", "SD", right},
        {"min", "Least", right},       {"median", "Median", right}, {"max", "Greatest", right}};
    for (const std::string& name : mentioned(formulas, frame)) {
        const DataColumn* const column = frame.find(name);
        if (column == nullptr) return frame.no_column(name);
        if (column->text_count() > 0) {
            add_groups(*column, table.rows);
        } else {
            table.rows.push_back(numbers_row(*column));
        }
    }
    table.notes.push_back("rows: " + std::to_string(frame.rows) + ", of which observed " +
                          std::to_string(frame.observed_count()) +
                          "; the mean of a group is its share of the rows that name one");
    return table;
}

}  // namespace cellbook
