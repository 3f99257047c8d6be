#include "market/assignment/competitive_prices.hpp"

#include <algorithm>

#include "market/assignment/shortest_paths.hpp"

namespace cellbook {

namespace {

/// Cells that are let, each with its household; reduced costs among them.
class Lettings {
public:
    explicit Lettings(const AssignmentSolver& solved) : solved_{solved} {
        const auto& holders = solved.holder_of();
        for (std::size_t c = 0; c < holders.size(); ++c) {
            if (holders[c] == nobody) continue;
            cells_.push_back(c);
            households_.push_back(static_cast<std::size_t>(holders[c]));
        }
    }

    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    [[nodiscard]] std::size_t cell(std::size_t k) const { return cells_[k]; }

    /// By how little a household would rather not have the cell: p_c + u_h - v_hc, no less than 0.
    [[nodiscard]] std::int64_t reduced_cost(std::size_t household, std::size_t cell) const {
        return solved_.prices()[cell] + solved_.payoffs()[household] -
               solved_.game().row(household)[cell];
    }
    /// Of the household in letting `k` for the cell of letting `j`.
    [[nodiscard]] std::int64_t between(std::size_t k, std::size_t j) const {
        return reduced_cost(households_[k], cells_[j]);
    }

    /// How far each price can fall by what is outside: the reserve, and the unhoused.
    [[nodiscard]] std::vector<std::int64_t> falls() const;
    /// How far each price can rise: its household's payoff, and cells that stay unlet.
    [[nodiscard]] std::vector<std::int64_t> rises() const;

private:
    const AssignmentSolver& solved_;
    std::vector<std::size_t> cells_{};
    std::vector<std::size_t> households_{};
};

std::vector<std::int64_t> Lettings::falls() const {
    const AssignmentGame& game = solved_.game();
    const auto& prices = solved_.prices();
    std::vector<std::int64_t> floor = game.reserves;
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        if (solved_.cell_of()[h] != nobody) continue;
        const auto values = game.row(h);
        for (std::size_t c = 0; c < floor.size(); ++c) floor[c] = std::max(floor[c], values[c]);
    }
    std::vector<std::int64_t> falls;
    falls.reserve(cells_.size());
    for (const std::size_t c : cells_) falls.push_back(prices[c] - floor[c]);
    return falls;
}

std::vector<std::int64_t> Lettings::rises() const {
    std::vector<std::size_t> unlet;
    const auto& holders = solved_.holder_of();
    for (std::size_t c = 0; c < holders.size(); ++c) {
        if (holders[c] == nobody) unlet.push_back(c);
    }
    std::vector<std::int64_t> rises;
    rises.reserve(households_.size());
    for (const std::size_t h : households_) {
        std::int64_t rise = solved_.payoffs()[h];
        for (const std::size_t c : unlet) rise = std::min(rise, reduced_cost(h, c));
        rises.push_back(rise);
    }
    return rises;
}

/// Shortest distances where `from` begins each and `cost(k, j)` leads from k to j (Dijkstra's
/// algorithm on a dense graph).
template <class Cost>
std::vector<std::int64_t> shortest(std::vector<std::int64_t> from, const Cost& cost) {
    std::vector<bool> done(from.size(), false);
    for (std::size_t round = 0; round < from.size(); ++round) {
        std::size_t nearest = from.size();
        for (std::size_t k = 0; k < from.size(); ++k) {
            if (!done[k] && (nearest == from.size() || from[k] < from[nearest])) nearest = k;
        }
        done[nearest] = true;
        const std::int64_t distance = from[nearest];
        for (std::size_t j = 0; j < from.size(); ++j) {
            if (done[j]) continue;
            from[j] = std::min(from[j], distance + cost(nearest, j));
        }
    }
    return from;
}

}  // namespace

PriceEnds competitive_prices(const AssignmentSolver& solved) {
    const Lettings lettings{solved};
    // A price that falls makes its household's payoff rise: no cell that this household would then
    // rather have may fall less far behind.
    const auto falls = shortest(
        lettings.falls(), [&](std::size_t k, std::size_t j) { return lettings.between(k, j); });
    const auto rises = shortest(
        lettings.rises(), [&](std::size_t k, std::size_t j) { return lettings.between(j, k); });
    PriceEnds ends{.lowest = solved.prices(), .highest = solved.prices()};
    for (std::size_t k = 0; k < lettings.size(); ++k) {
        ends.lowest[lettings.cell(k)] -= falls[k];
        ends.highest[lettings.cell(k)] += rises[k];
    }
    return ends;
}

}  // namespace cellbook
