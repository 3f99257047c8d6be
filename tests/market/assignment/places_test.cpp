#include "market/assignment/places.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "market/assignment/clearing.hpp"
#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

SharedClearing cleared(const SharedMarket& market) {
    auto clearing = clear_places(market);
    REQUIRE(clearing);
    return *std::move(clearing);
}

/// The best assignment of whole households, by trying all.
std::int64_t best_whole(const SharedMarket& market, std::size_t from,
                        std::vector<std::int64_t>& left) {
    if (from == market.sizes.size()) return 0;
    std::int64_t best = best_whole(market, from + 1, left);
    for (std::size_t c = 0; c < left.size(); ++c) {
        const std::int64_t value = market.game.row(from)[c];
        if (value == not_wanted || left[c] < market.sizes[from]) continue;
        left[c] -= market.sizes[from];
        best = std::max(best, value - market.sizes[from] * market.game.reserves[c] +
                                  best_whole(market, from + 1, left));
        left[c] += market.sizes[from];
    }
    return best;
}

}  // namespace

TEST_CASE("households of one fill shared cells at one price a place") {
    const SharedMarket market{.game = test::game_of({{10, 4}, {9, 4}, {8, 4}}, {0, 1}),
                              .places = {2, 5},
                              .sizes = {1, 1, 1}};
    const SharedClearing made = cleared(market);
    CHECK(made.prices_exist == PlacePrices::exist);
    CHECK(made.surplus == 10 + 9 + 3);
    CHECK(made.lowest == std::vector<std::int64_t>{5, 1});
    CHECK(made.highest == std::vector<std::int64_t>{6, 1});
}

TEST_CASE("two families of two leave no price for three places") {
    // A price that turns away one of two equal families turns away both.
    const SharedMarket market{.game = test::game_of({{10}, {10}}), .places = {3}, .sizes = {2, 2}};
    const SharedClearing made = cleared(market);
    CHECK(made.prices_exist == PlacePrices::none);
    CHECK(made.parts == 2);
    CHECK(made.surplus == 15 * made.parts);
    CHECK(made.lowest == std::vector<std::int64_t>{10});
    REQUIRE(made.taken.size() == 2);
    CHECK(made.taken[0].share + made.taken[1].share == Approx(1.5));
    const Table table = places_table(market, made, {.of = "v.csv"});
    CHECK(table.notes.at(1).starts_with("no price exists"));
}

TEST_CASE("a price exists exactly when whole households reach the fractional surplus") {
    std::mt19937 random{1997};
    int none = 0;
    int exist = 0;
    for (int round = 0; round < 150; ++round) {
        SharedMarket market{.game = test::random_game(random, 1 + random() % 6, 1 + random() % 3,
                                                      round % 2 == 0 ? 8 : 1000)};
        for (auto& reserve : market.game.reserves) reserve = std::max<std::int64_t>(reserve, 0);
        for (std::size_t h = 0; h < market.game.households.size(); ++h) {
            market.sizes.push_back(1 + static_cast<std::int64_t>(random() % 3));
        }
        for (std::size_t c = 0; c < market.game.cells.size(); ++c) {
            market.places.push_back(1 + static_cast<std::int64_t>(random() % 4));
        }
        const SharedClearing made = cleared(market);
        auto left = market.places;
        const Sum whole = Sum{best_whole(market, 0, left)} * made.parts;
        CHECK(made.surplus >= whole);
        REQUIRE(made.prices_exist != PlacePrices::undecided);
        const bool reached = made.surplus == whole;
        CHECK((made.prices_exist == PlacePrices::exist) == reached);
        ++(reached ? exist : none);
    }
    CHECK(none > 5);
    CHECK(exist > 50);
}

TEST_CASE("among cells for one, places cost what cells do") {
    std::mt19937 random{12};
    for (int round = 0; round < 50; ++round) {
        SharedMarket market{.game = test::random_game(random, 6, 4, 500)};
        market.sizes.assign(6, 1);
        market.places.assign(4, 1);
        const SharedClearing made = cleared(market);
        const Clearing exact = clear_market(market.game);
        CHECK(made.prices_exist == PlacePrices::exist);
        CHECK(made.surplus == exact.surplus);
        CHECK(made.lowest == exact.prices.lowest);
        CHECK(made.highest == exact.prices.highest);
    }
}

TEST_CASE("values that do not divide exactly are refused") {
    const SharedMarket market{
        .game = test::game_of({{largest_value}, {1}}), .places = {5}, .sizes = {2, 3}};
    const auto made = clear_places(market);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == DiagnosticCode::number_too_large);
}
