#include "market/assignment/clearing.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

struct Rent {
    std::string household;
    std::int64_t lowest;
    std::int64_t highest;
    friend bool operator==(const Rent&, const Rent&) = default;
};

std::map<std::string, Rent> rents(const AssignmentGame& game, const Clearing& clearing) {
    std::map<std::string, Rent> all;
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        const auto holder = clearing.holder_of[c];
        all[game.cells[c]] = {
            holder == nobody ? "" : game.households[static_cast<std::size_t>(holder)],
            clearing.prices.lowest[c], clearing.prices.highest[c]};
    }
    return all;
}

std::vector<std::size_t> shuffled(std::size_t size, std::mt19937& random) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::shuffle(order, random);
    return order;
}

}  // namespace

TEST_CASE("the order of households and cells moves no rent and no assignment") {
    std::mt19937 random{3};
    for (int round = 0; round < 200; ++round) {
        const AssignmentGame game =
            test::random_game(random, 1 + random() % 8, 1 + random() % 6, 1 + round % 12);
        const auto here = rents(game, clear_market(game));
        const AssignmentGame other = reordered(game, shuffled(game.households.size(), random),
                                               shuffled(game.cells.size(), random));
        CHECK(rents(other, clear_market(other)) == here);
    }
}

TEST_CASE("doubling all money doubles all rents") {
    std::mt19937 random{4};
    for (int round = 0; round < 200; ++round) {
        const AssignmentGame game = test::random_game(random, 6, 5, 30);
        AssignmentGame doubled = game;
        for (auto& value : doubled.values) value *= value == not_wanted ? 1 : 2;
        for (auto& reserve : doubled.reserves) reserve *= 2;
        const Clearing once = clear_market(game);
        const Clearing twice = clear_market(doubled);
        CHECK(twice.surplus == 2 * once.surplus);
        for (std::size_t c = 0; c < game.cells.size(); ++c) {
            CHECK(twice.prices.lowest[c] == 2 * once.prices.lowest[c]);
            CHECK(twice.prices.highest[c] == 2 * once.prices.highest[c]);
        }
    }
}

TEST_CASE("doubling all money moves no household where ties are too rare to occur") {
    std::mt19937 random{5};
    for (int round = 0; round < 100; ++round) {
        AssignmentGame game = test::random_game(random, 6, 5, 1'000'000'000);
        AssignmentGame doubled = game;
        for (auto& value : doubled.values) value *= value == not_wanted ? 1 : 2;
        for (auto& reserve : doubled.reserves) reserve *= 2;
        const Clearing once = clear_market(game);
        CHECK(clear_market(doubled).holder_of == once.holder_of);
    }
}

TEST_CASE("a household that arrives lowers no rent, and a cell that is built raises none") {
    std::mt19937 random{6};
    for (int round = 0; round < 300; ++round) {
        const AssignmentGame all = test::random_game(random, 5, 5, round % 2 == 0 ? 6 : 1000);
        AssignmentGame fewer = all;
        fewer.households.pop_back();
        fewer.values.resize(fewer.values.size() - fewer.cells.size());
        const PriceEnds with = clear_market(all).prices;
        const PriceEnds without = clear_market(fewer).prices;
        const std::vector<std::size_t> everybody{0, 1, 2, 3, 4};
        const std::vector<std::size_t> some_cells{0, 1, 2, 3};
        const PriceEnds scarcer = clear_market(reordered(all, everybody, some_cells)).prices;
        for (std::size_t c = 0; c < all.cells.size(); ++c) {
            CHECK(with.highest[c] >= without.highest[c]);
            CHECK(with.lowest[c] >= without.lowest[c]);
            if (c + 1 == all.cells.size()) continue;
            CHECK(with.highest[c] <= scarcer.highest[c]);
            CHECK(with.lowest[c] <= scarcer.lowest[c]);
        }
    }
}

TEST_CASE("an unlet cell stands at its reserve, and the unhoused keep nothing") {
    const AssignmentGame game = test::game_of({{5, 9, 2}}, {7, 4, 1});
    const Clearing clearing = clear_market(game);
    CHECK(clearing.holder_of == std::vector<std::int32_t>{nobody, 0, nobody});
    CHECK(clearing.prices.lowest == std::vector<std::int64_t>{7, 4, 1});
    // Above 8 the household would rather have the third cell.
    CHECK(clearing.prices.highest == std::vector<std::int64_t>{7, 8, 1});
    CHECK(clearing.housed() == 1);
    CHECK(payoff_of(game, clearing.cell_of, 0, clearing.prices.highest) == 1);
    const Clearing none = clear_market(test::game_of({}, {3, 4}));
    CHECK(none.prices.lowest == std::vector<std::int64_t>{3, 4});
    CHECK(none.surplus == 0);
}
