#include "ledger/prices/price_series.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "ledger/prices/period_order.hpp"

namespace cellbook {

namespace {

enum Column : std::size_t { period, value };

std::optional<Date> first_day_in(PriceRows& records) {
    const auto label = records.text(period);
    if (!label) return std::nullopt;
    const auto begin = calendar_begin(*label);
    if (!begin) {
        records.report({.code = DiagnosticCode::period_invalid,
                        .explanation = "`" + std::string{*label} + "` is no period of the calendar",
                        .remedy = "Write 2018, 2018Q1, 2018-03 or 2018-03-01."},
                       period);
    }
    return begin;
}

std::optional<Decimal> level_in(PriceRows& records) {
    const auto level = records.number(value);
    if (!level || level->coefficient > 0) return level;
    records.report({.code = DiagnosticCode::price_not_positive,
                    .explanation = "a level of prices of " + to_string(*level) + " is none",
                    .remedy = "Give the index itself, as 103.5, and not its change in percent."},
                   value);
    return std::nullopt;
}

}  // namespace

PriceSeriesFile read_price_series(TextFiles& files, const std::string& path) {
    static constexpr std::array columns{PriceColumn{"period"}, PriceColumn{"value"},
                                        PriceColumn{"source", false}, PriceColumn{"note", false}};
    PriceSeriesFile file;
    PriceRows records{files, path, columns, file.problems};
    std::map<Date, PriceLevel> levels;
    while (records.next()) {
        const auto begin = first_day_in(records);
        const auto level = level_in(records);
        if (!begin || !level) continue;
        const std::string label{*records.text(period)};
        if (levels.try_emplace(*begin, label, *begin, to_real(*level)).second) continue;
        records.report({.code = DiagnosticCode::prices_row_invalid,
                        .explanation = "period " + label + " is there twice, or begins with " +
                                       levels.at(*begin).label,
                        .remedy = "Keep months, quarters and years in files of their own."},
                       period);
    }
    for (auto& [begin, level] : levels) file.series.push_back(std::move(level));
    return file;
}

PriceSeries series_of(const PricePanel& panel, const IndexSeries& index) {
    PriceSeries series;
    for (std::size_t i = 0; i < index.values.size(); ++i) {
        const std::string& label = panel.periods()[i].label;
        const auto begin = calendar_begin(label);
        assert(begin && "a period of the calendar");
        series.push_back({.label = label, .begin = *begin, .level = index.values[i]});
    }
    return series;
}

}  // namespace cellbook
