#include "market/assignment/trades.hpp"

#include <catch2/catch.hpp>
#include <numeric>

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

TEST_CASE("what is paid is received: net rents add up to what owners who do not bid get") {
    const AssignmentGame game = test::shapley_shubik();
    const Clearing clearing = clear_market(game);
    const Endowment owners{.owner_of = {0, 2, nobody}};
    const auto net = net_rents(clearing, owners, clearing.prices.highest);
    // h0 lets c0 to h1 at 23 and takes c2 at 20; h2 stays in its own c1.
    CHECK(net == std::vector<Sum>{3, -23, 0});
    CHECK(std::accumulate(net.begin(), net.end(), Sum{0}) == -clearing.prices.highest[2]);
}

TEST_CASE("trades are of cells that change hands, and net trades of those in them") {
    const AssignmentGame game = test::shapley_shubik();
    const Clearing clearing = clear_market(game);
    const Endowment owners{.owner_of = {0, 2, nobody}};
    const Table trades = trades_table(game, clearing, owners, {.of = "v.csv"});
    CHECK(facts(trades) == "c0,h0,h1,21,23,\nc2,,h0,19,20,\n");
    CHECK(trades.notes.at(0) ==
          "of 3 cells that are let, 2 go to another household than the owner's, 1 to the owner's "
          "own");
    CHECK(facts(net_trades_table(game, clearing, owners, {})) ==
          "h0,1,c2,2,3,\nh1,0,c0,-21,-23,\nh2,1,c1,0,0,\n");
}

TEST_CASE("an owner of several cells is told to be beyond the core's ends") {
    const AssignmentGame game = test::shapley_shubik();
    const Clearing clearing = clear_market(game);
    const Table table = trades_table(game, clearing, {.owner_of = {0, 0, 1}}, {});
    REQUIRE(table.notes.size() == 2);
    CHECK(table.notes[1].starts_with("1 household owns several cells"));
}
