#include "market/assignment/clearing.hpp"

#include <algorithm>

#include "market/assignment/core_check.hpp"

namespace cellbook {

namespace {

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

std::size_t Clearing::housed() const {
    return cell_of.size() - static_cast<std::size_t>(std::ranges::count(cell_of, nobody));
}

Clearing clear_market(const AssignmentGame& game) {
    const auto households = order_of_names(game.households);
    const auto cells = order_of_names(game.cells);
    const AssignmentSolver solved{reordered(game, households, cells)};
    const PriceEnds ends = competitive_prices(solved);
    for (const auto* prices : {&ends.lowest, &ends.highest}) {
        require_competitive(solved.game(), solved.holder_of(), *prices);
    }
    Clearing clearing;
    clearing.cell_of.assign(households.size(), nobody);
    clearing.holder_of.assign(cells.size(), nobody);
    clearing.prices.lowest.resize(cells.size());
    clearing.prices.highest.resize(cells.size());
    for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::size_t cell = cells[k];
        clearing.prices.lowest[cell] = ends.lowest[k];
        clearing.prices.highest[cell] = ends.highest[k];
        if (solved.holder_of()[k] == nobody) continue;
        const std::size_t household = households[at(solved.holder_of()[k])];
        clearing.holder_of[cell] = static_cast<std::int32_t>(household);
        clearing.cell_of[household] = static_cast<std::int32_t>(cell);
        clearing.surplus += Sum{game.row(household)[cell]} - game.reserves[cell];
    }
    return clearing;
}

std::int64_t payoff_of(const AssignmentGame& game, const std::vector<std::int32_t>& cell_of,
                       std::size_t household, const std::vector<std::int64_t>& prices) {
    if (cell_of[household] == nobody) return 0;
    const std::size_t cell = at(cell_of[household]);
    return game.row(household)[cell] - prices[cell];
}

}  // namespace cellbook
