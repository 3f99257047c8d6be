/// Estimators with instruments: two-stage least squares, LIML and two-step GMM.
#pragma once

#include <optional>

#include "market/estimate/covariance.hpp"
#include "market/estimate/linear_fit.hpp"

namespace cellbook {

/// What projections on the instruments come to, in the columns of their orthonormal basis Q.
struct Projections {
    RealMatrix inverse{};     ///< of the instruments' triangle
    RealMatrix regressors{};  ///< Q'X
    RealMatrix response{};    ///< Q'y
};
/// *Errors*: `not_identified`: the instruments do not move the endogenous columns apart.
Result<Projections> project(const FoldedDesign& folded);
/// Q, row by row.
Matrix instrument_basis(const FoldedDesign& folded, const Projections& projections);

/// A k-class estimator: b = (X'(I - k M)X)^-1 X'(I - k M)y with M = I - QQ'; two-stage least
/// squares where k = 1. Scores are those of the projected regressors, QQ'X, for every k. *Source*:
/// Theil 1958; Davidson and MacKinnon 2004, 8.3 and 12.5.
LinearFit k_class(const FoldedDesign& folded, const Projections& projections, const Real& k);

/// LIML's k: the least root of |Y'M_w Y - k Y'M Y|, Y being response and endogenous columns and w
/// the exogenous ones. *Errors*: `not_identified` where the instruments explain Y wholly.
/// *Source*: Anderson and Rubin 1949.
Result<Real> liml_k(const FoldedDesign& folded);

/// Of two-step GMM: the fit, and the value of what it makes least.
struct GmmFit {
    LinearFit fit{};
    double j = 0;
};

/// Weights are the inverse of the products of scores of two-stage residuals, by `errors`: robust,
/// clustered, or classical (which is two-stage least squares again). The variance is the sandwich
/// with scores of the residuals it ends with.
/// *Errors*: `not_identified` where scores leave no inverse: fewer clusters than instruments.
/// *Source*: Hansen 1982.
Result<GmmFit> two_step_gmm(const FoldedDesign& folded, const Projections& projections,
                            Errors errors);

}  // namespace cellbook
