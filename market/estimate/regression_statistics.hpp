/// What is said of a regression as a whole: how much it explains, and what tests say of it.
#pragma once

#include <optional>

#include "market/estimate/instruments.hpp"
#include "market/estimate/linear_fit.hpp"
#include "market/estimate/regression_result.hpp"

namespace cellbook {

struct Estimation {
    const FoldedDesign& folded;
    const LinearFit& fit;
    const Projections* projections = nullptr;  ///< null without instruments
    std::optional<double> k{};                 ///< LIML's
    std::optional<double> j{};                 ///< GMM's
};

/// Adds statistics and notes to a regression that has its coefficients and their covariance.
void add_statistics(Regression& found, const Estimation& estimation);

}  // namespace cellbook
