/// Regressions as economists print them.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/estimate/regression_result.hpp"

namespace cellbook {

/// As many decimals as show that many significant digits.
unsigned decimals_of(double value, int digits);

/// All that is said below a regression: its statistics, then its notes.
std::vector<std::string> notes_of(const Regression& regression);

struct RegressionTableOptions {
    bool stars = false;
};

/// *Shape*: facts `term,estimate,std_error,statistic,p_value,low,high`, behind `model` where there
/// are several, and `bootstrap_p` where it was asked for. For people: the same of one regression;
/// several stand side by side, errors in parentheses below estimates, then N and tests.
Table regression_table(const std::vector<Regression>& regressions,
                       const RegressionTableOptions& options);

/// *Shape*: `statistic,value`, behind `model` where there are several.
Table statistics_table(const std::vector<Regression>& regressions);

}  // namespace cellbook
