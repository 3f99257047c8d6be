/// The inner loops of the assignment solver: one pass over a household's row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cellbook {

/// A distance that no path has.
inline constexpr std::int64_t no_path = std::int64_t{1} << 62;
/// Stands for the distance of a cell that has been reached: smaller than what any pass offers it,
/// larger than any distance of a cell that has not.
inline constexpr std::int64_t reached = no_path - (std::int64_t{1} << 59);

/// Distances to the cells that have not been reached, and the household each is reached by.
struct Frontier {
    std::span<std::int64_t> distances;
    std::span<std::int64_t> by;
};

/// One household's reduced costs: `base + prices[c] - values[c]` is the distance of c by way of it.
struct HouseholdArcs {
    std::span<const std::int64_t> values;
    std::span<const std::int64_t> prices;  ///< `no_path` for cells that have been reached
    std::int64_t base = 0;
    std::int64_t household = 0;
};

/// Shortens distances by way of the household, and returns the least of all.
std::int64_t relax(const HouseholdArcs& arcs, const Frontier& frontier);

/// The largest of `values[c] - prices[c]`; below any surplus when there is no cell.
std::int64_t best_surplus(std::span<const std::int64_t> values,
                          std::span<const std::int64_t> prices);

}  // namespace cellbook
