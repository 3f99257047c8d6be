/// What should have been paid by a day, what was, and how old the rest is.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

struct DueOptions {
    PropertyScope scope{};
    /// Nothing that fell due before counts; absent: before the first transaction, since payments
    /// before it are not in the book.
    std::optional<Date> begin{};
    bool all = false;  ///< those too who owe nothing
};

/// Rents by leases, and dues and fees by sections' tariffs.
/// *Shape*: a row a payer, payee and purpose: what fell due from `begin` to the day, what was paid,
/// and what is outstanding, by days since it fell due: to 30, 60, 90, and beyond. Payments cover
/// the oldest first; who paid ahead owes nothing, and `outstanding` is negative. A total a
/// commodity, of all that the words show. Words look at payer, payee, cell and section. *Units*:
/// the obligation's commodity; ages in days.
///
/// Paid is what flows say: `cell_rent` and `floor_rent` from tenant to landlord for the cell (or
/// for no cell), the tariff's kind from the household to the section, and `settle` between the two,
/// for rent where it names a cell and else for what the tariffs charge,
/// the one of its product first. What was charged (`charge`)
/// is not paid yet. *Errors*: `register_empty`, `amount_overflow`.
Result<Table> due(const EntrySource& source, const DueOptions& options);

}  // namespace cellbook
