/// Postings as CSV, a row each with everything that is said of it and its transaction.
#pragma once

#include "ledger/writing/export_selection.hpp"

namespace cellbook {

/// RFC 4180 with lines ending in LF; the first names the columns (docs/exports.md tells them).
/// Texts stand as they are, line breaks too; tags as `name:value, name:"with, comma"`. Rows of one
/// transaction stand together and share `seq`. *Errors*: whatever `write` throws.
ExportResult write_csv(const EntrySource& source, const ExportOptions& options,
                       const WriteText& write);

}  // namespace cellbook
