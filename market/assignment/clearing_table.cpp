#include "market/assignment/clearing_table.hpp"

#include <algorithm>

namespace cellbook {

namespace {

using enum Column::Align;

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

/// The first names that `is_meant`, and how many more.
template <class Meant>
std::string some_names(const std::vector<std::string>& names, const Meant& is_meant) {
    constexpr std::size_t most = 8;
    std::string text;
    std::size_t count = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!is_meant(i)) continue;
        if (count++ < most) text += (text.empty() ? "" : ", ") + names[i];
    }
    if (count > most) text += " and " + std::to_string(count - most) + " more";
    return text;
}

std::string amount_text(const AssignmentGame& game, Sum minor, const MarketHeading& heading) {
    return to_decimal_text(minor, game.scale) + (heading.unit.empty() ? "" : " " + heading.unit);
}

void add_totals(Table& table, const AssignmentGame& game, const Clearing& clearing,
                const MarketHeading& heading) {
    const std::size_t housed = clearing.housed();
    Sum lowest = 0;
    Sum highest = 0;
    Sum reserves = 0;
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        if (clearing.holder_of[c] == nobody) continue;
        lowest += clearing.prices.lowest[c];
        highest += clearing.prices.highest[c];
        reserves += game.reserves[c];
    }
    const auto amount = [&](Sum minor) { return amount_text(game, minor, heading); };
    table.notes.push_back("surplus " + amount(clearing.surplus) + " of " + counted(housed, "cell") +
                          " let, of which owners get from " + amount(lowest - reserves) + " to " +
                          amount(highest - reserves) + " above their reserves");
    const std::size_t unhoused = game.households.size() - housed;
    if (unhoused > 0) {
        table.notes.push_back(counted(unhoused, "household") +
                              " unhoused: " + some_names(game.households, [&](std::size_t h) {
                                  return clearing.cell_of[h] == nobody;
                              }));
    }
    const std::size_t unlet = game.cells.size() - housed;
    if (unlet > 0) {
        table.notes.push_back(
            counted(unlet, "cell") + " unlet, at the reserve: " +
            some_names(game.cells, [&](std::size_t c) { return clearing.holder_of[c] == nobody; }));
    }
    table.notes.insert(table.notes.end(), heading.notes.begin(), heading.notes.end());
}

Value name_value(const std::vector<std::string>& names, std::int32_t which) {
    if (which == nobody) return {};
    return names[static_cast<std::size_t>(which)];
}

std::string title_of(const std::string& what, const MarketHeading& heading) {
    std::string title = what + heading.of;
    if (!heading.unit.empty()) title += ", in " + heading.unit;
    return title;
}

}  // namespace

Value minor_value(const AssignmentGame& game, Sum minor) {
    return Decimal{.coefficient = minor, .scale = game.scale};
}

Table cells_table(const AssignmentGame& game, const Clearing& clearing,
                  const MarketHeading& heading) {
    Table table{.name = "clear", .title = title_of("Rents that clear ", heading)};
    table.columns = {{"cell", "Cell"},
                     {"household", "Household"},
                     {"low", "Lowest rent", right},
                     {"high", "Highest rent", right}};
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        table.rows.push_back({{game.cells[c], name_value(game.households, clearing.holder_of[c]),
                               minor_value(game, clearing.prices.lowest[c]),
                               minor_value(game, clearing.prices.highest[c])}});
    }
    add_totals(table, game, clearing, heading);
    return table;
}

Table households_table(const AssignmentGame& game, const Clearing& clearing,
                       const MarketHeading& heading) {
    Table table{.name = "clear-households",
                .title = title_of("Who is housed at rents that clear ", heading)};
    table.columns = {{"household", "Household"},
                     {"cell", "Cell"},
                     {"value", "Worth to it", right},
                     {"payoff_at_high", "Keeps at highest", right},
                     {"payoff_at_low", "Keeps at lowest", right}};
    for (std::size_t h = 0; h < game.households.size(); ++h) {
        const std::int32_t cell = clearing.cell_of[h];
        const auto payoff = [&](const std::vector<std::int64_t>& prices) {
            return minor_value(game, payoff_of(game, clearing.cell_of, h, prices));
        };
        const Value value = cell == nobody
                                ? Value{}
                                : minor_value(game, game.row(h)[static_cast<std::size_t>(cell)]);
        table.rows.push_back({{game.households[h], name_value(game.cells, cell), value,
                               payoff(clearing.prices.highest), payoff(clearing.prices.lowest)}});
    }
    add_totals(table, game, clearing, heading);
    return table;
}

}  // namespace cellbook
