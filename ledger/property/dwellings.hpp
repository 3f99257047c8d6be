/// Who lives where on a day, as the property register tells.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ledger/property/property_register.hpp"

namespace cellbook {

/// Members of a household who are inside on a day.
struct Headcount {
    std::int64_t adults = 0;
    std::int64_t children = 0;
    [[nodiscard]] std::int64_t persons() const { return adults + children; }
};

struct Dweller {
    PartyId household{};
    Headcount people{};
};

/// The state of housing at the end of a day. A household of whom somebody is inside lives, in this
/// order, in the cell that it is a tenant of (of several leases in that of the latest: rent and
/// anticretico before the use of a cell for nothing, and that before floor space); in that of its
/// own cells which it has held longest and has not let whole; or nowhere.
struct Dwellings {
    std::map<WordId, std::vector<Dweller>> in_cells{};  ///< cells that anybody lives in
    std::vector<Dweller> homeless{};
    std::vector<PartyId> gone{};  ///< households all of whose members have left
};

std::map<PartyId, Headcount> headcounts(const PropertyRegister& property, Date day);
Dwellings dwellings_on(const PropertyRegister& property, Date day);

}  // namespace cellbook
