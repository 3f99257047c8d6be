/// What a `commodity` directive says of its commodity: decimals, marks, side of the symbol.
#pragma once

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

/// Reads `1,000.00 BOB` and settles the commodity's scale. A commodity that the declaration names
/// already must be the same. False when it was reported: `directive_invalid`,
/// `commodity_scale_changed`.
bool read_commodity_format(JournalContext& context, TextCursor cursor,
                           CommodityDeclaration& declaration);

/// Reads the tags of the directive's comment, with the cursor on its semicolon; at the end of the
/// line there is nothing to read. `style:` holds the format for people, where the directive itself
/// is written for programs that know points only. False when it was reported.
bool read_commodity_tags(JournalContext& context, TextCursor cursor,
                         CommodityDeclaration& declaration);

}  // namespace cellbook
