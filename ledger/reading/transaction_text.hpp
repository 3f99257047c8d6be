/// Transactions as journal text: a dated line, and postings below it.
#pragma once

#include "ledger/reading/journal_context.hpp"
#include "ledger/reading/transaction_tags.hpp"

namespace cellbook {

/// Reads one transaction after another into the same entry, whose memory is kept.
///
///     2018-03-01=2018-03-02 * (17) rent of Posta 12  ; kind:cell_rent, cell:posta-12
///         inmates:i0042:expenses:rent      300.00 BOB  ; with:inmates:i0007
///         inmates:i0042:assets:cash
///
/// The first date is when it happened, the second when it was recorded, unless `recorded:` says so.
class TransactionText {
public:
    explicit TransactionText(JournalContext& context) : context_(context) {}

    // Each reads the context's line; false when it was reported, and the entry is then to be left.
    bool begin();
    bool add_line();
    /// Checks the whole and hands it on.
    void finish();

private:
    bool read_dates(TextCursor& cursor, TransactionDraft& draft);
    bool add_posting(TextCursor& cursor);
    bool read_amount_part(TextCursor& cursor, Posting& posting);
    bool read_cost(TextCursor& cursor, Posting& posting);
    bool read_assertion(TextCursor& cursor, Posting& posting);
    bool refuse_lot(const TextCursor& cursor);
    /// The comment from the semicolon here to the end of the line.
    bool read_comment(TextCursor& cursor);
    TransactionDraft& draft() { return std::get<TransactionDraft>(entry_.content); }

    JournalContext& context_;
    ReadEntry entry_{};
    SeenTags seen_{};
    SeenTags seen_of_posting_{};
    std::string left_of_comment_{};
};

}  // namespace cellbook
