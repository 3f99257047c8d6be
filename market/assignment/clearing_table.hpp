/// A cleared market as tables.
#pragma once

#include <string>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/assignment/clearing.hpp"

namespace cellbook {

/// What stands above and below the tables of one market.
struct MarketHeading {
    std::string of{};                  ///< `values.csv`; what the market is of
    std::string unit{};                ///< a commodity, or empty
    std::vector<std::string> notes{};  ///< what was assumed
};

/// A row a cell, in the game's order: who takes it, and its lowest and highest competitive rent.
/// Notes say the surplus, the unhoused and the unlet.
Table cells_table(const AssignmentGame& game, const Clearing& clearing,
                  const MarketHeading& heading);

/// A row a household: its cell, what that is worth to it and what it keeps of it at both ends.
Table households_table(const AssignmentGame& game, const Clearing& clearing,
                       const MarketHeading& heading);

/// An amount of the game.
Value minor_value(const AssignmentGame& game, Sum minor);

}  // namespace cellbook
