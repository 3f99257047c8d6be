// Times the assignment market beside LEMON's network simplex on the same values.
//
// usage: bench_clear HOUSEHOLDS CELLS [ROUNDS] [VALUES_FILE]
//
// Values are willingness times quality, both lognormal, give or take a taste of 10%, in centavos.
// VALUES_FILE takes them as 64-bit integers, row after row, for clear.py to give to SciPy. Prints
// medians in milliseconds, and ratios taken round by round.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "market/assignment/competitive_prices.hpp"
#include "market/assignment/core_check.hpp"

namespace {

using cellbook::AssignmentGame;
using cellbook::AssignmentSolver;

template <class Work>
double milliseconds(const Work& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
        .count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

class Town {
public:
    Town(std::size_t cells, unsigned seed) : random_{seed}, quality_(cells) {
        for (double& z : quality_) z = 10'000 * (2 + std::exp(0.5 * normal_(random_)));
    }
    std::vector<std::int64_t> household() {
        constexpr double taste = 0.1;
        const double willingness = std::exp(0.5 * normal_(random_));
        std::vector<std::int64_t> row;
        for (const double z : quality_) {
            row.push_back(std::llround(willingness * z * (1 + taste * normal_(random_))));
        }
        return row;
    }
    AssignmentGame game(std::size_t households) {
        AssignmentGame game{.scale = 2};
        for (std::size_t c = 0; c < quality_.size(); ++c) game.cells.push_back(std::to_string(c));
        game.reserves.assign(quality_.size(), 0);
        for (std::size_t h = 0; h < households; ++h) {
            game.households.push_back(std::to_string(h));
            const auto row = household();
            game.values.insert(game.values.end(), row.begin(), row.end());
        }
        return game;
    }

private:
    std::mt19937_64 random_;
    std::normal_distribution<double> normal_{};
    std::vector<double> quality_;
};

std::int64_t surplus_of(const AssignmentSolver& solver) {
    std::int64_t surplus = 0;
    for (std::size_t h = 0; h < solver.cell_of().size(); ++h) {
        if (solver.cell_of()[h] == cellbook::nobody) continue;
        surplus += solver.game().row(h)[static_cast<std::size_t>(solver.cell_of()[h])];
    }
    return surplus;
}

/// The same game for the network simplex; building the graph is not timed.
class Lemon {
public:
    explicit Lemon(const AssignmentGame& game) {
        const auto households = static_cast<int>(game.households.size());
        const auto cells = static_cast<int>(game.cells.size());
        graph_.reserveNode(households + cells + 1);
        graph_.reserveArc(households * cells + households + cells);
        for (int i = 0; i < households + cells + 1; ++i) graph_.addNode();
        const auto home = graph_.nodeFromId(households + cells);
        for (int h = 0; h < households; ++h) {
            supply_[graph_.nodeFromId(h)] = 1;
            const auto row = game.row(static_cast<std::size_t>(h));
            for (int c = 0; c < cells; ++c) {
                cost_[graph_.addArc(graph_.nodeFromId(h), graph_.nodeFromId(households + c))] =
                    -row[static_cast<std::size_t>(c)];
            }
            cost_[graph_.addArc(graph_.nodeFromId(h), home)] = 0;
        }
        for (int c = 0; c < cells; ++c) {
            cost_[graph_.addArc(graph_.nodeFromId(households + c), home)] = 0;
        }
        supply_[home] = -households;
    }
    /// Seconds of reading the network are not the algorithm's: only `run` is timed.
    double run(std::int64_t& surplus) {
        const lemon::SmartDigraph::ArcMap<std::int64_t> capacity(graph_, 1);
        lemon::NetworkSimplex<lemon::SmartDigraph, std::int64_t> simplex(graph_);
        simplex.upperMap(capacity).costMap(cost_).supplyMap(supply_);
        const double time = milliseconds([&] { simplex.run(); });
        surplus = -simplex.totalCost();
        return time;
    }

private:
    lemon::SmartDigraph graph_{};
    lemon::SmartDigraph::ArcMap<std::int64_t> cost_{graph_};
    lemon::SmartDigraph::NodeMap<std::int64_t> supply_{graph_, 0};
};

void write_values(const AssignmentGame& game, const std::string& path) {
    std::ofstream file{path, std::ios::binary};
    const auto bytes = std::as_bytes(std::span{game.values});
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

struct Times {
    std::vector<double> assignment{}, ends{}, proof{}, arrival{}, simplex{}, beside{}, share{};
};

/// One round; true when both solvers find the same surplus.
bool measure(const AssignmentGame& game, Town& town, Times& times, bool with_lemon) {
    std::int64_t expected = 0;
    if (with_lemon) {
        Lemon lemon{game};
        times.simplex.push_back(lemon.run(expected));
    }
    std::vector<AssignmentSolver> solved;
    AssignmentGame copy = game;
    times.assignment.push_back(milliseconds([&] { solved.emplace_back(std::move(copy)); }));
    AssignmentSolver& solver = solved.front();
    cellbook::PriceEnds ends;
    times.ends.push_back(milliseconds([&] { ends = competitive_prices(solver); }));
    times.proof.push_back(milliseconds([&] {
        require_competitive(solver.game(), solver.holder_of(), ends.lowest);
        require_competitive(solver.game(), solver.holder_of(), ends.highest);
    }));
    const bool same = !with_lemon || surplus_of(solver) == expected;
    constexpr std::size_t arrivals = 101;
    std::vector<double> each;
    solver.add_household("first", town.household());  // storage grows once
    while (each.size() < arrivals) {
        const auto row = town.household();
        const double time = milliseconds([&] { solver.add_household("arrived", row); });
        // Who finds no cell moves nothing, and takes no time worth telling.
        if (solver.cell_of().back() != cellbook::nobody) each.push_back(time);
    }
    require_competitive(solver.game(), solver.holder_of(), solver.prices());
    times.arrival.push_back(median(each));
    if (with_lemon) times.beside.push_back(times.assignment.back() / times.simplex.back());
    times.share.push_back(times.arrival.back() / times.assignment.back());
    return same;
}

void print(const char* what, const std::vector<double>& values, const char* unit) {
    if (!values.empty()) std::printf("%-46s %10.4f %s\n", what, median(values), unit);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_clear HOUSEHOLDS CELLS [ROUNDS] [VALUES_FILE]\n");
        return 2;
    }
    const auto households = std::strtoull(argv[1], nullptr, 10);
    const auto cells = std::strtoull(argv[2], nullptr, 10);
    const unsigned long long rounds = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 5;
    // Beyond this the simplex has no room for its arcs, whose numbers are 32-bit, and takes long.
    constexpr unsigned long long most_arcs = 5'000'000;
    const bool with_lemon = households * cells <= most_arcs;
    Town town{cells, 20180301};
    const AssignmentGame game = town.game(households);
    if (argc > 4) write_values(game, argv[4]);
    Times times;
    for (unsigned long long round = 0; round < rounds; ++round) {
        if (measure(game, town, times, with_lemon)) continue;
        std::fprintf(stderr, "LEMON finds another surplus\n");
        return 1;
    }
    print("assignment, cold", times.assignment, "ms");
    print("both ends of the rents, after it", times.ends, "ms");
    print("their proof", times.proof, "ms");
    print("one household arrives and is housed", times.arrival, "ms");
    print("  of cold", times.share, "");
    print("LEMON's network simplex, assignment", times.simplex, "ms");
    print("  cold assignment of it", times.beside, "");
    return 0;
}
