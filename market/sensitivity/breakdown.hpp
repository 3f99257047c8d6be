/// The value of a parameter at which an answer changes sign.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ledger/diagnostic.hpp"

namespace cellbook {

/// The answer as a function of one parameter, the others held.
using OneParameter = std::function<Result<double>(double parameter)>;

struct BreakdownRange {
    double low = 0;
    double high = 0;
    double baseline = 0;  ///< what the parameter is taken to be
    unsigned steps = 64;  ///< equal ones in which a change of sign is looked for
};

struct Breakdown {
    /// In rising order. None: the answer has one sign throughout the range. Several: the answer is
    /// not monotone. Two changes within one step are not seen.
    std::vector<double> values{};
    std::optional<double> nearest{};  ///< of these, to the baseline
    double at_low = 0;                ///< the answer there
    double at_high = 0;
};

/// Finds every change of sign by steps, then each by bisection to the last bits. A step on which
/// the answer is 0 exactly is such a value itself.
/// *Requires*: low < high, steps > 0. *Errors*: those of the function, at the first value that has
/// no answer; `sensitivity_undefined` where one is not finite.
Result<Breakdown> breakdown(const OneParameter& answer, const BreakdownRange& range);

}  // namespace cellbook
