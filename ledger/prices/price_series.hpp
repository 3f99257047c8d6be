/// A price index by period of the calendar, from wherever it comes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/prices/price_index.hpp"
#include "ledger/prices/price_rows.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// The level of prices in one period.
struct PriceLevel {
    std::string label{};
    Date begin{};  ///< its first day
    Real level{};  ///< positive; only ratios of levels count
};

/// In order; each holds until the next begins.
using PriceSeries = std::vector<PriceLevel>;

struct PriceSeriesFile {
    PriceSeries series{};
    PriceProblems problems{};
    [[nodiscard]] bool ok() const { return problems.count == 0; }
};

/// Reads columns `period,value`, and passes over `source` and `note`. Periods are months, quarters
/// or years, in any order: an official consumer price index as it is published.
/// *Errors*, reported: those of `PriceRows`, `period_invalid`, `price_not_positive`, and
/// `prices_row_invalid` of a period that is there twice.
PriceSeriesFile read_price_series(TextFiles& files, const std::string& path);

/// An index of the periods of a panel. *Requires*: they are of the calendar.
PriceSeries series_of(const PricePanel& panel, const IndexSeries& index);

}  // namespace cellbook
