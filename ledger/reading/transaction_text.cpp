#include "ledger/reading/transaction_text.hpp"

#include <algorithm>

namespace cellbook {

namespace {

Status take_status(TextCursor& cursor) {
    Status status = Status::unmarked;
    if (cursor.peek() == '*') status = Status::cleared;
    if (cursor.peek() == '!') status = Status::pending;
    if (status != Status::unmarked) {
        ++cursor.at;
        cursor.skip_blanks();
    }
    return status;
}

void append_line(std::string& comment, std::string_view line) {
    if (line.empty()) return;
    if (!comment.empty()) comment += '\n';
    comment += line;
}

}  // namespace

bool TransactionText::begin() {
    TransactionDraft& draft = entry_.content.index() == 0
                                  ? std::get<TransactionDraft>(entry_.content)
                                  : entry_.content.emplace<TransactionDraft>();
    clear(draft);
    seen_.reset();
    context_.mark(entry_);

    TextCursor cursor{context_.line};
    if (!read_dates(cursor, draft)) return false;
    cursor.skip_blanks();
    draft.status = take_status(cursor);
    if (cursor.peek() == '(') {
        const std::size_t close = cursor.line.find(')', cursor.at);
        if (close == std::string_view::npos) {
            return context_.fail(DiagnosticCode::posting_invalid, cursor.column(),
                                 "the parenthesis of the code is not closed",
                                 "Write the code as in (17), or begin the description otherwise.");
        }
        draft.code = trimmed(cursor.line.substr(cursor.at + 1, close - cursor.at - 1));
        cursor.at = close + 1;
    }
    const std::size_t end = std::min(cursor.line.find(';', cursor.at), cursor.line.size());
    draft.description = trimmed(cursor.line.substr(cursor.at, end - cursor.at));
    cursor.at = end;
    return cursor.done() || read_comment(cursor);
}

bool TransactionText::read_dates(TextCursor& cursor, TransactionDraft& draft) {
    const auto take_date = [&] {
        const std::size_t begin = cursor.at;
        while (!cursor.done() && !is_blank(cursor.peek()) && cursor.peek() != '=' &&
               cursor.peek() != ';') {
            ++cursor.at;
        }
        return cursor.line.substr(begin, cursor.at - begin);
    };
    if (!context_.read_date(take_date(), 1, context_.scope.default_year, draft.date)) return false;
    if (!cursor.take('=')) return true;
    const std::uint32_t column = cursor.column();
    Date recorded;
    if (!context_.read_date(take_date(), column, draft.date.year(), recorded)) return false;
    draft.recorded = recorded;
    return true;
}

bool TransactionText::add_line() {
    TextCursor cursor{context_.line};
    cursor.skip_blanks();
    if (cursor.peek() == ';') return read_comment(cursor);
    return add_posting(cursor);
}

bool TransactionText::add_posting(TextCursor& cursor) {
    seen_of_posting_.reset();
    Posting& posting = draft().postings.emplace_back();
    entry_.posting_lines.push_back(context_.line_number);
    posting.status = take_status(cursor);
    const std::uint32_t column = cursor.column();
    if (cursor.peek() == '(' || cursor.peek() == '[') {
        return context_.fail(DiagnosticCode::syntax_unsupported, column,
                             "virtual postings are not supported",
                             "Write a posting that balances, or a tag for what is only a note.");
    }
    const std::string_view name = cursor.take_name();
    if (name.empty()) {
        return context_.fail(DiagnosticCode::posting_invalid, column, "a posting names no account",
                             "Write an account, two blanks and an amount.");
    }
    if (!context_.read_account(name, column, posting.account)) return false;
    cursor.skip_blanks();
    if (!read_amount_part(cursor, posting)) return false;
    if (cursor.done()) return true;
    if (cursor.peek() == ';') return read_comment(cursor);
    if (!refuse_lot(cursor)) return false;
    return context_.fail(
        DiagnosticCode::posting_invalid, cursor.column(),
        "`" + std::string{cursor.rest()} + "` stands behind the posting's amount",
        "Write account, amount, cost, balance in this order, and a semicolon before a comment.");
}

bool TransactionText::read_amount_part(TextCursor& cursor, Posting& posting) {
    if (cursor.done() || cursor.peek() == ';') {
        posting.elided = true;
        return true;
    }
    if (cursor.peek() == '=') {
        posting.assigned = true;
        return read_assertion(cursor, posting);
    }
    ReadAmount read;
    if (!context_.take_amount(cursor, read)) return false;
    posting.amount = read.amount;
    cursor.skip_blanks();
    if (cursor.peek() == '@' && !read_cost(cursor, posting)) return false;
    return cursor.peek() != '=' || read_assertion(cursor, posting);
}

bool TransactionText::read_cost(TextCursor& cursor, Posting& posting) {
    cursor.take('@');
    const bool is_total = cursor.take('@');
    cursor.skip_blanks();
    const std::uint32_t column = cursor.column();
    ReadAmount price;
    if (is_total ? !context_.take_amount(cursor, price) : !context_.take_price(cursor, price)) {
        return false;
    }
    cursor.skip_blanks();
    if (context_.surveying()) return true;
    if (price.written.coefficient < 0) {
        return context_.fail(DiagnosticCode::cost_negative, column, "a cost is negative",
                             "Write the cost without a sign: it takes that of the amount.");
    }
    if (price.amount.commodity == posting.amount.commodity) {
        return context_.fail(DiagnosticCode::posting_invalid, column,
                             "the cost is in the commodity of the amount itself",
                             "Write the cost in another commodity, or leave it out.");
    }
    Cost& cost = posting.cost.emplace();
    cost.total = price.amount;
    if (is_total) {
        if (posting.amount.minor < 0) cost.total.minor = -cost.total.minor;
        return true;
    }
    cost.unit = price.written;
    const std::uint8_t scale = context_.scale_of(price.amount.commodity, price.written.scale);
    const auto total =
        multiply_rounded(posting.amount.minor, context_.chart()[posting.amount.commodity].scale,
                         price.written, scale, Rounding::half_even);
    if (!total) {
        Diagnostic why = total.error();
        why.position.column = column;
        return context_.fail(std::move(why));
    }
    cost.total.minor = *total;
    return true;
}

bool TransactionText::read_assertion(TextCursor& cursor, Posting& posting) {
    BalanceAssertion assertion;
    if (!take_assertion(context_, cursor, assertion)) return false;
    posting.assertion = assertion;
    cursor.skip_blanks();
    if (cursor.peek() != '@') return true;
    return context_.fail(DiagnosticCode::syntax_unsupported, cursor.column(),
                         "a cost behind a balance is not supported",
                         "Write the cost behind the amount, or leave it out.");
}

bool TransactionText::refuse_lot(const TextCursor& cursor) {
    const char c = cursor.peek();
    if (c != '{' && c != '[' && c != '(') return true;
    return context_.fail(DiagnosticCode::syntax_unsupported, cursor.column(),
                         "lot prices, dates and notes are not supported",
                         "Write what was paid as a cost: 10 USD @ 6.96 BOB.");
}

bool TransactionText::read_comment(TextCursor& cursor) {
    if (context_.surveying()) return true;
    cursor.take(';');
    const auto column_base = cursor.column();
    context_.tags.clear();
    split_comment(cursor.rest(), context_.tags, left_of_comment_);
    TransactionDraft& whole = draft();
    Posting* const posting = whole.postings.empty() ? nullptr : &whole.postings.back();
    append_line(posting != nullptr ? posting->comment : whole.comment, left_of_comment_);
    for (const TagText& tag : context_.tags) {
        const bool applied =
            posting != nullptr
                ? apply_posting_tag(context_, tag, column_base, *posting, seen_of_posting_)
                : apply_transaction_tag(context_, tag, column_base, whole, seen_);
        if (!applied) return false;
    }
    return true;
}

void TransactionText::finish() {
    if (context_.surveying()) return;
    if (auto wrong = check_transaction_tags(draft())) {
        context_.fail_entry(entry_, std::move(*wrong));
        return;
    }
    context_.accept(entry_);
}

}  // namespace cellbook
