/// Variances of coefficients: classical, robust to unequal variances, and clustered.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "market/estimate/linear_fit.hpp"

namespace cellbook {

enum class Errors : std::uint8_t { classical, hc0, hc1, hc2, hc3, cluster };
std::string_view to_string(Errors errors);
std::optional<Errors> parse_errors(std::string_view text);

struct CovarianceOptions {
    Errors errors = Errors::classical;
    /// Classical errors by n - k instead of n; CR1's factor of clustered ones.
    bool small = false;
};

/// Sum of squares and products of scores: `basis' diag(e^2) basis`, or of their sums by cluster.
/// `residuals` may be any, scaled as HC2 and HC3 want them.
RealMatrix score_products(const Matrix& basis, const Eigen::VectorXd& residuals,
                          const std::optional<RowGroups>& clusters);

/// With h the leverage, n rows, k coefficients (fixed effects included, unless they lie within
/// clusters) and G clusters:
/// - classical: e'e / n (X'X)^-1; small: e'e / (n - k)
/// - hc0: (X'X)^-1 X' diag(e^2) X (X'X)^-1; hc1: times n / (n - k); hc2: e^2 / (1 - h);
///   hc3: e^2 / (1 - h)^2
/// - cluster: sums of scores by cluster; small: times G / (G - 1) (n - 1) / (n - k), called CR1
///
/// *Errors*: `leverage_one`, `clusters_too_few`.
/// *Source*: White 1980; MacKinnon and White 1985; Liang and Zeger 1986; Cameron and Miller 2015.
Result<RealMatrix> covariance(const FoldedDesign& folded, const LinearFit& fit,
                              const CovarianceOptions& options);

/// Whether each group of the effect lies in one cluster.
bool is_nested(const RowGroups& effect, const RowGroups& clusters);
/// Coefficients that count in the factor of clusters.
std::size_t counted_coefficients(const Design& design, Errors errors);

}  // namespace cellbook
