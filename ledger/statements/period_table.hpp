/// A table of lines by periods: one amount a row for programs, periods as columns for people.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/statements/period_sums.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// The columns of a report and what stands in them: what a person asks of any statement.
struct ReportColumns {
    Interval interval = Interval::none;
    bool historical = false;  ///< what stands at a column's end
    bool compare = false;     ///< each column with the one before
    bool average = false;
    bool row_total = false;
    std::optional<ValuationOptions> valuation{};

    [[nodiscard]] GridOptions grid() const { return {interval, historical, compare}; }
};

struct PeriodTableOptions {
    bool average = false;    ///< a column: the columns' sum by their number
    bool row_total = false;  ///< a column: the columns' sum
    bool zeros = false;      ///< lines that are zero throughout are drawn too
};

/// What a line has in the column of row totals: the sum of its columns or, of what stands at the
/// beginnings or ends of columns, that of the first or last.
enum class RowTotal : std::uint8_t { sum, first, last };

/// Adds figures up by column and commodity: subtotals.
class FigureSum {
public:
    void add(std::span<const PeriodFigure> figures, int sign = 1);
    void add(std::uint32_t column, CommodityId commodity, Sum sum) {
        sums_[{column, commodity}] += sum;
    }
    /// Ordered as a line's figures, zeros left out.
    [[nodiscard]] std::vector<PeriodFigure> figures() const;

private:
    std::map<std::pair<std::uint32_t, CommodityId>, Sum> sums_{};
};

/// The same figures with the sign turned: natural signs of income and liabilities.
std::vector<PeriodFigure> turned(std::span<const PeriodFigure> figures);

/// `Balance changes in 2018Q1, in BOB at the prices of each column's end`.
std::string period_title(const std::string& what, const PeriodGrid& grid,
                         const ReportColumns& columns);

/// Puts a statement together, line by line.
///
/// *Shape*: facts: the statement's own key columns, then `period, commodity, amount`, a row for
/// each that is not zero, by line, column, symbol; with a column of comparison also `before,
/// change, change_percent` (of the period before; empty where that was zero). An average and a row
/// total are rows whose period is `average` and `total`. Text: a column a period. *Units*: averages
/// in the commodity's own decimals and percents to 0.1, both rounded half-even.
class PeriodTable {
public:
    PeriodTable(std::string name, std::vector<Column> keys, const PeriodGrid& grid,
                const Chart& chart, const PeriodTableOptions& options);

    /// Text only: words above lines.
    void heading(const std::string& label, unsigned indent = 0);
    /// Facts, and a line of text.
    void line(const std::vector<std::string>& keys, const std::string& label,
              std::span<const PeriodFigure> figures, unsigned indent = 0);
    /// Text only: a sum of lines.
    void sum(const std::string& label, std::span<const PeriodFigure> figures, Row::Role role,
             unsigned indent = 0, RowTotal row_total = RowTotal::sum);
    /// Facts only.
    void facts(const std::vector<std::string>& keys, std::span<const PeriodFigure> figures,
               RowTotal row_total = RowTotal::sum);

    [[nodiscard]] Table finish() &&;
    /// The same, whose rows are made when they are gone through: `draw` is given a table to draw
    /// in, each time. *Requires*: what `draw` holds, the grid and the chart live as long.
    [[nodiscard]] Table finish(const std::function<void(PeriodTable&)>& draw) &&;

private:
    void put_fact(Row row);
    void put_line(Row row);

    using Cells = std::map<CommodityId, std::vector<Sum>>;  ///< by column

    [[nodiscard]] Cells cells_of(std::span<const PeriodFigure> figures) const;
    [[nodiscard]] std::vector<CommodityId> by_symbol(const Cells& cells) const;
    [[nodiscard]] Row fact_row(const std::vector<std::string>& keys, const std::string& period,
                               CommodityId commodity, Sum sum) const;
    void draw(const std::string& label, std::span<const PeriodFigure> figures, Row::Role role,
              unsigned indent);
    void draw_compared(const std::string& label, const Cells& cells, Row::Role role,
                       unsigned indent);
    void draw_plain(const std::string& label, const Cells& cells, Row::Role role, unsigned indent);
    [[nodiscard]] Sum sum_of(const std::vector<Sum>& columns) const;
    [[nodiscard]] Sum total_of(const std::vector<Sum>& columns) const;
    [[nodiscard]] Sum average_of(const std::vector<Sum>& columns) const;
    [[nodiscard]] bool compares() const { return grid_.options().compare; }

    const PeriodGrid& grid_;
    const Chart& chart_;
    PeriodTableOptions options_;
    RowTotal row_total_ = RowTotal::sum;  ///< of the line being put
    std::vector<std::string> labels_{};   ///< of the columns
    Table table_{};
    bool holds_ = true;  ///< rows go into the table, else to those who ask
    RowVisitor fact_{};
    RowVisitor line_{};
};

/// `change` against `before` in percent with one decimal, rounded half-even; nothing when there was
/// nothing before.
Value change_percent(Sum before, Sum change);

}  // namespace cellbook
