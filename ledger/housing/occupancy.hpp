/// Occupancy: how many people live on how many places.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

struct OccupancyOptions {
    PropertyScope scope{};
    bool by_cell = false;  ///< a row a cell instead of a row a section
};

/// Counts people, not parties: members who are inside on the day, children too.
/// *Shape*: a row a section, and a total: places it was planned for; cells and those nobody lives
/// in; places and those left over in cells that hold fewer people; households; persons, of them
/// children; persons a cell that is lived in and a place; households and persons without a cell. By
/// cell: the same of each, who lives in it, and a row of the homeless a section. A household
/// without a section of its own is counted under none. Words look at sections and, by cell, at
/// cells. *Units*: persons; `persons_per_place` over all places, those of cells that stand empty
/// included. *Errors*: `register_empty`.
Result<Table> occupancy(const EntrySource& source, const OccupancyOptions& options);

}  // namespace cellbook
