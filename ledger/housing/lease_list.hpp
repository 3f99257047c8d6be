/// Leases: who uses what of whom, on what terms.
#pragma once

#include "ledger/housing/property_scope.hpp"

namespace cellbook {

struct LeaseListOptions {
    PropertyScope scope{};
    bool ended = false;  ///< those too that have ended by the day, or have not begun
};

/// *Shape*: a row a lease, by section, cell and first day. Words look at the lease, its cell, the
/// section, landlord and tenant. `held` is what the landlord still holds of a deposit, as
/// transactions say. *Errors*: `register_empty`.
Result<Table> lease_list(const EntrySource& source, const LeaseListOptions& options);

}  // namespace cellbook
