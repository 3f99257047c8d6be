/// What changes hands when a market clears: trades net of who owns what.
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/statements/table.hpp"
#include "market/assignment/clearing_table.hpp"

namespace cellbook {

/// The household that owns each cell, or `nobody` for an owner who does not bid.
struct Endowment {
    std::vector<std::int32_t> owner_of{};
};

/// What a household gets for cells of its own that others take, less what it pays for the one it
/// takes of others. Zero for who stays at home.
std::vector<Sum> net_rents(const Clearing& clearing, const Endowment& endowment,
                           const std::vector<std::int64_t>& prices);

/// A row a cell whose household is not its owner, in the game's order. Who owns what moves no rent:
/// every household bids, and owning changes what it has, not what it would pay. A note says so
/// where a household owns several cells: the ends of the competitive rents are then no longer the
/// ends of the core, since it could do better by holding one back.
/// *Source*: Masso and Neme, On cooperative solutions of a generalized assignment game (2010).
Table trades_table(const AssignmentGame& game, const Clearing& clearing, const Endowment& endowment,
                   const MarketHeading& heading);

/// A row a household that is in any trade: what it owns, takes, and gets less what it pays.
Table net_trades_table(const AssignmentGame& game, const Clearing& clearing,
                       const Endowment& endowment, const MarketHeading& heading);

}  // namespace cellbook
