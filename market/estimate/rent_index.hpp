/// How rents have moved for cells of the same quality.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/estimate/hedonic.hpp"

namespace cellbook {

/// Cells at the end of a period.
struct PeriodCells {
    std::string label{};
    DataFrame cells{};
};

struct RentIndexPoint {
    std::string label{};
    std::size_t let = 0;
    double laspeyres = 0;
    double paasche = 0;
    double fisher = 0;
};

struct RentIndex {
    std::vector<RentIndexPoint> points{};
    std::vector<std::string> notes{};
};

/// Hedonic imputation with a regression a period: the rent that each period's prices of attributes
/// give to cells let in the base period (Laspeyres) or in the current one (Paasche), both rents
/// imputed; Fisher is their geometric mean. The first period is 1. Cells of a section that one of
/// the two periods does not know are left out of their comparison.
/// *Errors*: those of `estimate_hedonic`; `series_missing` where periods have no cell in common.
/// *Source*: CPI Manual 2020, 7.82 ff.; Handbook on Residential Property Price Indices 2013, 5.25
/// ff.
Result<RentIndex> rent_index(const std::vector<PeriodCells>& periods,
                             const HedonicOptions& options);

/// *Shape*: `period,let,laspeyres,paasche,fisher`.
Table rent_index_table(const RentIndex& index);

}  // namespace cellbook
