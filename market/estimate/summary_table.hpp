/// Table 1: what the columns of a frame hold, before anything is estimated.
#pragma once

#include <vector>

#include "ledger/statements/table.hpp"
#include "market/estimate/formula.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// N, missing, mean, standard deviation (by n - 1), least, median and greatest of the columns that
/// formulas mention, or of all where there is none; of columns of texts, the rows of each group.
/// *Errors*: `data_column_unknown`.
Result<Table> summary_table(const DataFrame& frame, const std::vector<Formula>& formulas);

}  // namespace cellbook
