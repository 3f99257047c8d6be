#include "market/estimate/rent_index.hpp"

#include <cassert>
#include <cmath>
#include <map>
#include <optional>

namespace cellbook {

namespace {

using enum Column::Align;

/// A period's prices of attributes, put on its own and on other periods' cells.
class PricedPeriod {
public:
    PricedPeriod(const PeriodCells& period, Hedonic hedonic)
        : period_{period}, hedonic_{std::move(hedonic)} {}

    [[nodiscard]] const DataFrame& cells() const { return period_.cells; }
    [[nodiscard]] const Regression& regression() const { return hedonic_.regression; }

    /// Imputed rents of the cells let in `of`, by row.
    [[nodiscard]] Result<std::map<std::size_t, double>> rents(const PricedPeriod& of) const {
        // A frame of both: this period's rows, so that its groups are the same, and then the
        // others.
        const DataFrame joined = join(period_.cells, of.period_.cells);
        auto predictions = predict_rents(joined, hedonic_);
        if (!predictions) return std::move(predictions).error();
        std::map<std::size_t, double> found;
        const DataColumn& rent = *of.cells().find("rent");
        for (const RentPrediction& prediction : *predictions) {
            if (prediction.row < period_.cells.rows) continue;
            const std::size_t row = prediction.row - period_.cells.rows;
            if (!rent.is_missing(row)) found[row] = prediction.rent;
        }
        return found;
    }

private:
    static DataFrame join(const DataFrame& first, const DataFrame& second) {
        DataFrame joined{.source = first.source, .rows = first.rows + second.rows};
        for (const DataColumn& column : first.columns) {
            DataColumn both = column;
            const DataColumn& more = *second.find(column.name());
            for (std::size_t row = 0; row < second.rows; ++row) {
                if (more.is_missing(row)) {
                    both.add_missing();
                } else if (std::isnan(more.number(row).high)) {
                    both.add(more.label(row), {}, {});
                } else {
                    both.add(more.number(row));
                }
            }
            joined.columns.push_back(std::move(both));
        }
        return joined;
    }

    const PeriodCells& period_;
    Hedonic hedonic_;
};

/// The sum of `above` by that of `below`, over cells that both price; absent where there is none.
std::optional<double> ratio(const std::map<std::size_t, double>& above,
                            const std::map<std::size_t, double>& below) {
    double up = 0;
    double down = 0;
    for (const auto& [row, rent] : above) {
        const auto other = below.find(row);
        if (other == below.end()) continue;
        up += rent;
        down += other->second;
    }
    if (!(down > 0)) return std::nullopt;
    return up / down;
}

/// What prices of `later` make of the cells of `of`, against those of `earlier`.
Result<double> comparison(const PricedPeriod& later, const PricedPeriod& earlier,
                          const PricedPeriod& of) {
    const auto above = later.rents(of);
    if (!above) return above.error();
    const auto below = earlier.rents(of);
    if (!below) return below.error();
    const auto found = ratio(*above, *below);
    if (found) return *found;
    return Diagnostic{.code = DiagnosticCode::series_missing,
                      .explanation = "two periods have no section in common of which a cell is let",
                      .remedy = "Take longer periods, or fewer sections."};
}

}  // namespace

Result<RentIndex> rent_index(const std::vector<PeriodCells>& periods,
                             const HedonicOptions& options) {
    assert(!periods.empty());
    RentIndex index;
    std::vector<PricedPeriod> priced;
    HedonicOptions same = options;
    for (const PeriodCells& period : periods) {
        auto hedonic = estimate_hedonic(period.cells, same);
        if (!hedonic) {
            Diagnostic fault = std::move(hedonic).error();
            fault.explanation = period.label + ": " + fault.explanation;
            return fault;
        }
        // The base decides which attributes are priced: periods are compared by the same ones.
        if (!same.formula) {
            same.formula = hedonic->regression.formula;
            index.notes = hedonic->notes;
            index.notes.push_back("a regression a period: " + *same.formula);
        }
        if (hedonic->regression.simulated && priced.empty()) {
            index.notes.emplace_back("ON SIMULATED DATA: rows that were not observed are used");
        }
        priced.emplace_back(period, *std::move(hedonic));
    }
    for (std::size_t t = 0; t < periods.size(); ++t) {
        const auto laspeyres = comparison(priced[t], priced.front(), priced.front());
        if (!laspeyres) return laspeyres.error();
        const auto paasche = comparison(priced[t], priced.front(), priced[t]);
        if (!paasche) return paasche.error();
        index.points.push_back({.label = periods[t].label,
                                .let = priced[t].regression().rows,
                                .laspeyres = *laspeyres,
                                .paasche = *paasche,
                                .fisher = std::sqrt(*laspeyres * *paasche)});
    }
    return index;
}

Table rent_index_table(const RentIndex& index) {
    Table table{.name = "hedonic-index", .title = "Rents of cells of the same quality"};
    table.columns = {{"period", "Period"},
                     {"let", "Let", right},
                     {"laspeyres", "Laspeyres", right},
                     {"paasche", "Paasche", right},
                     {"fisher", "Fisher", right}};
    for (const RentIndexPoint& point : index.points) {
        table.rows.push_back(
            {{point.label, static_cast<std::int64_t>(point.let), table_value(point.laspeyres, 4),
              table_value(point.paasche, 4), table_value(point.fisher, 4)}});
    }
    table.notes = index.notes;
    return table;
}

}  // namespace cellbook
