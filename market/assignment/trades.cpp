#include "market/assignment/trades.hpp"

#include <algorithm>

namespace cellbook {

namespace {

using enum Column::Align;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

bool is_traded(const Clearing& clearing, const Endowment& endowment, std::size_t cell) {
    return clearing.holder_of[cell] != nobody &&
           clearing.holder_of[cell] != endowment.owner_of[cell];
}

std::vector<std::int64_t> cells_owned(const AssignmentGame& game, const Endowment& endowment) {
    std::vector<std::int64_t> owned(game.households.size(), 0);
    for (const std::int32_t owner : endowment.owner_of) {
        if (owner != nobody) ++owned[at(owner)];
    }
    return owned;
}

void add_notes(Table& table, const AssignmentGame& game, const Clearing& clearing,
               const Endowment& endowment, const MarketHeading& heading) {
    std::size_t traded = 0;
    std::size_t kept = 0;
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        if (is_traded(clearing, endowment, c)) {
            ++traded;
        } else if (clearing.holder_of[c] != nobody) {
            ++kept;
        }
    }
    table.notes.push_back("of " + std::to_string(traded + kept) + " cells that are let, " +
                          std::to_string(traded) + " go to another household than the owner's, " +
                          std::to_string(kept) + " to the owner's own");
    const auto owned = cells_owned(game, endowment);
    const auto several = std::ranges::count_if(owned, [](std::int64_t n) { return n > 1; });
    if (several > 0) {
        table.notes.push_back(
            std::to_string(several) + (several == 1 ? " household owns" : " households own") +
            " several cells: the rents are competitive, but their ends need not be those of the "
            "core, since an owner of two could hold one back");
    }
    table.notes.insert(table.notes.end(), heading.notes.begin(), heading.notes.end());
}

std::string title_of(const std::string& what, const MarketHeading& heading) {
    return what + heading.of + (heading.unit.empty() ? "" : ", in " + heading.unit);
}

}  // namespace

std::vector<Sum> net_rents(const Clearing& clearing, const Endowment& endowment,
                           const std::vector<std::int64_t>& prices) {
    std::vector<Sum> net(clearing.cell_of.size(), 0);
    for (std::size_t c = 0; c < prices.size(); ++c) {
        if (!is_traded(clearing, endowment, c)) continue;
        net[at(clearing.holder_of[c])] -= prices[c];
        if (endowment.owner_of[c] != nobody) net[at(endowment.owner_of[c])] += prices[c];
    }
    return net;
}

Table trades_table(const AssignmentGame& game, const Clearing& clearing, const Endowment& endowment,
                   const MarketHeading& heading) {
    Table table{.name = "clear-trades", .title = title_of("Trades that clear ", heading)};
    table.columns = {{"cell", "Cell"},
                     {"owner", "From"},
                     {"household", "To"},
                     {"low", "Lowest rent", right},
                     {"high", "Highest rent", right}};
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        if (!is_traded(clearing, endowment, c)) continue;
        const std::int32_t owner = endowment.owner_of[c];
        table.rows.push_back(
            {{game.cells[c], owner == nobody ? Value{} : Value{game.households[at(owner)]},
              game.households[at(clearing.holder_of[c])],
              minor_value(game, clearing.prices.lowest[c]),
              minor_value(game, clearing.prices.highest[c])}});
    }
    add_notes(table, game, clearing, endowment, heading);
    return table;
}

Table net_trades_table(const AssignmentGame& game, const Clearing& clearing,
                       const Endowment& endowment, const MarketHeading& heading) {
    Table table{
        .name = "clear-net-trades",
        .title = title_of("What households get less what they pay, at rents that clear ", heading)};
    table.columns = {{"household", "Household"},
                     {"owned", "Cells owned", right},
                     {"cell", "Takes"},
                     {"net_at_low", "Net at lowest", right},
                     {"net_at_high", "Net at highest", right}};
    const auto owned = cells_owned(game, endowment);
    const auto low = net_rents(clearing, endowment, clearing.prices.lowest);
    const auto high = net_rents(clearing, endowment, clearing.prices.highest);
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        const std::int32_t cell = clearing.cell_of[h];
        if (owned[h] == 0 && cell == nobody) continue;
        table.rows.push_back(
            {{game.households[h], owned[h], cell == nobody ? Value{} : Value{game.cells[at(cell)]},
              minor_value(game, low[h]), minor_value(game, high[h])}});
    }
    add_notes(table, game, clearing, endowment, heading);
    return table;
}

}  // namespace cellbook
