#include "market/assignment/assignment_game.hpp"

#include <catch2/catch.hpp>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

TEST_CASE("names are put in the order of their bytes") {
    const std::vector<std::string> names{"b", "a10", "a2", "B"};
    CHECK(order_of_names(names) == std::vector<std::size_t>{3, 1, 2, 0});
    CHECK(order_of_names({}).empty());
}

TEST_CASE("a game in another order has the same values of the same names") {
    const AssignmentGame game = test::game_of({{1, 2, 3}, {4, 5, 6}}, {7, 8, 9});
    const std::vector<std::size_t> households{1, 0};
    const std::vector<std::size_t> cells{2, 0, 1};
    const AssignmentGame other = reordered(game, households, cells);
    CHECK(other.households == std::vector<std::string>{"h1", "h0"});
    CHECK(other.cells == std::vector<std::string>{"c2", "c0", "c1"});
    CHECK(other.values == std::vector<std::int64_t>{6, 4, 5, 3, 1, 2});
    CHECK(other.reserves == std::vector<std::int64_t>{9, 7, 8});
}
