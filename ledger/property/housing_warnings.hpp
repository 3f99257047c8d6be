/// What the property register allows and a reader should know: how crowded cells are, and what
/// households leave behind.
#pragma once

#include <vector>

#include "ledger/property/property_register.hpp"

namespace cellbook {

/// As of the last day on which anything in the register changes. At most one of each:
/// - `cells_crowded`: how many people live in cells of fewer places, and in which it is worst; at
///   the entry by which the last of them came to live there (or arrived);
/// - `gone_with_property`: households all of whose members have left that still hold titles or
///   are parties to leases; at the entry by which the last of them left, or
///   came to hold what it holds.
std::vector<PropertyFault> housing_warnings(const PropertyRegister& property);

}  // namespace cellbook
