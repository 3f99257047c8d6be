#include "market/assignment/ceiling.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

Rationing rationed(const AssignmentGame& game, std::vector<std::int64_t> ceilings,
                   std::vector<std::size_t> queue) {
    return ration(game, clear_market(game),
                  {.of_cell = std::move(ceilings), .queue = std::move(queue), .priority = "list"});
}

}  // namespace

TEST_CASE("a ceiling above the lowest competitive rents binds nobody and costs nothing") {
    const Rationing made = rationed(test::shapley_shubik(), {21, no_ceiling, 19}, {0, 1, 2});
    CHECK_FALSE(made.binds);
    CHECK(made.rents == std::vector<std::int64_t>{21, 20, 19});
    CHECK(made.surplus == 16);
}

TEST_CASE("under a binding ceiling who comes first has the cell, whatever it is worth to others") {
    const AssignmentGame game = test::game_of({{100}, {60}, {80}});
    const struct {
        std::vector<std::size_t> queue;
        std::int32_t holder;
        std::int64_t surplus;
        std::int64_t turned_away;
    } cases[] = {{{0, 1, 2}, 0, 100, 2}, {{1, 0, 2}, 1, 60, 2}, {{2, 1, 0}, 2, 80, 2}};
    for (const auto& each : cases) {
        const Rationing made = rationed(game, {50}, each.queue);
        CHECK(made.binds);
        CHECK(made.holder_of == std::vector<std::int32_t>{each.holder});
        CHECK(made.rents == std::vector<std::int64_t>{50});
        CHECK(made.surplus == each.surplus);
        CHECK(made.lost_by_misallocation == 100 - each.surplus);
        CHECK(made.turned_away == std::vector<std::int64_t>{each.turned_away});
    }
}

TEST_CASE("a ceiling below the reserve stops supply") {
    const Rationing made =
        rationed(test::game_of({{100, 90}, {80, 70}}, {40, 0}), {30, 30}, {0, 1});
    CHECK(made.withheld == std::vector<bool>{true, false});
    CHECK(made.holder_of == std::vector<std::int32_t>{nobody, 0});
    CHECK(made.lost_by_withholding == 100 + 70 - 40 - 90);
    CHECK(made.lost_by_misallocation == 0);
}

TEST_CASE("who is turned away bids up the cells that are below their ceilings") {
    // Both would have the first cell; the second in line goes to the other, where a third bids.
    const Rationing made =
        rationed(test::game_of({{100, 50}, {90, 60}, {0, 40}}), {10, no_ceiling}, {0, 1, 2});
    CHECK(made.holder_of == std::vector<std::int32_t>{0, 1});
    CHECK(made.rents == std::vector<std::int64_t>{10, 40});
    CHECK(made.within == 0);
}

TEST_CASE("the loss is that of cells withheld and of cells that others have, and never a gain") {
    std::mt19937 random{2014};
    int inexact = 0;
    for (int round = 0; round < 300; ++round) {
        const AssignmentGame game = test::random_game(random, 1 + random() % 6, 1 + random() % 5,
                                                      round % 2 == 0 ? 8 : 100'000);
        std::vector<std::int64_t> ceilings;
        for (std::size_t c = 0; c < game.cells.size(); ++c) {
            const auto top = static_cast<unsigned>(round % 2 == 0 ? 6 : 60'000);
            ceilings.push_back(random() % 4 == 0 ? no_ceiling
                                                 : static_cast<std::int64_t>(random() % top));
        }
        std::vector<std::size_t> queue(game.households.size());
        std::iota(queue.begin(), queue.end(), std::size_t{0});
        std::shuffle(queue.begin(), queue.end(), random);
        const Rationing made = rationed(game, ceilings, queue);  // proves itself
        if (made.within > 0) ++inexact;
        CHECK(made.lost_by_withholding >= 0);
        CHECK(made.lost_by_misallocation >= 0);
        const Sum free = test::largest_surplus(game);
        CHECK(made.surplus + made.lost_by_withholding + made.lost_by_misallocation == free);
        for (std::size_t c = 0; c < game.cells.size(); ++c) {
            CHECK((made.withheld[c] || made.rents[c] <= ceilings[c]));
            CHECK((made.withheld[c] || made.rents[c] >= game.reserves[c]));
        }
    }
    CHECK(inexact <= 6);  // of 300
}
