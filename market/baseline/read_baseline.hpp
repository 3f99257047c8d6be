/// Reads the baseline of a model from a book.
#pragma once

#include <optional>
#include <string>

#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"
#include "market/baseline/baseline.hpp"

namespace cellbook {

struct BaselineOptions {
    /// Absent ends: the first and the last day of the book on which anything but opening positions
    /// is recorded.
    DateRange dates{};
    /// Symbol; absent: the commodity in which most transactions are paid.
    std::optional<std::string> commodity{};
};

/// Who paid whom how much in the period, read off the financial positions that transactions move:
/// what a party gives up in cash and claims, and what others get of it. So payments add up to what
/// each party lent on balance, whatever was booked beside them; what is charged counts when it is
/// charged, loans and deposits cancel and are no payments. Amounts in other commodities are valued
/// at the price of their day; without one they are left out, and a note says how much. Goods given
/// without money (the allowance in kind) are payments in kind, which no budget sees.
///
/// *Errors*: `baseline_empty` (nothing was paid in the period), `period_invalid`,
/// `commodities_mixed`.
/// *Source*: financial positions cancel across parties, SNA 2008, 3.111-3.115; net lending, 8.
Result<Baseline> read_baseline(const EntrySource& source, const BaselineOptions& options);

}  // namespace cellbook
