/// Rents: their distribution, what they yield, and what an anticretico's deposit comes to.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

struct RentsOptions {
    PropertyScope scope{};
    bool per_place = false;  ///< rents of a place instead of a whole cell
};

/// Of the leases that stand on the day.
/// *Shape*: a row a section, grade and commodity, and one of all grades and sections a commodity
/// where there are several: how many leases, the least, quartiles, greatest and mean of their
/// monthly rents; medians over cells of yields; and of anticreticos how many, and their implied
/// interest. Words look at sections. *Units*: money a month; yields and interest are shares a year.
///
/// A rent is brought to a month (a year has 365 days, 52.14 weeks and 12 months) and to the whole
/// cell, where only some of its places are let. With R the monthly rent and P the last price paid
/// for the cell (in the rent's commodity, by the price declared for the day of the sale):
/// - gross yield 12 R / P, price-rent ratio P / 12 R;
/// - net yield (12 R - c) / P, where c is what its holder's books show of the cell's dues,
///   upkeep and depreciation in the twelve months before, or tariffs per cell where no dues are;
/// - implied interest of an anticretico 12 R' / D, with D its deposit and R' the median rent of
/// cells
///   of its section and grade (else of its section, else of all): the use forgone by the owner
///   is the interest forgone by the tenant, so that D i = R' where nobody fears for the
///   deposit, and a premium for that fear lies within i.
/// *Errors*: `register_empty`.
Result<Table> rents(const EntrySource& source, const RentsOptions& options);

}  // namespace cellbook
