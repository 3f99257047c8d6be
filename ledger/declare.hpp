/// What declarations do to a chart.
#pragma once

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// Brings the chart to what the declaration says; the later one holds. Prices, sources, kinds,
/// conventions, payees, tags and locks say nothing about the chart.
void apply(const Declaration& declaration, Chart& chart);

}  // namespace cellbook
