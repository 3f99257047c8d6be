#include "market/assignment/shortest_paths.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "market/assignment/assignment_game.hpp"

using namespace cellbook;

namespace {

using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("a pass shortens what is farther, and leaves what has been reached") {
    const Numbers values{7, 5, 9, not_wanted};
    const Numbers prices{2, no_path, 4, largest_value};
    Numbers distances{reached, reached, 1, reached};
    Numbers by{-1, 4, 4, -1};
    const auto least =
        relax({.values = values, .prices = prices, .base = 10, .household = 6}, {distances, by});
    CHECK(least == 1);
    CHECK(distances[0] == 5);
    CHECK(distances[1] == reached);
    CHECK(distances[2] == 1);
    CHECK(distances[3] > 2 * largest_value);
    CHECK(distances[3] < reached);
    CHECK(by == Numbers{6, 4, 4, 6});
}

TEST_CASE("what has been reached stays so at the largest values there can be") {
    const Numbers values{largest_value, not_wanted};
    const Numbers prices{no_path, no_path};
    Numbers distances{reached, reached};
    Numbers by{-1, -1};
    for (const std::int64_t base : {std::int64_t{0}, 4 * largest_value}) {
        const auto least = relax({.values = values, .prices = prices, .base = base, .household = 1},
                                 {distances, by});
        CHECK(least == reached);
        CHECK(by == Numbers{-1, -1});
    }
}

TEST_CASE("the best surplus is the largest difference, over rows of any length") {
    for (std::size_t length = 1; length < 40; ++length) {
        Numbers values(length, 3);
        const Numbers prices(length, 1);
        values[(length * 7) % length] = 3;
        CHECK(best_surplus(values, prices) == 2);
        values[length / 2] = 11;
        CHECK(best_surplus(values, prices) == 10);
    }
    CHECK(best_surplus({}, {}) < -2 * largest_value);
}
