#include "market/assignment/assignment_solver.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "market/assignment/core_check.hpp"
#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

namespace {

/// LEMON's network simplex on the same game: every household sends one unit to a cell or home.
std::int64_t surplus_by_lemon(const AssignmentGame& game) {
    lemon::SmartDigraph graph;
    const auto households = static_cast<int>(game.households.size());
    const auto cells = static_cast<int>(game.cells.size());
    for (int i = 0; i < households + cells + 1; ++i) graph.addNode();
    const auto home = graph.nodeFromId(households + cells);
    lemon::SmartDigraph::ArcMap<std::int64_t> cost(graph);
    lemon::SmartDigraph::NodeMap<std::int64_t> supply(graph, 0);
    for (int h = 0; h < households; ++h) {
        const auto node = graph.nodeFromId(h);
        supply[node] = 1;
        cost[graph.addArc(node, home)] = 0;
        for (int c = 0; c < cells; ++c) {
            const auto column = static_cast<std::size_t>(c);
            const std::int64_t value = game.row(static_cast<std::size_t>(h))[column];
            if (value == not_wanted) continue;
            cost[graph.addArc(node, graph.nodeFromId(households + c))] =
                game.reserves[column] - value;
        }
    }
    for (int c = 0; c < cells; ++c) {
        cost[graph.addArc(graph.nodeFromId(households + c), home)] = 0;
    }
    supply[home] = -households;
    const lemon::SmartDigraph::ArcMap<std::int64_t> capacity(graph, 1);
    lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t> simplex(graph);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
    REQUIRE(simplex.run() == simplex.OPTIMAL);
    return -simplex.totalCost();
}

/// What households would pay where it is their willingness times the cell's quality, give or take.
AssignmentGame realistic_game(std::mt19937& random, std::size_t households, std::size_t cells) {
    std::normal_distribution<double> normal;
    std::vector<double> willingness(households);
    std::vector<double> quality(cells);
    for (double& t : willingness) t = std::exp(0.5 * normal(random));
    for (double& z : quality) z = 10'000 * (1 + std::exp(0.5 * normal(random)));
    std::vector<std::vector<std::int64_t>> rows(households);
    for (std::size_t h = 0; h < households; ++h) {
        for (const double z : quality) {
            rows[h].push_back(std::llround(willingness[h] * z * (1 + 0.1 * normal(random))));
        }
    }
    return test::game_of(rows);
}

void require_solved(const AssignmentSolver& solver) {
    require_competitive(solver.game(), solver.holder_of(), solver.prices());
    for (std::size_t h = 0; h < solver.cell_of().size(); ++h) {
        const auto cell = solver.cell_of()[h];
        if (cell == nobody) continue;
        CHECK(solver.holder_of()[static_cast<std::size_t>(cell)] == static_cast<int>(h));
    }
}

}  // namespace

TEST_CASE("the surplus is the largest of all assignments, in games with many ties and few") {
    std::mt19937 random{1971};
    for (int round = 0; round < 600; ++round) {
        const std::size_t households = random() % 7;
        const std::size_t cells = 1 + random() % 6;
        const int top = round % 3 == 0 ? 3 : round % 3 == 1 ? 20 : 100'000;
        const AssignmentSolver solver{test::random_game(random, households, cells, top)};
        require_solved(solver);
        CHECK(test::surplus_of(solver.game(), solver.holder_of()) ==
              test::largest_surplus(solver.game()));
    }
}

TEST_CASE("in larger markets the surplus is that of LEMON's network simplex") {
    std::mt19937 random{42};
    const struct {
        std::size_t households;
        std::size_t cells;
    } sizes[] = {{120, 40}, {40, 120}, {90, 90}, {300, 100}};
    for (const auto& size : sizes) {
        const AssignmentSolver rough{test::random_game(random, size.households, size.cells, 1000)};
        require_solved(rough);
        CHECK(test::surplus_of(rough.game(), rough.holder_of()) == surplus_by_lemon(rough.game()));
        const AssignmentSolver real{realistic_game(random, size.households, size.cells)};
        require_solved(real);
        CHECK(test::surplus_of(real.game(), real.holder_of()) == surplus_by_lemon(real.game()));
    }
}

TEST_CASE("a war of bids at one value for all cells is broken off and solved all the same") {
    const std::vector<std::vector<std::int64_t>> rows(30, std::vector<std::int64_t>(20, 1'000'000));
    const AssignmentSolver solver{test::game_of(rows)};
    require_solved(solver);
    CHECK(test::surplus_of(solver.game(), solver.holder_of()) == 20'000'000);
}

TEST_CASE("the largest values and reserves there can be are solved without overflow") {
    const std::int64_t top = largest_value;
    const AssignmentSolver solver{
        test::game_of({{top, -top}, {top, top - 1}, {-top, not_wanted}}, {-top, top - 1})};
    require_solved(solver);
    CHECK(test::surplus_of(solver.game(), solver.holder_of()) == 2 * top);
}

TEST_CASE("households that arrive, leave and change their minds leave the market solved") {
    std::mt19937 random{7};
    for (const int top : {4, 50, 100'000}) {
        AssignmentSolver solver{test::random_game(random, 4, 5, top)};
        for (int round = 0; round < 200; ++round) {
            const std::size_t households = solver.cell_of().size();
            const auto draw = [&] { return static_cast<std::int64_t>(random() % unsigned(top)); };
            if (households < 3 || (households < 7 && random() % 3 == 0)) {
                std::vector<std::int64_t> values(5);
                for (auto& value : values) value = draw();
                solver.add_household("new" + std::to_string(round), values);
            } else if (random() % 2 == 0) {
                solver.remove_household(random() % households);
            } else {
                solver.set_value(random() % households, random() % 5,
                                 random() % 6 == 0 ? not_wanted : draw());
            }
            require_solved(solver);
            CHECK(test::surplus_of(solver.game(), solver.holder_of()) ==
                  test::largest_surplus(solver.game()));
        }
    }
}
