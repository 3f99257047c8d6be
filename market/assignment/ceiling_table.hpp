/// What a ceiling on rents does, as tables.
#pragma once

#include "ledger/statements/table.hpp"
#include "market/assignment/ceiling.hpp"
#include "market/assignment/clearing_table.hpp"

namespace cellbook {

/// What a ceiling is compared with: the market without it, on the same values.
struct CeilingResult {
    const AssignmentGame& game;
    const Clearing& free;
    const Ceilings& ceilings;
    const Rationing& rationing;
};

/// A row a cell: its household and rent under the ceiling, beside the rents that clear.
Table ceiling_cells_table(const CeilingResult& result, const MarketHeading& heading);

/// A row a household: what it keeps under the ceiling, and at the lowest rents that clear.
Table ceiling_households_table(const CeilingResult& result, const MarketHeading& heading);

}  // namespace cellbook
