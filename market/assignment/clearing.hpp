/// A market that clears: who takes which cell, and between which rents.
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/money.hpp"
#include "market/assignment/assignment_game.hpp"
#include "market/assignment/competitive_prices.hpp"

namespace cellbook {

struct Clearing {
    std::vector<std::int32_t> cell_of{};    ///< by household
    std::vector<std::int32_t> holder_of{};  ///< by cell
    PriceEnds prices{};
    Sum surplus = 0;  ///< values less reserves of all that is let

    [[nodiscard]] std::size_t housed() const;
};

/// An optimal assignment with both ends of its competitive prices, each proven by
/// `require_competitive`. Prices are those of every optimal assignment. Of several assignments it
/// is the one that the solver finds with households and cells in the order of their names, so that
/// the order of parties moves neither.
/// *Units*: minor units of the game's commodity.
Clearing clear_market(const AssignmentGame& game);

/// What household `h` has of its cell at these prices, or zero.
std::int64_t payoff_of(const AssignmentGame& game, const std::vector<std::int32_t>& cell_of,
                       std::size_t household, const std::vector<std::int64_t>& prices);

}  // namespace cellbook
