#include "market/assignment/ceiling_table.hpp"

#include <algorithm>

namespace cellbook {

namespace {

using enum Column::Align;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

std::string amount_text(const AssignmentGame& game, Sum minor, const MarketHeading& heading) {
    return to_decimal_text(minor, game.scale) + (heading.unit.empty() ? "" : " " + heading.unit);
}

Value name_value(const std::vector<std::string>& names, std::int32_t which) {
    return which == nobody ? Value{} : Value{names[at(which)]};
}

std::string title_of(const std::string& what, const MarketHeading& heading) {
    return what + heading.of + (heading.unit.empty() ? "" : ", in " + heading.unit);
}

struct Losses {
    std::size_t losers = 0;
    std::size_t winners = 0;
    Sum lost = 0;
    Sum won = 0;

    void add(Sum change) {
        if (change < 0) {
            ++losers;
            lost -= change;
        } else if (change > 0) {
            ++winners;
            won += change;
        }
    }
};

Sum change_of_household(const CeilingResult& result, std::size_t household) {
    return Sum{payoff_of(result.game, result.rationing.cell_of, household,
                         result.rationing.rents)} -
           payoff_of(result.game, result.free.cell_of, household, result.free.prices.lowest);
}

/// What the owner has of the cell above its reserve, against the lowest rent that clears.
Sum change_of_owner(const CeilingResult& result, std::size_t cell) {
    const auto gain = [&](std::int32_t holder, std::int64_t rent) {
        return holder == nobody ? Sum{0} : Sum{rent} - result.game.reserves[cell];
    };
    return gain(result.rationing.holder_of[cell], result.rationing.rents[cell]) -
           gain(result.free.holder_of[cell], result.free.prices.lowest[cell]);
}

std::string losses_text(const Losses& losses, const std::string& who, const CeilingResult& result,
                        const MarketHeading& heading) {
    const auto amount = [&](Sum minor) { return amount_text(result.game, minor, heading); };
    return who + ": " + std::to_string(losses.losers) + " lose " + amount(losses.lost) + ", " +
           std::to_string(losses.winners) + " gain " + amount(losses.won);
}

void add_notes(Table& table, const CeilingResult& result, const MarketHeading& heading) {
    const AssignmentGame& game = result.game;
    const Rationing& rationing = result.rationing;
    const auto amount = [&](Sum minor) { return amount_text(game, minor, heading); };
    if (!rationing.binds) {
        table.notes.push_back(
            "no ceiling binds: the lowest rents that clear are below all of them, and cost "
            "nothing");
    } else {
        table.notes.push_back(
            "no competitive rents are below these ceilings: cells at their "
            "ceiling are rationed by " +
            result.ceilings.priority);
        table.notes.push_back(
            "surplus " + amount(rationing.surplus) + " of " + amount(result.free.surplus) +
            "; the ceiling costs " + amount(result.free.surplus - rationing.surplus) + ": " +
            amount(rationing.lost_by_withholding) + " by cells withheld, " +
            amount(rationing.lost_by_misallocation) + " by cells that others have");
        Losses households;
        Losses owners;
        for (std::size_t h = 0; h < game.households.size(); ++h) {
            households.add(change_of_household(result, h));
        }
        for (std::size_t c = 0; c < game.cells.size(); ++c) {
            owners.add(change_of_owner(result, c));
        }
        table.notes.push_back("against the lowest rents that clear, " +
                              losses_text(households, "households", result, heading) + "; " +
                              losses_text(owners, "owners of cells", result, heading));
        table.notes.push_back(
            "no household would gain " +
            (rationing.within == 0 ? "anything" : "more than " + amount(rationing.within)) +
            " by a cell that is open to it");
        const auto withheld = std::ranges::count(rationing.withheld, true);
        if (withheld > 0) {
            table.notes.push_back(std::to_string(withheld) +
                                  (withheld == 1 ? " cell is" : " cells are") +
                                  " withheld: the ceiling is below the reserve");
        }
    }
    table.notes.insert(table.notes.end(), heading.notes.begin(), heading.notes.end());
}

}  // namespace

Table ceiling_cells_table(const CeilingResult& result, const MarketHeading& heading) {
    const AssignmentGame& game = result.game;
    Table table{.name = "clear-ceiling", .title = title_of("Rents under a ceiling, of ", heading)};
    table.columns = {{"cell", "Cell"},
                     {"household", "Household"},
                     {"rent", "Rent", right},
                     {"ceiling", "Ceiling", right},
                     {"turned_away", "Turned away", right},
                     {"free_household", "Without it"},
                     {"free_low", "Lowest rent", right},
                     {"free_high", "Highest rent", right}};
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        const std::int64_t ceiling = result.ceilings.of_cell[c];
        const bool withheld = result.rationing.withheld[c];
        table.rows.push_back(
            {{game.cells[c], name_value(game.households, result.rationing.holder_of[c]),
              withheld ? Value{} : minor_value(game, result.rationing.rents[c]),
              ceiling == no_ceiling ? Value{} : minor_value(game, ceiling),
              result.rationing.turned_away[c],
              name_value(game.households, result.free.holder_of[c]),
              minor_value(game, result.free.prices.lowest[c]),
              minor_value(game, result.free.prices.highest[c])}});
    }
    add_notes(table, result, heading);
    return table;
}

Table ceiling_households_table(const CeilingResult& result, const MarketHeading& heading) {
    const AssignmentGame& game = result.game;
    Table table{.name = "clear-ceiling-households",
                .title = title_of("Who gains and loses by a ceiling, of ", heading)};
    table.columns = {{"household", "Household"},
                     {"cell", "Cell"},
                     {"payoff", "Keeps", right},
                     {"free_cell", "Without it"},
                     {"free_payoff", "Keeps without it", right},
                     {"change", "Change", right}};
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        table.rows.push_back(
            {{game.households[h], name_value(game.cells, result.rationing.cell_of[h]),
              minor_value(game,
                          payoff_of(game, result.rationing.cell_of, h, result.rationing.rents)),
              name_value(game.cells, result.free.cell_of[h]),
              minor_value(game, payoff_of(game, result.free.cell_of, h, result.free.prices.lowest)),
              minor_value(game, change_of_household(result, h))}});
    }
    add_notes(table, result, heading);
    return table;
}

}  // namespace cellbook
