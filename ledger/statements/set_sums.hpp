/// The sums of a party's or a set's statement: what its lines come to, consolidated where asked.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/consolidation.hpp"
#include "ledger/statements/party_set.hpp"
#include "ledger/statements/period_sums.hpp"

namespace cellbook {

struct SetSumOptions {
    /// What is left out where two members stand on both sides; nothing when it is absent.
    std::optional<Mutual> eliminate{};
    bool zeros = false;
    bool pass_over_closing = false;
    /// The line below that says what of a line is unallocated; `no_line`: none does.
    std::function<LineId(LineId)> unallocated_of{};
};

/// Sums by line and segment, what lies inside the set taken out of them.
std::vector<SegmentSum> set_sums(const EntrySource& source, const Query& query, const PartySet& set,
                                 const PeriodGrid& grid, const LineRule& lines,
                                 const SetSumOptions& options);

}  // namespace cellbook
