/// The property register of a source of entries.
#pragma once

#include "ledger/entry_source.hpp"
#include "ledger/property/property_register.hpp"

namespace cellbook {

/// All rows, and all transactions that move property, settled. What contradicts the register was
/// refused when it was recorded, so faults are passed over. Reads the entries that touch the
/// accounts of property, and no others where the source can tell.
PropertyRegister read_property(const EntrySource& source);

}  // namespace cellbook
