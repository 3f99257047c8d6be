#include "ledger/writing/journal_writer.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

constexpr std::string_view indent = "    ";

using Dialect = JournalStyle::Dialect;

TagList::Form form_of(Dialect dialect) {
    switch (dialect) {
        case Dialect::cellbook:
            return TagList::Form::journal;
        case Dialect::hledger:
            return TagList::Form::hledger;
        case Dialect::ledger:
            return TagList::Form::ledger;
    }
    return TagList::Form::journal;
}

class TransactionWriter {
public:
    TransactionWriter(std::string& out, const TransactionDraft& transaction, const Chart& chart,
                      const JournalStyle& style)
        : out_(out),
          transaction_(transaction),
          chart_(chart),
          style_(style),
          tags_(form_of(style.dialect)) {}

    void write() {
        head();
        what_happened();
        how_it_is_known();
        tags_.add(transaction_.tags, chart_);
        comment_line();
        identity();
        spelled_texts();
        if (is_plain_comment(transaction_.comment)) comment_lines(transaction_.comment);
        postings();
    }

private:
    void head();
    void what_happened();
    void how_it_is_known();
    void identity();
    void spelled_texts();
    void postings();
    void posting(const Posting& posting, std::string_view number, std::size_t names_width,
                 std::size_t numbers_width);
    void cost(const Cost& cost);
    void assertion(const BalanceAssertion& claim);
    void posting_comment(const Posting& posting);
    void comment_line();
    void comment_lines(std::string_view comment);
    void add_word(std::string_view name, WordId word) {
        if (word) tags_.add(name, chart_[word]);
    }
    void add_party(std::string_view name, PartyId party) {
        if (party) tags_.add(name, chart_[party].name);
    }
    void add_number(std::string_view name, const std::optional<Decimal>& number) {
        if (number) tags_.add(name, to_string(*number));
    }
    void add_standing(std::string_view name, std::optional<Standing> standing) {
        if (standing) tags_.add(name, to_string(*standing));
    }

    std::string& out_;
    const TransactionDraft& transaction_;
    const Chart& chart_;
    const JournalStyle& style_;
    TagList tags_;
};

std::string_view mark_of(Status status) {
    return status == Status::cleared ? "* " : status == Status::pending ? "! " : "";
}

void TransactionWriter::head() {
    append(out_, transaction_.date);
    out_ += ' ';
    out_ += mark_of(transaction_.status);
    if (!transaction_.code.empty()) {
        out_ += '(';
        out_ += is_plain_code(transaction_.code) ? transaction_.code
                                                 : shown_on_a_line(transaction_.code);
        out_ += ") ";
    }
    out_ += is_plain_description(transaction_.description)
                ? transaction_.description
                : shown_on_a_line(transaction_.description);
    while (out_.back() == ' ') out_.pop_back();
    out_ += '\n';
}

void TransactionWriter::comment_line() {
    if (tags_.empty()) return;
    out_ += indent;
    out_ += "; ";
    out_ += tags_.text();
    out_ += '\n';
    tags_.clear();
}

void TransactionWriter::comment_lines(std::string_view comment) {
    if (comment.empty()) return;
    for_each_line(comment, [&](std::string_view line) {
        out_ += indent;
        out_ += "; ";
        out_ += line;
        out_ += '\n';
    });
}

void TransactionWriter::what_happened() {
    const Flow& flow = transaction_.flow;
    add_word("kind", transaction_.kind);
    add_party("payer", flow.payer);
    add_party("payee", flow.payee);
    add_word("product", flow.product);
    add_word("cell", flow.cell);
    add_number("quantity", flow.quantity);
    add_number("unit_price", flow.unit_price);
    comment_line();
}

