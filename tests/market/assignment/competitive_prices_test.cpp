#include "market/assignment/competitive_prices.hpp"

#include <catch2/catch.hpp>

#include "market/assignment/core_check.hpp"
#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

TEST_CASE("the game of Shapley and Shubik has the two corners of its core that they print") {
    // Shapley and Shubik, International Journal of Game Theory 1 (1971), section 5.
    const PriceEnds ends = competitive_prices(AssignmentSolver{test::shapley_shubik()});
    CHECK(ends.highest == std::vector<std::int64_t>{23, 21, 20});
    CHECK(ends.lowest == std::vector<std::int64_t>{21, 20, 19});
}

TEST_CASE("at the highest prices each owner gets what the cell adds to the market") {
    // At the lowest each household does: Leonard, Journal of Political Economy 91 (1983).
    std::mt19937 random{1983};
    for (int round = 0; round < 400; ++round) {
        const std::size_t households = random() % 7;
        const std::size_t cells = 1 + random() % 6;
        const int top = round % 2 == 0 ? 5 : 10'000;
        const AssignmentSolver solver{test::random_game(random, households, cells, top)};
        const AssignmentGame& game = solver.game();
        const PriceEnds ends = competitive_prices(solver);
        require_competitive(game, solver.holder_of(), ends.lowest);
        require_competitive(game, solver.holder_of(), ends.highest);
        const std::int64_t all = test::largest_surplus(game);
        for (std::size_t c = 0; c < cells; ++c) {
            const auto without = test::largest_surplus(game, -1, static_cast<std::int32_t>(c));
            CHECK(ends.highest[c] - game.reserves[c] == all - without);
            const auto holder = solver.holder_of()[c];
            if (holder == nobody) continue;
            const auto alone = test::largest_surplus(game, holder);
            CHECK(game.row(static_cast<std::size_t>(holder))[c] - ends.lowest[c] == all - alone);
        }
    }
}
