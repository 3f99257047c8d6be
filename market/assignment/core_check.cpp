#include "market/assignment/core_check.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "market/assignment/shortest_paths.hpp"

namespace cellbook {

void require_competitive(const AssignmentGame& game, std::span<const std::int32_t> holder_of,
                         std::span<const std::int64_t> prices) {
    std::vector<std::int32_t> cell_of(game.households.size(), nobody);
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        const bool let = holder_of[c] != nobody;
        if (prices[c] < game.reserves[c] || (!let && prices[c] != game.reserves[c])) {
            throw std::logic_error{"the price of cell " + game.cells[c] + " is not competitive"};
        }
        if (!let) continue;
        auto& cell = cell_of[static_cast<std::size_t>(holder_of[c])];
        if (cell != nobody) throw std::logic_error{"a household has two cells"};
        cell = static_cast<std::int32_t>(c);
    }
    for (std::size_t h = 0; h < cell_of.size(); ++h) {
        const auto values = game.row(h);
        const std::int64_t best = std::max<std::int64_t>(best_surplus(values, prices), 0);
        const auto cell = static_cast<std::size_t>(cell_of[h]);
        const std::int64_t payoff = cell_of[h] == nobody ? 0 : values[cell] - prices[cell];
        if (payoff != best) {
            throw std::logic_error{"household " + game.households[h] +
                                   " would rather have another cell at these prices"};
        }
    }
}

}  // namespace cellbook
