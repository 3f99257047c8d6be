/// Rents under ceilings: who is rationed, who loses, and what it costs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "market/assignment/clearing.hpp"

namespace cellbook {

/// The ceiling of a cell that has none.
inline constexpr std::int64_t no_ceiling = largest_value;

struct Ceilings {
    std::vector<std::int64_t> of_cell{};  ///< by cell
    std::vector<std::size_t> queue{};     ///< households, who comes first first
    std::string priority{};               ///< what the queue is, in words
};

/// Rents at which nobody would gain more than `within` by a cell that is open to them: one below
/// its ceiling, or one at it whose household stands behind them in the queue.
struct Rationing {
    bool binds = false;  ///< else the lowest competitive rents stand, and nobody is rationed
    std::vector<std::int32_t> cell_of{};
    std::vector<std::int32_t> holder_of{};
    std::vector<std::int64_t> rents{};        ///< by cell
    std::vector<bool> withheld{};             ///< cells whose ceiling is below the reserve
    std::vector<std::int64_t> turned_away{};  ///< households that would rather have the cell
    std::int64_t within = 0;                  ///< zero: exact
    Sum surplus = 0;
    Sum lost_by_withholding = 0;    ///< surplus that the cells withheld could have brought
    Sum lost_by_misallocation = 0;  ///< and that the others bring no more, since others have them
};

/// Households bid in small steps, no more than the ceiling; at the ceiling the queue decides. Who
/// was refused there stays so, and the rents are then brought to the lowest at which all others
/// have what is best for them: exactly, or where that fails to within a step of bidding. A ceiling
/// below the reserve stops supply. No competitive price need exist where ceilings bind, since at
/// the ceiling several would have a cell. *Requires*: a ceiling for each cell; every household once
/// in the queue. *Source*: Andersson and Svensson, Econometrica 82 (2014): rationing price
/// equilibria; Glaeser and Luttmer, American Economic Review 93 (2003), for misallocation as a cost
/// of its own.
Rationing ration(const AssignmentGame& game, const Clearing& free, const Ceilings& ceilings);

}  // namespace cellbook