void TransactionWriter::how_it_is_known() {
    const Standings& standings = transaction_.standings;
    add_standing("standing", standings.whole);
    add_standing("standing-price", standings.price);
    add_standing("standing-quantity", standings.quantity);
    add_standing("standing-party", standings.party);
    add_standing("standing-date", standings.date);
    add_number("low", transaction_.low);
    add_number("high", transaction_.high);
    add_word("source", transaction_.source);
    tags_.add_if(transaction_.nonobserved, "nonobserved", "yes");
    comment_line();
}

void TransactionWriter::identity() {
    if (style_.ids) {
        tags_.add_if(!transaction_.id.empty(), "id", transaction_.id);
        if (transaction_.recorded) tags_.add("recorded", to_string(*transaction_.recorded));
    }
    if (transaction_.reversal) {
        tags_.add("reverses", transaction_.reversal->of_id);
        tags_.add_if(!transaction_.reversal->reason.empty(), "reason",
                     transaction_.reversal->reason);
    }
    comment_line();
}

/// Texts that would not come back as they stand elsewhere.
void TransactionWriter::spelled_texts() {
    tags_.add_if(!is_plain_description(transaction_.description), "description",
                 transaction_.description);
    tags_.add_if(!is_plain_code(transaction_.code), "code", transaction_.code);
    tags_.add_if(!transaction_.comment.empty() && !is_plain_comment(transaction_.comment),
                 "comment", transaction_.comment);
    comment_line();
}

void TransactionWriter::postings() {
    std::vector<std::string> numbers;
    std::size_t names_width = 0;
    std::size_t numbers_width = 0;
    for (const Posting& posting : transaction_.postings) {
        numbers.push_back(
            to_decimal_text(posting.amount.minor, chart_[posting.amount.commodity].scale));
        numbers_width = std::max(numbers_width, numbers.back().size());
        names_width = std::max(
            names_width, width_of(chart_[posting.account].name) + mark_of(posting.status).size());
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        posting(transaction_.postings[i], numbers[i], names_width, numbers_width);
    }
}

void TransactionWriter::posting(const Posting& posting, std::string_view number,
                                std::size_t names_width, std::size_t numbers_width) {
    const std::string& name = chart_[posting.account].name;
    const std::string_view mark = mark_of(posting.status);
    out_ += indent;
    out_ += mark;
    out_ += name;
    out_.append(names_width - width_of(name) - mark.size() + 2 + numbers_width - number.size(),
                ' ');
    append_amount(out_, posting.amount, chart_);
    if (posting.cost) cost(*posting.cost);
    posting_comment(posting);
}

void TransactionWriter::cost(const Cost& cost) {
    const std::string& symbol = chart_[cost.total.commodity].symbol;
    if (cost.unit && style_.dialect == Dialect::cellbook) {
        out_ += " @ " + to_string(*cost.unit);
    } else {
        out_ += " @@ ";
        const std::int64_t minor = cost.total.minor;
        append_decimal(out_, minor < 0 ? -Int128{minor} : Int128{minor},
                       chart_[cost.total.commodity].scale);
        add_number("unit_cost", cost.unit);
    }
    if (!symbol.empty()) out_ += ' ' + quoted_symbol(symbol);
}

/// hledger knows all four balance assertions, ledger the plain one: where both are to read it, the
/// others are tags.
void TransactionWriter::assertion(const BalanceAssertion& claim) {
    if (!style_.assertions) return;
    std::string expected = claim.total ? "==" : "=";
    expected += claim.inclusive ? "* " : " ";
    append_amount(expected, claim.expected, chart_);
    const bool plain = !claim.total && !claim.inclusive;
    if (plain || style_.dialect == Dialect::hledger) {
        out_ += ' ' + expected;
    } else {
        tags_.add("assert", expected);
    }
}

void TransactionWriter::posting_comment(const Posting& posting) {
    if (posting.assertion) assertion(*posting.assertion);
    add_party("with", posting.with);
    tags_.add(posting.tags, chart_);
    const bool plain = is_plain_comment(posting.comment);
    tags_.add_if(!posting.comment.empty() && !plain, "comment", posting.comment);
    if (!tags_.empty()) {
        out_ += "  ; ";
        out_ += tags_.text();
        tags_.clear();
    }
    out_ += '\n';
    if (plain) comment_lines(posting.comment);
}

