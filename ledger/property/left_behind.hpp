/// Households that have left and what they still hold.
#pragma once

#include <vector>

#include "ledger/property/property_register.hpp"

namespace cellbook {

struct LeftBehind {
    PartyId household{};
    Date since{};                        ///< the day on which its last member left
    std::vector<WordId> titles{};        ///< cells that it holds
    std::vector<const Lease*> leases{};  ///< open ones, as landlord or tenant
};

/// Those all of whose members have left by the end of that day, in order of their party's number.
/// Leases point into `property`.
std::vector<LeftBehind> left_behind(const PropertyRegister& property, Date day);

}  // namespace cellbook
