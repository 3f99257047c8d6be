#include "market/assignment/clearing_table.hpp"

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

TEST_CASE("cells are listed in the market's order, with both rents in its decimals") {
    AssignmentGame game = test::game_of({{500, 950, 201}}, {700, 400, 100});
    game.scale = 2;
    const Table table = cells_table(game, clear_market(game), {.of = "v.csv", .unit = "BOB"});
    CHECK(facts(table) == "c0,,7.00,7.00,\nc1,h0,4.00,8.49,\nc2,,1.00,1.00,\n");
    CHECK(table.title == "Rents that clear v.csv, in BOB");
    CHECK(table.notes ==
          std::vector<std::string>{"surplus 5.50 BOB of 1 cell let, of which owners get from 0.00 "
                                   "BOB to 4.49 BOB above their reserves",
                                   "2 cells unlet, at the reserve: c0, c2"});
}

TEST_CASE("households are listed with what they keep, and the unhoused are named") {
    const AssignmentGame game = test::game_of({{5}, {9}, {7}});
    const Table table =
        households_table(game, clear_market(game), {.of = "v.csv", .notes = {"as assumed"}});
    CHECK(facts(table) == "h0,,,0,0,\nh1,c0,9,0,2,\nh2,,,0,0,\n");
    CHECK(table.notes.at(1) == "2 households unhoused: h0, h2");
    CHECK(table.notes.back() == "as assumed");
}

TEST_CASE("of many unhoused the first are named and the rest counted") {
    const std::vector<std::vector<std::int64_t>> rows(11, {3});
    const AssignmentGame game = test::game_of(rows);
    const Table table = cells_table(game, clear_market(game), {});
    CHECK(table.notes.at(1).starts_with("10 households unhoused: "));
    CHECK(table.notes.at(1).ends_with(" and 2 more"));
}
