/// Small games, and their surplus by trying every assignment.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "market/assignment/assignment_game.hpp"

namespace cellbook::test {

/// Rows of values, a household each, named h0, h1, ... and c0, c1, ...; reserves are zero.
inline AssignmentGame game_of(const std::vector<std::vector<std::int64_t>>& rows,
                              std::vector<std::int64_t> reserves = {}) {
    AssignmentGame game;
    const std::size_t cells = rows.empty() ? reserves.size() : rows.front().size();
    for (std::size_t h = 0; h < rows.size(); ++h) {
        game.households.push_back("h" + std::to_string(h));
        game.values.insert(game.values.end(), rows[h].begin(), rows[h].end());
    }
    for (std::size_t c = 0; c < cells; ++c) game.cells.push_back("c" + std::to_string(c));
    reserves.resize(cells);
    game.reserves = std::move(reserves);
    return game;
}

/// Values from -3 to `top`, some cells not wanted, some reserves: ties are many where `top` is low.
inline AssignmentGame random_game(std::mt19937& random, std::size_t households, std::size_t cells,
                                  int top) {
    const auto draw = [&](int from, int to) {
        return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
    };
    std::vector<std::vector<std::int64_t>> rows(households, std::vector<std::int64_t>(cells));
    for (auto& row : rows) {
        for (auto& value : row) value = draw(0, 9) == 0 ? not_wanted : draw(-3, top);
    }
    std::vector<std::int64_t> reserves(cells);
    for (auto& reserve : reserves) reserve = draw(0, 2) == 0 ? draw(-3, top / 2) : 0;
    return game_of(rows, reserves);
}

/// The largest sum of values less reserves, over every assignment; without one household or one
/// cell where these are named.
inline std::int64_t largest_surplus(const AssignmentGame& game, std::int32_t without_household = -1,
                                    std::int32_t without_cell = -1) {
    const std::size_t sets = std::size_t{1} << game.cells.size();
    std::vector<std::int64_t> best(sets, 0);  // of the households so far, by the cells used
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        if (static_cast<std::int32_t>(h) == without_household) continue;
        const auto before = best;
        for (std::size_t used = 0; used < sets; ++used) {
            for (std::size_t c = 0; c < game.cells.size(); ++c) {
                const std::size_t bit = std::size_t{1} << c;
                if ((used & bit) == 0 || static_cast<std::int32_t>(c) == without_cell) continue;
                if (game.row(h)[c] == not_wanted) continue;
                best[used] =
                    std::max(best[used], before[used & ~bit] + game.row(h)[c] - game.reserves[c]);
            }
        }
    }
    return best.back();
}

/// Values less reserves of an assignment.
inline std::int64_t surplus_of(const AssignmentGame& game,
                               const std::vector<std::int32_t>& holder_of) {
    std::int64_t surplus = 0;
    for (std::size_t c = 0; c < holder_of.size(); ++c) {
        if (holder_of[c] == nobody) continue;
        surplus += game.row(static_cast<std::size_t>(holder_of[c]))[c] - game.reserves[c];
    }
    return surplus;
}

/// The game of Shapley and Shubik (1971): three houses, three buyers.
inline AssignmentGame shapley_shubik() {
    return game_of({{23, 22, 21}, {26, 24, 22}, {20, 21, 17}}, {18, 15, 19});
}

}  // namespace cellbook::test
