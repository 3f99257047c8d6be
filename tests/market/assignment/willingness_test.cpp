#include "market/assignment/willingness.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

AssignmentGame names_of(std::size_t households, std::size_t cells) {
    AssignmentGame game = test::game_of(
        std::vector<std::vector<std::int64_t>>(households, std::vector<std::int64_t>(cells)));
    game.scale = 2;
    return game;
}

}  // namespace

TEST_CASE("without taste a value is willingness times quality, to the nearest centavo") {
    AssignmentGame game = names_of(2, 2);
    REQUIRE_FALSE(value_cells({.willingness = {100, 10.333}, .quality = {1, 0.5}}, game));
    CHECK(game.values == std::vector<std::int64_t>{10'000, 5'000, 1'033, 517});
}

TEST_CASE("taste has the spread it is said to have, and depends on names alone") {
    AssignmentGame game = names_of(100, 100);
    const WillingnessModel model{.willingness = std::vector<double>(100, 1000),
                                 .quality = std::vector<double>(100, 1),
                                 .taste = 0.1,
                                 .seed = 5};
    REQUIRE_FALSE(value_cells(model, game));
    double squares = 0;
    for (const auto value : game.values) {
        const double off = static_cast<double>(value - 100'000) / 100'000;
        squares += off * off;
    }
    CHECK(std::abs(std::sqrt(squares / 10'000) - 0.1) < 0.004);
    AssignmentGame fewer = names_of(3, 100);
    fewer.households = {"h7", "h2", "h50"};
    REQUIRE_FALSE(value_cells({.willingness = {1000, 1000, 1000},
                               .quality = std::vector<double>(100, 1),
                               .taste = 0.1,
                               .seed = 5},
                              fewer));
    CHECK(std::ranges::equal(fewer.row(0), game.row(7)));
    CHECK(std::ranges::equal(fewer.row(2), game.row(50)));
}

TEST_CASE("a value beyond what is exact is refused") {
    AssignmentGame game = names_of(1, 1);
    const auto problem = value_cells({.willingness = {1e14}, .quality = {1}}, game);
    REQUIRE(problem);
    CHECK(problem->code == DiagnosticCode::number_too_large);
}

TEST_CASE("qualities are relative to their mean") {
    CHECK(relative_to_mean({1, 2, 3}) == std::vector<double>{0.5, 1, 1.5});
}
