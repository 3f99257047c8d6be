/// Journal text for hledger.
#pragma once

#include "ledger/writing/export_selection.hpp"

namespace cellbook {

/// Every account is declared with its type (`type:A`, `L`, `E`, `R`, `X`; `C` for cash), since
/// hledger would look for the class at the begin of a name; all four balance assertions; costs as
/// totals. *Errors*: whatever `write` throws.
ExportResult write_hledger(const EntrySource& source, const ExportOptions& options,
                           const WriteText& write);

}  // namespace cellbook
