/// Hedonic regressions of rents: what a cell's section, size and state are worth, what a cell would
/// let for, and how rents have moved for the same cells.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/estimate/regression.hpp"

namespace cellbook {

struct HedonicOptions {
    /// Absent: log(rent) on section, area, places, floor, age and grade, of which those are left
    /// out that are known of less than half of the cells let, or say nothing of their own.
    std::optional<std::string> formula{};
    RegressionOptions regression{};
};

struct Hedonic {
    Regression regression{};
    /// By how much the mean of levels passes the level of the mean log: the mean of exp(residual);
    /// 1 where rents are not logged. *Source*: Duan 1983.
    double smearing = 1;
    bool logged = false;
    std::vector<std::string> notes{};  ///< what was left out and why
};

/// *Source*: Rosen 1974. *Errors*: `series_missing` (no cell is let), and those of `regress`.
Result<Hedonic> estimate_hedonic(const DataFrame& cells, const HedonicOptions& options);

/// What one more cell like this would let for.
struct RentPrediction {
    std::size_t row = 0;  ///< of the frame
    double rent = 0;      ///< the mean: smeared where rents are logged
    double low = 0;       ///< interval for the rent of a single cell
    double high = 0;
};

/// Of every cell whose attributes are known and whose groups were met in the estimate. With x the
/// cell's attributes and s^2 the residual variance: x'b +- t (s^2 + x'V x)^(1/2), where rents are
/// logged taken to levels as it is, since quantiles pass through exp.
/// *Errors*: `formula_invalid` where the response is neither `rent` nor `log(rent)`.
Result<std::vector<RentPrediction>> predict_rents(const DataFrame& cells, const Hedonic& hedonic);

/// *Shape*: `cell,section,rent,predicted,low,high`.
Table prediction_table(const DataFrame& cells, const Hedonic& hedonic,
                       const std::vector<RentPrediction>& predictions);

}  // namespace cellbook