void write_header(const Chart& chart, const std::function<void(std::string_view)>& write) {
    std::string out = "; decimal-mark: .\n";
    for (std::uint32_t i = 0; i < chart.commodity_count(); ++i) {
        const Commodity& commodity = chart[CommodityId{i}];
        if (commodity.declared || !commodity.scale_known || commodity.symbol.empty()) continue;
        out += "; scale: " + quoted_symbol(commodity.symbol) + ' ' +
               std::to_string(commodity.scale) + '\n';
    }
    write(out);
}

}  // namespace

std::string to_journal_text(const Transaction& transaction, const Chart& chart,
                            const JournalStyle& style) {
    std::string out;
    TransactionWriter{out, *transaction, chart, style}.write();
    return out;
}

namespace {

/// Declarations, each in its place among the transactions, as the chain has them.
class DeclarationsInPlace {
public:
    DeclarationsInPlace(const EntrySource& source, bool wanted) : chart_{source.chart()} {
        if (!wanted) return;
        source.for_each_declaration([&](std::int64_t seq, const Declaration& declaration) {
            declarations_.emplace_back(seq, declaration);
            return true;
        });
    }

    void append_before(std::int64_t seq, std::string& out) {
        for (; next_ < declarations_.size() && declarations_[next_].first < seq; ++next_) {
            if (!among_declarations_) out += '\n';
            among_declarations_ = true;
            out += to_journal_text(declarations_[next_].second, chart_);
        }
    }
    void note_transaction() { among_declarations_ = false; }

private:
    const Chart& chart_;
    std::vector<std::pair<std::int64_t, Declaration>> declarations_{};
    std::size_t next_ = 0;
    bool among_declarations_ = false;
};

ExportResult write_all(const EntrySource& source, const ExportOptions& options,
                       const JournalStyle& style, const WriteText& write) {
    const Chart& chart = source.chart();
    write_header(chart, write);
    DeclarationsInPlace declarations{source, style.declarations};
    std::set<std::string> written;  // ids, of a part of a book
    std::int64_t assertions = 0;
    std::int64_t reversals = 0;
    std::string out;
    const auto visit = [&](const Transaction& transaction) {
        out.clear();
        declarations.append_before(transaction.seq(), out);
        declarations.note_transaction();
        out += '\n';
        if (!options.query) {
            TransactionWriter{out, *transaction, chart, style}.write();
            return write(out);
        }
        TransactionDraft draft = *transaction;
        written.insert(draft.id);
        assertions += std::ranges::count_if(
            draft.postings, [](const Posting& posting) { return posting.assertion.has_value(); });
        if (draft.reversal && !written.contains(draft.reversal->of_id)) {
            draft.reversal.reset();
            ++reversals;
        }
        TransactionWriter{out, draft, chart, style}.write();
        write(out);
    };
    ExportResult result{.cancelled = !for_each_exported(source, options, true, visit)};
    out.clear();
    declarations.append_before(std::numeric_limits<std::int64_t>::max(), out);
    write(out);
    add_note(result.notes, assertions, "balance assertion", "balance assertions",
             "left out: a part of a book does not stand at them");
    add_note(result.notes, reversals, "reversal", "reversals",
             "without the tag that names what it undoes, which is not exported");
    return result;
}

}  // namespace

void write_journal(const EntrySource& source, const JournalStyle& style,
                   const std::function<void(std::string_view)>& write) {
    write_all(source, {}, style, write);
}

ExportResult export_journal(const EntrySource& source, const ExportOptions& options,
                            const WriteText& write) {
    return write_all(source, options, {.assertions = options.query == nullptr}, write);
}

}  // namespace cellbook
