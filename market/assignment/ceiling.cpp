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
        : ceilings_{ceilings}, made_{made}, open_{game}, place_(game.households.size()) {
        for (std::size_t i = 0; i < ceilings.queue.size(); ++i) place_[ceilings.queue[i]] = i;
        withhold();
    }

    /// *Requires*: step > 0.
    void run(std::int64_t step) {
        made_.within = step;
        std::ranges::fill(made_.cell_of, nobody);
        std::ranges::fill(made_.holder_of, nobody);
        made_.rents = open_.reserves;
        std::vector<std::int32_t> bidders(ceilings_.queue.begin(), ceilings_.queue.end());
        std::ranges::reverse(bidders);
        while (!bidders.empty()) {
            const std::int32_t bidder = bidders.back();
            bidders.pop_back();
            const std::int32_t displaced = bid(bidder, step);
            if (displaced != nobody) bidders.push_back(displaced);
        }
    }
    /// What all may still bid for; a cell that somebody was refused stands at its ceiling at least.
    [[nodiscard]] const AssignmentGame& open() const { return open_; }
    [[nodiscard]] std::size_t place(std::size_t household) const { return place_[household]; }
    /// Of those who would have a cell at its ceiling, where `exact` asks for more than that, the
    /// last in the queue is refused; false when there is no such cell.
    bool refuse_above_ceilings(const Rationing& exact);

private:
    void withhold();
    /// Returns who has to bid anew.
    std::int32_t bid(std::int32_t bidder, std::int64_t step);
    void refuse(std::int32_t household, std::size_t cell);

    const Ceilings& ceilings_;
    Rationing& made_;
    AssignmentGame open_;
    std::vector<std::size_t> place_;  ///< of each household in the queue
};

void Bidding::withhold() {
    for (std::size_t c = 0; c < open_.cells.size(); ++c) {
        if (ceilings_.of_cell[c] >= open_.reserves[c]) continue;
        made_.withheld[c] = true;
        for (std::size_t h = 0; h < open_.households.size(); ++h) open_.row(h)[c] = not_wanted;
    }
}

void Bidding::refuse(std::int32_t household, std::size_t cell) {
    open_.row(at(household))[cell] = not_wanted;
    open_.reserves[cell] = ceilings_.of_cell[cell];
}

bool Bidding::refuse_above_ceilings(const Rationing& exact) {
    bool any = false;
    for (std::size_t c = 0; c < open_.cells.size(); ++c) {
        const std::int64_t ceiling = ceilings_.of_cell[c];
        if (made_.withheld[c] || exact.rents[c] <= ceiling) continue;
        std::int32_t last = nobody;
        for (std::size_t h = 0; h < open_.households.size(); ++h) {
            const std::int64_t payoff = payoff_of(open_, exact.cell_of, h, exact.rents);
            if (open_.row(h)[c] - ceiling < payoff) continue;
            if (last == nobody || place_[h] > place_[at(last)]) last = static_cast<int>(h);
        }
        if (last == nobody) continue;
        refuse(last, c);
        any = true;
    }
    return any;
}

std::int32_t Bidding::bid(std::int32_t bidder, std::int64_t step) {
    const auto values = open_.row(at(bidder));
    auto& rents = made_.rents;
    while (true) {
        const std::int64_t best = best_surplus(values, rents);
        if (best < 0 || values.empty()) return nobody;
        std::size_t cell = 0;
        while (values[cell] - rents[cell] != best) ++cell;
        const std::int32_t holder = made_.holder_of[cell];
        const bool at_ceiling = rents[cell] == ceilings_.of_cell[cell];
        if (holder != nobody && at_ceiling) {
            const bool behind = place_[at(holder)] < place_[at(bidder)];
            refuse(behind ? bidder : holder, cell);
            if (behind) continue;
        } else if (holder != nobody) {
            if (best == 0) return nobody;
            rents[cell] = std::min({rents[cell] + step, ceilings_.of_cell[cell], values[cell]});
        }
        made_.holder_of[cell] = bidder;
        made_.cell_of[at(bidder)] = static_cast<std::int32_t>(cell);
        if (holder != nobody) made_.cell_of[at(holder)] = nobody;
        return holder;
    }
}

/// Counts by cell who would rather have it and was refused; false when somebody would gain more
/// than `within` by a cell that is open, or pays more than a ceiling or a value.
bool holds(const AssignmentGame& game, const Ceilings& ceilings, const Bidding& bidding,
           Rationing& made) {
    std::ranges::fill(made.turned_away, 0);
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        const std::int64_t payoff = payoff_of(game, made.cell_of, h, made.rents);
        if (payoff < 0) return false;
        for (std::size_t c = 0; c < game.cells.size(); ++c) {
            if (made.withheld[c]) continue;
            if (made.rents[c] > ceilings.of_cell[c]) return false;
            const std::int64_t gain = game.row(h)[c] - made.rents[c] - payoff;
            if (gain <= 0) continue;
            const std::int32_t holder = made.holder_of[c];
            const bool behind = holder != nobody && made.rents[c] == ceilings.of_cell[c] &&
                                bidding.place(at(holder)) < bidding.place(h);
            if (behind) {
                ++made.turned_away[c];
            } else if (gain > made.within) {
                return false;
            }
        }
    }
    return true;
}

/// The lowest rents at which all who were not refused have what is best for them.
Rationing exact(const Rationing& bid, const AssignmentGame& open) {
    const Clearing clearing = clear_market(open);
    Rationing made = bid;
    made.within = 0;
    made.cell_of = clearing.cell_of;
    made.holder_of = clearing.holder_of;
    made.rents = clearing.prices.lowest;
    return made;
}

/// By bids in coarse steps that leave few to be refused, until the lowest rents hold exactly. Where
/// refusals leave a cell empty that somebody refused would have, bids in the finest steps decide.
void ration_by_bids(const AssignmentGame& game, const Ceilings& ceilings, Rationing& made) {
    constexpr std::int64_t steps_to_the_top = 2000;
    constexpr std::int64_t most_steps = 1'000'000;
    constexpr int most_rounds = 20;
    std::int64_t top = 0;
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        top = std::max(top, best_surplus(game.row(h), game.reserves));
    }
    Bidding coarse{game, ceilings, made};
    coarse.run(top / steps_to_the_top + 1);
    for (int round = 0; round < most_rounds; ++round) {
        Rationing lowest = exact(made, coarse.open());
        if (holds(game, ceilings, coarse, lowest)) {
            made = std::move(lowest);
            return;
        }
        if (!coarse.refuse_above_ceilings(lowest)) break;
    }
    Bidding fine{game, ceilings, made};
    fine.run(top / most_steps + 1);
    if (!holds(game, ceilings, fine, made)) {
        throw std::logic_error{"rents under a ceiling that do not hold"};
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
    ration_by_bids(game, ceilings, made);
    made.surplus = surplus_of(game, made.holder_of);
    const bool any_withheld = std::ranges::find(made.withheld, true) != made.withheld.end();
    const Sum rest = any_withheld ? surplus_without(game, made.withheld) : free.surplus;
    made.lost_by_withholding = free.surplus - rest;
    made.lost_by_misallocation = rest - made.surplus;
    return made;
}

}  // namespace cellbook
