/// Each parameter's share of an output's variance, from draws that were made anyway.
#pragma once

#include <span>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

struct VarianceShares {
    std::vector<double> shares{};  ///< of each parameter; 0 for one that did not vary
    /// What no linear function of the parameters explains: curvature, interaction, chance in the
    /// model. Where it is large, take Sobol' indices. With the shares it adds up to 1.
    double unexplained = 0;
};

/// Squared correlations of the output with the parameters made uncorrelated in the way that changes
/// them least, so that the shares of correlated parameters add up too.
/// *Shape*: a row of `draws` for each output, a column for each parameter.
/// *Errors*: `sensitivity_undefined`: the output does not vary, or there are no more draws than
/// parameters. *Source*: Zuber and Strimmer (2011), CAR scores, eq. 5.
Result<VarianceShares> variance_shares(const Matrix& draws, std::span<const double> outputs);

}  // namespace cellbook
