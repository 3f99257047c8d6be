/// Logarithms and square roots of numbers that come in rising order.
#pragma once

#include "ledger/real.hpp"

namespace cellbook {

/// Takes each from the one before where the two are close, which in a distribution of many they
/// mostly are, and anew where they are not: a fifth of the time for the same digits.
class RisingNumbers {
public:
    /// *Requires*: x > 0 and no smaller than the last.
    void next(const Real& x);
    [[nodiscard]] const Real& log() const { return log_; }
    [[nodiscard]] const Real& root() const { return root_; }

private:
    Real x_{};
    Real log_{};
    Real root_{};
};

}  // namespace cellbook
