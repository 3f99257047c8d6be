/// An assignment game: what each household would pay for each cell, and what each cell is worth
/// to its owner when no household of the market has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cellbook {

/// The value of a cell that a household cannot take: so low that no price makes up for it.
inline constexpr std::int64_t not_wanted = -(std::int64_t{1} << 61);
/// Values and reserves are at most this in size, so that no sum of the solver leaves 64 bits: a
/// price is at most this, a reduced cost three times it, and `not_wanted` beyond all of them.
inline constexpr std::int64_t largest_value = 100'000'000'000'000'000;
/// In place of a household or a cell: there is none.
inline constexpr std::int32_t nobody = -1;

/// *Shape*: `values` has a row a household and a column a cell, row after row; `reserves` one a
/// cell.
/// *Units*: minor units of one commodity of `scale` decimals.
/// *Requires*: values are `not_wanted` or, as reserves, at most `largest_value` in size.
/// *Source*: Shapley and Shubik, International Journal of Game Theory 1 (1971), section 2; the
/// value of a coalition of a household and the owner of a cell is value less reserve, or zero.
struct AssignmentGame {
    std::vector<std::string> households{};
    std::vector<std::string> cells{};
    std::vector<std::int64_t> values{};
    std::vector<std::int64_t> reserves{};
    std::uint8_t scale = 0;

    [[nodiscard]] std::span<const std::int64_t> row(std::size_t household) const {
        return {values.data() + household * cells.size(), cells.size()};
    }
    [[nodiscard]] std::span<std::int64_t> row(std::size_t household) {
        return {values.data() + household * cells.size(), cells.size()};
    }
};

/// Where each name stands among the names in rising order of their bytes: the order in which a
/// market is solved, so that the order of parties in a file moves nothing.
std::vector<std::size_t> order_of_names(std::span<const std::string> names);

/// The game with households and cells in the orders given.
AssignmentGame reordered(const AssignmentGame& game, std::span<const std::size_t> households,
                         std::span<const std::size_t> cells);

}  // namespace cellbook
