/// Correction by reversal: the transaction that takes another back, and how to tell one.
#pragma once

#include <optional>
#include <string>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// The draft that reverses `original`: amounts, costs, quantity and range negated, and the rest
/// (kind, parties, product, cell, source, standings, tags) as it was, so that every statement,
/// flow and count nets out. Assertions are left behind: they were about the world as it was.
TransactionDraft reversal_of(const Transaction& original, const std::string& reason, Date date,
                             std::optional<Date> recorded);

/// *Error*: `reversal_unknown`.
Diagnostic reversal_unknown(const std::string& id);

/// Why `draft` is not a reversal of `original`; absent when it is. Postings may come in any order.
/// *Errors*: `reversal_without_reason`, `reversal_of_reversal`, `reversal_mismatch`.
std::optional<Diagnostic> not_a_reversal(const TransactionDraft& draft, const Transaction& original,
                                         const Chart& chart);

}  // namespace cellbook
