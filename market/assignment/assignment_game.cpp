#include "market/assignment/assignment_game.hpp"

#include <algorithm>
#include <numeric>

namespace cellbook {

std::vector<std::size_t> order_of_names(std::span<const std::string> names) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) -> const std::string& { return names[i]; });
    return order;
}

AssignmentGame reordered(const AssignmentGame& game, std::span<const std::size_t> households,
                         std::span<const std::size_t> cells) {
    AssignmentGame sorted{.scale = game.scale};
    sorted.values.reserve(game.values.size());
    for (const std::size_t cell : cells) {
        sorted.cells.push_back(game.cells[cell]);
        sorted.reserves.push_back(game.reserves[cell]);
    }
    for (const std::size_t household : households) {
        sorted.households.push_back(game.households[household]);
        const auto row = game.row(household);
        for (const std::size_t cell : cells) sorted.values.push_back(row[cell]);
    }
    return sorted;
}

}  // namespace cellbook
