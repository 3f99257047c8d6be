/// Journal text for another program: what is to be said of a book before and of its transactions.
#pragma once

#include <functional>

#include "ledger/writing/export_selection.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace cellbook {

/// How a program's journal differs from another's.
struct ForeignJournal {
    JournalStyle::Dialect dialect = JournalStyle::Dialect::hledger;
    /// What stands behind an account's name; nothing of it is lost on a line of its own.
    std::function<std::string(const Account&)> account_tags{};
};

/// Every declaration first, as far as the program reads it (what it does not read stands in
/// comments), every account with what the chart knows of it, then the transactions by date and
/// sequence, which is the order in which assertions are judged. Dates in brackets in a comment,
/// which both programs take for a posting's, stand in parentheses.
ExportResult write_foreign_journal(const EntrySource& source, const ExportOptions& options,
                                   const ForeignJournal& form, const WriteText& write);

}  // namespace cellbook
