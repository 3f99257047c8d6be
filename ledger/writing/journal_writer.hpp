/// Writes journal text that hledger and ledger read and that, imported, gives the same digest.
///
/// Amounts have all decimals of their commodity, a point before them and no groups. What a text
/// cannot carry as it stands (a comma in a tag, a semicolon in a description) stands in quotes as
/// the value of a tag; `check_spellable` names the little that cannot be said at all.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ledger/entry_source.hpp"

namespace cellbook {

struct JournalStyle {
    bool ids = true;           ///< `id:` and `recorded:` tags, needed for the same digest
    bool declarations = true;  ///< parties, sources, ... as directives and comments
};

/// One transaction as journal text, every amount spelled out, ending in a newline.
std::string to_journal_text(const Transaction& transaction, const Chart& chart,
                            const JournalStyle& style);
std::string to_journal_text(const Declaration& declaration, const Chart& chart);

/// The whole source in sequence. *Errors*: whatever `write` throws.
void write_journal(const EntrySource& source, const JournalStyle& style,
                   const std::function<void(std::string_view)>& write);

}  // namespace cellbook
