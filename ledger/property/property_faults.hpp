/// What is said of entries that contradict the property register.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/property/property_move.hpp"
#include "ledger/property/property_rows.hpp"

namespace cellbook {

Diagnostic title_not_held(const PropertyMove& move, Date day, const std::vector<Title>& held,
                          const Chart& chart);
/// `lease`: the one whose deposit is smaller than what is returned; null: there is none.
Diagnostic deposit_not_held(const PropertyMove& move, Date day, const Lease* lease,
                            const Chart& chart);
/// `title`: who holds the cell when the lease begins; null: nobody known.
Diagnostic lease_not_owner(const Lease& lease, const Title* title, const Chart& chart);
/// Places on the day that a lease begins.
struct LetPlaces {
    std::int64_t wanted = 0;
    std::int64_t available = 0;  ///< of the cell, or of those let to who sublets
    std::int64_t taken = 0;      ///< let already
    bool sublet = false;
};
/// `before`: the latest that takes a place already; null: the lease alone takes too many.
Diagnostic lease_overlap(const Lease& lease, const Lease* before, const LetPlaces& places,
                         const Chart& chart);

/// `lease `L12``, or what there is of one that a transaction began.
std::string lease_label(const Lease& lease, const Chart& chart);
/// `5,000.00 BOB` without groups.
std::string amount_label(const Amount& amount, const Chart& chart);

}  // namespace cellbook
