/// Quantiles of a sample.
#pragma once

#include <span>

#include "ledger/real.hpp"

namespace cellbook {

/// The value below which a share `p` of the sample lies, interpolated between neighbours: type 7 of
/// Hyndman and Fan, which R, numpy and spreadsheets use where nothing else is said.
/// *Shape*: `sorted` ascending, not empty. *Requires*: 0 <= p <= 1.
/// *Source*: Hyndman and Fan (1996), "Sample quantiles in statistical packages", definition 7:
/// with h = (n - 1) p, x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]).
Real quantile(std::span<const Real> sorted, const Real& p);
/// *Requires*: not empty; in any order.
Real median(std::span<const Real> values);

}  // namespace cellbook
