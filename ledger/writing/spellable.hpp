/// What journal text can say: the gate for entries that come from elsewhere than journal text.
#pragma once

#include <optional>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// Whether the entry, written as journal text and read again, is the same: nearly everything is,
/// since odd texts are written in quotes. What the journal reader gives always passes.
/// *Errors*, without position: `text_not_spellable`, for text that is no UTF-8 or holds a NUL; for
/// names of tags, sources, parties and commodities that the text could not tell from what stands
/// beside them; for free tags with the name of a reserved one; for costs whose sign or unit price
/// contradicts their total.
std::optional<Diagnostic> check_spellable(const TransactionDraft& transaction, const Chart& chart);
std::optional<Diagnostic> check_spellable(const Declaration& declaration, const Chart& chart);

}  // namespace cellbook
