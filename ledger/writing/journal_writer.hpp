/// Writes journal text that hledger and ledger read and that, imported, gives the same digest.
///
/// Amounts have all decimals of their commodity, a point before them and no groups. What a text
/// cannot carry as it stands (a comma in a tag, a semicolon in a description) stands in quotes as
/// the value of a tag; `check_spellable` names the little that cannot be said at all.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "ledger/entry_source.hpp"
#include "ledger/writing/export_selection.hpp"

namespace cellbook {

struct JournalStyle {
    /// Whose text it is. For hledger and ledger costs are given as totals, which alone balance to
    /// the last digit, with the unit price as the tag `unit_cost`; hledger has all assertions;
    /// ledger has tags as metadata, and the plain assertion.
    enum class Dialect : std::uint8_t { cellbook, hledger, ledger } dialect = Dialect::cellbook;
    bool ids = true;           ///< `id:` and `recorded:` tags, needed for the same digest
    bool declarations = true;  ///< parties, sources, ... as directives and comments
    /// Balance assertions as such; else, since they do not hold of a part of a book, left out.
    bool assertions = true;
};

/// One transaction as journal text, every amount spelled out, ending in a newline.
std::string to_journal_text(const Transaction& transaction, const Chart& chart,
                            const JournalStyle& style);
std::string to_journal_text(const Declaration& declaration, const Chart& chart);

/// The whole source in sequence. *Errors*: whatever `write` throws.
void write_journal(const EntrySource& source, const JournalStyle& style,
                   const std::function<void(std::string_view)>& write);

/// The same with progress, or a part of a book: the transactions that a query matches, without
/// balance assertions and without `reverses` of what is not among them.
ExportResult export_journal(const EntrySource& source, const ExportOptions& options,
                            const WriteText& write);

}  // namespace cellbook
