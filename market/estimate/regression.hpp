/// A regression from its formula to all that is printed of it.
#pragma once

#include "market/estimate/formula.hpp"
#include "market/estimate/regression_result.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

/// Estimates a formula on a frame.
///
/// Least squares: errors by n - k, t with n - k degrees of freedom, F. With instruments: errors by
/// n, the normal, chi-squared; `small` asks for the former. Clusters: t with G - 1 degrees always;
/// least squares and `small` take CR1's factor. R2 is about the mean where there is a constant,
/// about zero where there is none, and within groups where effects are absorbed.
/// *Errors*: those of `make_design`, `fold`, `covariance`, `project`, `liml_k`, `two_step_gmm`;
/// `formula_invalid` where a method and the formula do not go together.
Result<Regression> regress(const DataFrame& frame, const Formula& formula,
                           const RegressionOptions& options);

}  // namespace cellbook
