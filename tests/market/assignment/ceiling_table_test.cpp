#include "market/assignment/ceiling_table.hpp"

#include <catch2/catch.hpp>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

std::string facts(const Table& table) {
    std::string text;
    for_each_fact(table, [&](const Row& row) {
        for (const Value& value : row.cells) text += plain_text(value) + ',';
        text += '\n';
    });
    return text;
}

}  // namespace

TEST_CASE("a ceiling's tables set what comes of it beside the market without it") {
    const AssignmentGame game = test::game_of({{100}, {60}, {80}});
    const Clearing free = clear_market(game);
    const Ceilings ceilings{.of_cell = {50}, .queue = {1, 0, 2}, .priority = "waiting-list"};
    const Rationing rationing = ration(game, free, ceilings);
    const CeilingResult result{game, free, ceilings, rationing};
    const Table cells = ceiling_cells_table(result, {.of = "v.csv"});
    CHECK(facts(cells) == "c0,h1,50,50,2,h0,80,100,\n");
    CHECK(cells.notes.at(0).ends_with("rationed by waiting-list"));
    CHECK(cells.notes.at(1) ==
          "surplus 60 of 100; the ceiling costs 40: 0 by cells withheld, 40 by cells that others "
          "have");
    // The household in front gains 10, the one that would have had the cell loses 20, the owner 30.
    CHECK(cells.notes.at(2) ==
          "against the lowest rents that clear, households: 1 lose 20, 1 gain 10; owners of cells: "
          "1 lose 30, 0 gain 0");
    CHECK(facts(ceiling_households_table(result, {})) ==
          "h0,,0,c0,20,-20,\nh1,c0,10,,0,10,\nh2,,0,,0,0,\n");
}

TEST_CASE("a ceiling that does not bind is said not to") {
    const AssignmentGame game = test::game_of({{100}});
    const Clearing free = clear_market(game);
    const Ceilings ceilings{.of_cell = {no_ceiling}, .queue = {0}, .priority = "waiting-list"};
    const Rationing rationing = ration(game, free, ceilings);
    const Table cells = ceiling_cells_table({game, free, ceilings, rationing}, {});
    CHECK(facts(cells) == "c0,h0,0,,0,h0,0,100,\n");
    CHECK(cells.notes.at(0).starts_with("no ceiling binds"));
}
