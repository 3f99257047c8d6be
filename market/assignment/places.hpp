/// Shared cells: households take places in them, one for each member.
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/money.hpp"
#include "ledger/statements/table.hpp"
#include "market/assignment/assignment_game.hpp"
#include "market/assignment/clearing_table.hpp"

namespace cellbook {

/// *Shape*: `places` one a cell, `sizes` one a household, each above zero.
/// *Units*: a value is of all places that the household needs, a reserve of one place.
struct SharedMarket {
    AssignmentGame game{};
    std::vector<std::int64_t> places{};
    std::vector<std::int64_t> sizes{};
};

/// A part of a household in a cell; all of it where `share` is 1.
struct PlacesTaken {
    std::size_t household = 0;
    std::size_t cell = 0;
    double share = 1;
};

enum class PlacePrices : std::uint8_t {
    exist,      ///< an assignment of whole households has the surplus of the fractional one
    none,       ///< no assignment of whole households has: no price of a place clears the market
    undecided,  ///< the search for one was broken off
};

struct SharedClearing {
    PlacePrices prices_exist = PlacePrices::exist;
    std::vector<PlacesTaken> taken{};  ///< by household, then cell
    /// Of a place, by cell, in parts of a minor unit: `parts` of them are one.
    std::vector<std::int64_t> lowest{};
    std::vector<std::int64_t> highest{};
    std::int64_t parts = 1;
    Sum surplus = 0;  ///< of the fractional assignment, in parts of a minor unit
};

/// The best fractional assignment, exact, with the lowest and highest price of a place.
///
/// A household in parts is its members apart, each with an equal part of its value: a game of
/// members and places, which `AssignmentSolver` solves. Prices that clear the market of whole
/// households exist exactly when some assignment of them reaches the fractional surplus, and are
/// then those of the members. That assignment is sought among the cells that are best for each
/// household at these prices, by branch and bound, for so many nodes and no longer.
/// *Errors*: `number_too_large` when parts of values do not fit.
/// *Source*: Bikhchandani and Mamer, Journal of Economic Theory 74 (1997), theorem 1.
Result<SharedClearing> clear_places(const SharedMarket& market);

/// A row a household in a cell, and one for each cell that nobody takes.
Table places_table(const SharedMarket& market, const SharedClearing& clearing,
                   const MarketHeading& heading);

}  // namespace cellbook
