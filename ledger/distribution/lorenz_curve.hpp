/// The Lorenz curve: which share of the whole the poorest have together.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ledger/distribution/distribution.hpp"

namespace cellbook {

struct LorenzPoint {
    Real people{};  ///< share of the weight, poorest first
    Real value{};   ///< their share of the sum
};

/// The curve at these shares of people, in a straight line between observations (Lorenz 1905;
/// Gastwirth 1971). Exact but for the last quotient. Absent when the sum is not above zero.
/// *Requires*: rising shares.
std::optional<std::vector<LorenzPoint>> lorenz_at(const Distribution& distribution,
                                                  std::span<const Fraction> shares);
/// The curve at {0, 0} and behind each distinct value: its corners. Absent as above.
std::optional<std::vector<LorenzPoint>> lorenz_corners(const Distribution& distribution);

}  // namespace cellbook
