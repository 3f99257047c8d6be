/// Journal text for ledger.
#pragma once

#include "ledger/writing/export_selection.hpp"

namespace cellbook {

/// Tags as metadata of ledger, each on a line of its own; the plain balance assertion, which ledger
/// judges in the order of the text, so transactions stand by date; costs as totals. *Errors*:
/// whatever `write` throws.
ExportResult write_ledger(const EntrySource& source, const ExportOptions& options,
                          const WriteText& write);

}  // namespace cellbook
