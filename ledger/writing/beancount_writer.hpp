/// Text for beancount.
#pragma once

#include "ledger/writing/export_selection.hpp"

namespace cellbook {

/// Accounts and commodities under names that beancount takes
/// (`ledger/writing/beancount_names.hpp`), their own names in metadata; what is said of a
/// transaction or posting as metadata; costs as total prices (`@@`); declarations that beancount
/// has nothing for as `custom "cellbook"` with their journal text. A balance assertion that holds
/// at the end of its day is a `balance` of the next day; others are metadata. *Errors*: whatever
/// `write` throws.
ExportResult write_beancount(const EntrySource& source, const ExportOptions& options,
                             const WriteText& write);

}  // namespace cellbook
