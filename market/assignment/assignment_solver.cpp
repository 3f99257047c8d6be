#include "market/assignment/assignment_solver.hpp"

#include <algorithm>
#include <cassert>

#include "market/assignment/shortest_paths.hpp"

namespace cellbook {

namespace {

constexpr std::int64_t unreachable = no_path;

std::size_t at(std::int64_t index) {
    return static_cast<std::size_t>(index);
}

/// What the path so far has gone through, each with its distance from where it began.
struct Step {
    std::int32_t household;
    std::int32_t cell;
    std::int64_t distance;
};

/// Where a path may end by leaving the market, and how far that is.
struct Exit {
    std::int32_t who = nobody;
    std::int64_t distance = unreachable;

    void offer(std::int32_t by, std::int64_t at_distance) {
        if (at_distance < distance) *this = {.who = by, .distance = at_distance};
    }
};

}  // namespace

AssignmentSolver::AssignmentSolver(AssignmentGame game) : game_(std::move(game)) {
    const std::size_t households = game_.households.size();
    const std::size_t cells = game_.cells.size();
    assert(game_.values.size() == households * cells && game_.reserves.size() == cells);
    cell_of_.assign(households, nobody);
    payoffs_.assign(households, 0);
    holder_of_.assign(cells, nobody);
    prices_ = game_.reserves;
    open_prices_.resize(cells);
    distances_.resize(cells);
    by_.resize(cells);
    auction();
    settle();
    repair();
}

/// Households outbid each other by what the cell is worth to them above their second choice and a
/// step, which leaves prices near competitive ones. A war of small steps is broken off: paths do
/// the rest from wherever prices stand.
void AssignmentSolver::auction() {
    constexpr std::int64_t steps_to_the_top = 2000;
    constexpr std::size_t bids_per_household = 50;
    const std::size_t households = game_.households.size();
    std::int64_t top = 0;
    for (std::size_t h = 0; h < households; ++h) {
        top = std::max(top, best_surplus(game_.row(h), game_.reserves));
    }
    const std::int64_t step = top / steps_to_the_top + 1;
    std::vector<std::int32_t> bidders;
    for (std::size_t h = households; h > 0; --h) bidders.push_back(static_cast<int>(h - 1));
    for (std::size_t bids = 0; !bidders.empty() && bids < bids_per_household * households; ++bids) {
        const std::int32_t bidder = bidders.back();
        bidders.pop_back();
        const auto values = game_.row(at(bidder));
        const std::int64_t best = best_surplus(values, prices_);
        if (best <= 0) continue;
        std::size_t cell = 0;
        while (values[cell] - prices_[cell] != best) ++cell;
        const std::int64_t price = prices_[cell];
        prices_[cell] = no_path;
        const std::int64_t second = std::max<std::int64_t>(best_surplus(values, prices_), 0);
        prices_[cell] = price + best - second + step;
        if (holder_of_[cell] != nobody) bidders.push_back(holder_of_[cell]);
        holder_of_[cell] = bidder;
    }
}

std::int64_t AssignmentSolver::best_payoff(std::size_t household) const {
    return std::max<std::int64_t>(best_surplus(game_.row(household), prices_), 0);
}

void AssignmentSolver::settle() {
    std::ranges::fill(holder_of_, nobody);
    for (std::size_t h = 0; h < game_.households.size(); ++h) {
        payoffs_[h] = best_payoff(h);
        if (payoffs_[h] == 0) continue;
        const auto values = game_.row(h);
        for (std::size_t c = 0; c < values.size(); ++c) {
            if (holder_of_[c] != nobody || values[c] - prices_[c] != payoffs_[h]) continue;
            holder_of_[c] = static_cast<std::int32_t>(h);
            cell_of_[h] = static_cast<std::int32_t>(c);
            break;
        }
    }
}

void AssignmentSolver::repair() {
    for (std::size_t h = 0; h < cell_of_.size(); ++h) {
        if (cell_of_[h] == nobody && payoffs_[h] > 0) mend_household(static_cast<int>(h));
    }
    for (std::size_t c = 0; c < holder_of_.size(); ++c) {
        if (holder_of_[c] == nobody && prices_[c] > game_.reserves[c]) {
            mend_cell(static_cast<int>(c));
        }
    }
}

/// Houses a household, or lets somebody go: the cheapest way in payoffs lost.
void AssignmentSolver::mend_household(std::int32_t first) {
    std::ranges::copy(prices_, open_prices_.begin());
    std::ranges::fill(distances_, reached);
    std::vector<Step> steps;
    Exit exit;
    std::int32_t household = first;
    std::int64_t distance = 0;
    std::int32_t cell = nobody;
    while (true) {
        exit.offer(household, distance + payoffs_[at(household)]);
        const std::int64_t least = relax({.values = game_.row(at(household)),
                                          .prices = open_prices_,
                                          .base = distance + payoffs_[at(household)],
                                          .household = household},
                                         {.distances = distances_, .by = by_});
        cell = nobody;
        if (exit.distance < least) break;
        cell = static_cast<std::int32_t>(std::ranges::find(distances_, least) - distances_.begin());
        distance = least;
        household = holder_of_[at(cell)];
        if (household == nobody) break;
        steps.push_back({.household = household, .cell = cell, .distance = least});
        open_prices_[at(cell)] = no_path;
        distances_[at(cell)] = reached;
    }
    const std::int64_t length = cell == nobody ? exit.distance : distance;
    payoffs_[at(first)] -= length;
    for (const Step& step : steps) {
        prices_[at(step.cell)] += length - step.distance;
        payoffs_[at(step.household)] -= length - step.distance;
    }
    if (cell == nobody) {
        if (exit.who == first) return;
        cell = cell_of_[at(exit.who)];
        cell_of_[at(exit.who)] = nobody;
    }
    for (std::int32_t taker = nobody; taker != first;) {
        taker = static_cast<std::int32_t>(by_[at(cell)]);
        const std::int32_t left = cell_of_[at(taker)];
        holder_of_[at(cell)] = taker;
        cell_of_[at(taker)] = cell;
        cell = left;
    }
}

/// Lets a cell that is unlet above its reserve, or another in its place: the cheapest way in
/// prices lost. *Requires*: the unhoused have no payoff.
void AssignmentSolver::mend_cell(std::int32_t first) {
    const std::size_t households = cell_of_.size();
    std::vector<std::int64_t> distances(households, no_path);
    std::vector<std::int32_t> by(households, nobody);
    std::vector<bool> is_reached(households, false);
    std::vector<Step> steps;
    Exit exit;
    std::int32_t cell = first;
    std::int64_t distance = 0;
    std::int32_t household = nobody;
    while (true) {
        exit.offer(cell, distance + prices_[at(cell)] - game_.reserves[at(cell)]);
        std::int64_t least = no_path;
        household = nobody;
        const std::int64_t base = distance + prices_[at(cell)];
        for (std::size_t h = 0; h < households; ++h) {
            if (is_reached[h]) continue;
            const std::int64_t offered = base + payoffs_[h] - game_.row(h)[at(cell)];
            if (offered < distances[h]) {
                distances[h] = offered;
                by[h] = cell;
            }
            if (distances[h] >= least) continue;
            least = distances[h];
            household = static_cast<std::int32_t>(h);
        }
        if (exit.distance < least) household = nobody;
        if (household == nobody) break;
        distance = least;
        cell = cell_of_[at(household)];
        if (cell == nobody) break;
        steps.push_back({.household = household, .cell = cell, .distance = least});
        is_reached[at(household)] = true;
    }
    const std::int64_t length = household == nobody ? exit.distance : distance;
    prices_[at(first)] -= length;
    for (const Step& step : steps) {
        payoffs_[at(step.household)] += length - step.distance;
        prices_[at(step.cell)] -= length - step.distance;
    }
    if (household == nobody) {
        if (exit.who == first) return;
        household = holder_of_[at(exit.who)];
        holder_of_[at(exit.who)] = nobody;
    }
    for (std::int32_t taker = nobody; taker != first;) {
        taker = by[at(household)];
        const std::int32_t left = holder_of_[at(taker)];
        cell_of_[at(household)] = taker;
        holder_of_[at(taker)] = household;
        household = left;
    }
}

void AssignmentSolver::leave(std::int32_t household) {
    const std::int32_t cell = cell_of_[at(household)];
    if (cell != nobody) holder_of_[at(cell)] = nobody;
    cell_of_[at(household)] = nobody;
}

void AssignmentSolver::add_household(std::string name, std::span<const std::int64_t> values) {
    assert(values.size() == game_.cells.size());
    game_.households.push_back(std::move(name));
    game_.values.insert(game_.values.end(), values.begin(), values.end());
    cell_of_.push_back(nobody);
    payoffs_.push_back(best_payoff(cell_of_.size() - 1));
    if (payoffs_.back() > 0) mend_household(static_cast<std::int32_t>(cell_of_.size() - 1));
}

void AssignmentSolver::remove_household(std::size_t household) {
    assert(household < cell_of_.size());
    const std::size_t last = cell_of_.size() - 1;
    leave(static_cast<std::int32_t>(household));
    if (household != last) {
        std::ranges::copy(game_.row(last), game_.row(household).begin());
        game_.households[household] = std::move(game_.households[last]);
        cell_of_[household] = cell_of_[last];
        payoffs_[household] = payoffs_[last];
        if (cell_of_[last] != nobody) {
            holder_of_[at(cell_of_[last])] = static_cast<std::int32_t>(household);
        }
    }
    game_.households.pop_back();
    game_.values.resize(last * game_.cells.size());
    cell_of_.pop_back();
    payoffs_.pop_back();
    repair();
}

void AssignmentSolver::set_value(std::size_t household, std::size_t cell, std::int64_t value) {
    assert(household < cell_of_.size() && cell < game_.cells.size());
    game_.row(household)[cell] = value;
    leave(static_cast<std::int32_t>(household));
    payoffs_[household] = best_payoff(household);
    repair();
}

}  // namespace cellbook
