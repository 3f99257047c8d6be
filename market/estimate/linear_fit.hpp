/// What every linear estimator leaves behind: coefficients, residuals, and the scores that their
/// errors are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "market/estimate/collinear.hpp"
#include "market/estimate/design.hpp"
#include "market/estimate/real_matrix.hpp"

namespace cellbook {

enum class Method : std::uint8_t { ols, two_stage, liml, gmm };
std::string_view to_string(Method method);
std::optional<Method> parse_method(std::string_view text);

/// A design whose columns have been folded into cross products.
struct FoldedDesign {
    Design design{};
    RealMatrix products{};
    Triangle regressors{};
    Triangle instruments{};  ///< of the exogenous columns and excluded instruments
};

/// *Errors*: `rows_too_few`, `columns_collinear`, `not_identified`, `instruments_too_few`.
Result<FoldedDesign> fold(Design design, Method method);

/// b with residuals e, such that any variance of b is `to_coefficients M to_coefficients'` with M
/// a variance of `basis' e`.
struct LinearFit {
    RealMatrix coefficients{};     ///< one column
    RealMatrix bread{};            ///< their variance by that of a residual
    Matrix basis{};                ///< rows of orthonormal columns
    RealMatrix to_coefficients{};  ///< coefficients by basis
    Eigen::VectorXd residuals{};
    double residual_squares = 0;
    bool exact = false;  ///< residuals are rounding alone, and were set to zero
};

/// Residuals at some coefficients of the design, in 32 digits and rounded once.
void set_residuals(LinearFit& fit, const FoldedDesign& folded);

/// Ordinary least squares: b = (X'X)^-1 X'y, by the triangle of X, in 50 digits from cross products
/// of 32. A QR of doubles loses the condition number in units of 1e-16, this its square in units of
/// 1e-31: fewer digits for any design that is not singular in doubles.
/// *Source*: Bjorck 1996, 2.2 and 2.9.
LinearFit least_squares(const FoldedDesign& folded);

}  // namespace cellbook
