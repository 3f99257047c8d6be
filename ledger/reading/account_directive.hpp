/// What is said of an account or a party besides its name.
#pragma once

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

/// Reads the tags of an account's comment, with the cursor on its semicolon; at the end of the line
/// there is nothing to read. `opened:` and `closed:` bound its life, `financial:no` makes an asset
/// a non-financial one, others stay tags. False when it was reported.
bool read_account_tags(JournalContext& context, TextCursor cursor, AccountDeclaration& declaration);

/// Reads `opened:` (the first day) or `closed:` (the last); `known` tells whether the tag was one
/// of these. `column_base` is the column of the comment in its line.
bool read_life_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                   DateRange& life, bool& known);

}  // namespace cellbook
