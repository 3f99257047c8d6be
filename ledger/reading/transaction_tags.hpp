/// Tags with a meaning of their own: they become fields of a transaction or a posting.
#pragma once

#include <bitset>
#include <optional>
#include <string_view>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

/// Reserved tags that one transaction or posting has had, to refuse a second.
using SeenTags = std::bitset<32>;

/// Puts a tag of a transaction into its field, or among the free tags. `column_base` is the column
/// of the comment in its line. False when it was reported: `tag_value_invalid`, `tag_repeated`,
/// `tag_misplaced`.
bool apply_transaction_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                           TransactionDraft& draft, SeenTags& seen);

/// The same for a posting: `with:` and `comment:`. A tag that belongs to the transaction is
/// refused, since a reader of the file would take it to be in force.
bool apply_posting_tag(JournalContext& context, const TagText& tag, std::uint32_t column_base,
                       Posting& posting, SeenTags& seen);

/// What can only be told when all tags are known: `low` above `high`, `reason` without `reverses`.
std::optional<Diagnostic> check_transaction_tags(const TransactionDraft& draft);

/// Takes `= 300.00 BOB`, `==`, `=*` or `==*`, with the cursor on the first sign.
bool take_assertion(JournalContext& context, TextCursor& cursor, BalanceAssertion& out);

/// Names that free tags cannot have, for those who make transactions by program.
bool is_reserved_transaction_tag(std::string_view name);
bool is_reserved_posting_tag(std::string_view name);

}  // namespace cellbook
