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
/// `taken`: places let already, the latest of them by `before`.
Diagnostic lease_overlap(const Lease& lease, const Lease& before, const Cell& cell,
                         std::int64_t taken, const Chart& chart);

/// `lease `L12``, or what there is of one that a transaction began.
std::string lease_label(const Lease& lease, const Chart& chart);
/// `5,000.00 BOB` without groups.
std::string amount_label(const Amount& amount, const Chart& chart);

}  // namespace cellbook
