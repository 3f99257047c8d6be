#include "market/assignment/ceiling.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "market/assignment/shortest_paths.hpp"

namespace cellbook {

namespace {

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

Sum surplus_of(const AssignmentGame& game, const std::vector<std::int32_t>& holder_of) {
    Sum surplus = 0;
    for (std::size_t c = 0; c < holder_of.size(); ++c) {
        if (holder_of[c] == nobody) continue;
        surplus += Sum{game.row(at(holder_of[c]))[c]} - game.reserves[c];
    }
    return surplus;
}

/// Households propose, cells keep the better offer: a higher rent, and at the ceiling who stands
/// further in front. What is refused at a ceiling stays refused.
class Bidding {
public:
    Bidding(const AssignmentGame& game, const Ceilings& ceilings, Rationing& made)
        : game_{game},
          ceilings_{ceilings},
          made_{made},
          values_{game.values},
          place_(game.households.size()) {
        for (std::size_t i = 0; i < ceilings.queue.size(); ++i) place_[ceilings.queue[i]] = i;
    }

    void run() {
        withhold();
        set_step();
        std::vector<std::int32_t> bidders;
        for (const std::size_t h : ceilings_.queue) bidders.push_back(static_cast<int>(h));
        std::ranges::reverse(bidders);
        while (!bidders.empty()) {
            const std::int32_t bidder = bidders.back();
            bidders.pop_back();
            const std::int32_t displaced = bid(bidder);
            if (displaced != nobody) bidders.push_back(displaced);
        }
        count_turned_away();
    }

private:
    [[nodiscard]] std::span<std::int64_t> row(std::int32_t household) {
        return {values_.data() + at(household) * game_.cells.size(), game_.cells.size()};
    }
    void withhold();
    void set_step();
    /// Returns who has to bid anew.
    std::int32_t bid(std::int32_t bidder);
    void count_turned_away();

    const AssignmentGame& game_;
    const Ceilings& ceilings_;
    Rationing& made_;
    std::vector<std::int64_t> values_;  ///< without what a household has been refused
    std::vector<std::size_t> place_;    ///< of each household in the queue
};

void Bidding::withhold() {
    for (std::size_t c = 0; c < game_.cells.size(); ++c) {
        if (ceilings_.of_cell[c] >= game_.reserves[c]) continue;
        made_.withheld[c] = true;
        for (std::size_t h = 0; h < game_.households.size(); ++h) {
            values_[h * game_.cells.size() + c] = not_wanted;
        }
    }
}

/// A minor unit, or more where bids would take too many.
void Bidding::set_step() {
    constexpr std::int64_t steps_to_the_top = 1'000'000;
    std::int64_t top = 0;
    for (std::size_t h = 0; h < game_.households.size(); ++h) {
        top = std::max(top, best_surplus(row(static_cast<int>(h)), game_.reserves));
    }
    made_.step = top / steps_to_the_top + 1;
}

std::int32_t Bidding::bid(std::int32_t bidder) {
    auto values = row(bidder);
    auto& rents = made_.rents;
    while (true) {
        const std::int64_t best = best_surplus(values, rents);
        if (best < 0 || values.empty()) return nobody;
        std::size_t cell = 0;
        while (values[cell] - rents[cell] != best) ++cell;
        const std::int32_t holder = made_.holder_of[cell];
        const std::int64_t ceiling = ceilings_.of_cell[cell];
        if (holder != nobody && rents[cell] == ceiling && place_[at(holder)] < place_[at(bidder)]) {
            values[cell] = not_wanted;
            continue;
        }
        if (holder != nobody && rents[cell] == ceiling) row(holder)[cell] = not_wanted;
        if (holder != nobody && rents[cell] < ceiling) {
            if (best == 0) return nobody;
            const std::int64_t rent = rents[cell];
            rents[cell] = no_path;
            const std::int64_t second = std::max<std::int64_t>(best_surplus(values, rents), 0);
            rents[cell] = std::min({rent + best - second + made_.step, ceiling, values[cell]});
        }
        made_.holder_of[cell] = bidder;
        made_.cell_of[at(bidder)] = static_cast<std::int32_t>(cell);
        if (holder != nobody) made_.cell_of[at(holder)] = nobody;
        return holder;
    }
}

/// Also proves the rents: whoever would gain more than a step by a cell was refused it at its
/// ceiling.
void Bidding::count_turned_away() {
    for (std::size_t h = 0; h < game_.households.size(); ++h) {
        const std::int64_t payoff = payoff_of(game_, made_.cell_of, h, made_.rents);
        if (payoff < 0) throw std::logic_error{"a household pays more than its cell is worth"};
        for (std::size_t c = 0; c < game_.cells.size(); ++c) {
            if (made_.withheld[c] || game_.row(h)[c] - made_.rents[c] <= payoff) continue;
            const std::int32_t holder = made_.holder_of[c];
            const bool behind = holder != nobody && made_.rents[c] == ceilings_.of_cell[c] &&
                                place_[at(holder)] < place_[h];
            if (behind) {
                ++made_.turned_away[c];
            } else if (game_.row(h)[c] - made_.rents[c] > payoff + made_.step) {
                throw std::logic_error{"household " + game_.households[h] +
                                       " would rather have a cell that is open to it"};
            }
        }
    }
}

/// The surplus of the market without the cells that are withheld.
Sum surplus_without(const AssignmentGame& game, const std::vector<bool>& withheld) {
    AssignmentGame rest = game;
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        if (!withheld[c]) continue;
        for (std::size_t h = 0; h < game.households.size(); ++h) rest.row(h)[c] = not_wanted;
    }
    return clear_market(rest).surplus;
}

}  // namespace

Rationing ration(const AssignmentGame& game, const Clearing& free, const Ceilings& ceilings) {
    assert(ceilings.of_cell.size() == game.cells.size());
    assert(ceilings.queue.size() == game.households.size());
    Rationing made{.cell_of = free.cell_of,
                   .holder_of = free.holder_of,
                   .rents = free.prices.lowest,
                   .withheld = std::vector<bool>(game.cells.size(), false),
                   .turned_away = std::vector<std::int64_t>(game.cells.size(), 0),
                   .surplus = free.surplus};
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        made.binds = made.binds || free.prices.lowest[c] > ceilings.of_cell[c];
    }
    if (!made.binds) return made;
    std::ranges::fill(made.cell_of, nobody);
    std::ranges::fill(made.holder_of, nobody);
    made.rents = game.reserves;
    Bidding{game, ceilings, made}.run();
    made.surplus = surplus_of(game, made.holder_of);
    const bool any_withheld = std::ranges::find(made.withheld, true) != made.withheld.end();
    const Sum rest = any_withheld ? surplus_without(game, made.withheld) : free.surplus;
    made.lost_by_withholding = free.surplus - rest;
    made.lost_by_misallocation = rest - made.surplus;
    return made;
}

}  // namespace cellbook
