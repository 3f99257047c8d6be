/// Proves that prices are competitive and an assignment optimal.
#pragma once

#include <cstdint>
#include <span>

#include "market/assignment/assignment_game.hpp"

namespace cellbook {

/// Throws std::logic_error unless, at these prices, every household has a cell that is best for it
/// or none where none is worth its price, no cell costs less than its reserve, and unlet ones cost
/// just that. No pair can then do better for itself, and by complementary slackness the assignment
/// is optimal: prices and payoffs add up to the surplus, which they bound from above.
/// *Shape*: a household or `nobody` for each cell, and a price.
/// *Source*: Koopmans and Beckmann, Econometrica 25 (1957), section 3.
void require_competitive(const AssignmentGame& game, std::span<const std::int32_t> holder_of,
                         std::span<const std::int64_t> prices);

}  // namespace cellbook
