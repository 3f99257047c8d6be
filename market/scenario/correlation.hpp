/// Parameters that are uncertain together: correlations of their normal scores.
#pragma once

#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/scenario/scenario.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

/// The lower triangle L with L L' = R. *Errors*: `correlation_invalid` where R is no correlation
/// matrix: no numbers could have all these correlations at once. A singular one is right.
Result<Matrix> correlation_root(const Matrix& correlations);

/// *Shape*: a row and a column for each name, 1 on the diagonal. Names that are not among `names`
/// are passed over.
Matrix correlation_matrix(const std::vector<std::string>& names,
                          const std::vector<ScenarioCorrelation>& correlations);

/// Estimates that were made together, as parameters: normal distributions and the correlations that
/// their covariance says. *Requires*: square, of as many rows as names.
/// *Errors*: `correlation_invalid`, when a variance is not positive.
struct JointEstimate {
    std::vector<ScenarioParameter> parameters{};
    std::vector<ScenarioCorrelation> correlations{};
};
Result<JointEstimate> joint_normal(const std::vector<std::string>& names, const Vector& means,
                                   const Matrix& covariance);

/// *Errors* (complained of): `scenario_name_twice` for a pair told twice or a parameter with
/// itself, `correlation_invalid`.
void check_correlations(const ScenarioFile& file, FileProblems& problems);

}  // namespace cellbook
