/// Postings stand within the life of their account and of its party.
#pragma once

#include <optional>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// *Errors*: `outside_life`.
std::optional<Diagnostic> outside_life(const TransactionDraft& transaction, const Chart& chart);

}  // namespace cellbook
