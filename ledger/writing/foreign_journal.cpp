#include "ledger/writing/foreign_journal.hpp"

#include <algorithm>

#include "ledger/writing/text_parts.hpp"

namespace cellbook {

namespace {

using Dialect = JournalStyle::Dialect;

template <class... Declared>
bool is_any_of(const Declaration& declaration) {
    return (std::holds_alternative<Declared>(declaration) || ...);
}

bool is_comment_to_others(const Declaration& declaration) {
    return is_any_of<PartyDeclaration, SourceDeclaration, KindDeclaration, ConventionDeclaration,
                     LockDeclaration, RegisterDeclaration>(declaration);
}

/// Tags that the chart's own record of an account does not hold.
std::vector<std::vector<Tag>> declared_tags(const EntrySource& source) {
    std::vector<std::vector<Tag>> tags(source.chart().account_count());
    source.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        if (const auto* account = std::get_if<AccountDeclaration>(&declaration)) {
            tags[account->account.value] = account->tags;
        }
        return true;
    });
    return tags;
}

std::string accounts_text(const EntrySource& source, const ForeignJournal& form) {
    const Chart& chart = source.chart();
    const auto tags = declared_tags(source);
    std::vector<AccountId> order;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) order.push_back(AccountId{i});
    std::ranges::sort(
        order, {}, [&](AccountId id) -> const auto& { return chart[id].name; });
    std::string out;
    for (const AccountId id : order) {
        const Account& account = chart[id];
        out += "account " + account.name + form.account_tags(account) + '\n';
        TagList list{form.dialect == Dialect::ledger ? TagList::Form::ledger
                                                     : TagList::Form::hledger};
        if (account.life.begin) list.add("opened", to_string(*account.life.begin));
        if (account.life.end) list.add("closed", to_string(Date{account.life.end->days - 1}));
        list.add(tags[id.value], chart);
        if (!list.empty()) out += "    ; " + list.text() + '\n';
    }
    return out;
}

/// What a program makes less of than the book says.
class Losses {
public:
    void count(const TransactionDraft& transaction) {
        texts_ += is_plain_description(transaction.description) ? 0 : 1;
        texts_ += is_plain_code(transaction.code) ? 0 : 1;
        count_commas(transaction.tags);
        for (const Posting& posting : transaction.postings) {
            count_commas(posting.tags);
            if (!posting.assertion) continue;
            ++assertions_;
            special_ += posting.assertion->total || posting.assertion->inclusive ? 1 : 0;
        }
    }
    void count(const Declaration& declaration) {
        declarations_ += is_comment_to_others(declaration) ? 1 : 0;
    }

    [[nodiscard]] std::vector<std::string> notes(const ForeignJournal& form, bool partial) const {
        std::vector<std::string> notes;
        add_note(notes, declarations_, "declaration", "declarations",
                 "of parties, sources, kinds, conventions and locks: comments to other programs");
        if (partial) {
            add_note(notes, assertions_, "balance assertion", "balance assertions",
                     "left out: a part of a book does not stand at them");
        } else if (form.dialect == Dialect::ledger) {
            add_note(notes, special_, "balance assertion", "balance assertions",
                     "of totals or with sub-accounts: metadata to ledger");
        }
        if (form.dialect == Dialect::hledger) {
            add_note(notes, commas_, "tag", "tags",
                     "with a comma in the value, which ends there for hledger");
        }
        add_note(notes, texts_, "description or code", "descriptions and codes",
                 "that no line can hold: shortened there, whole in a tag");
        return notes;
    }

private:
    void count_commas(const std::vector<Tag>& tags) {
        commas_ += std::ranges::count_if(
            tags, [](const Tag& tag) { return tag.value.find(',') != std::string::npos; });
    }

    std::int64_t declarations_ = 0;
    std::int64_t assertions_ = 0;
    std::int64_t special_ = 0;
    std::int64_t commas_ = 0;
    std::int64_t texts_ = 0;
};

/// `[2018-03-01]` and `[=2018-03-01]` in a comment are dates to both programs.
std::int64_t without_dates_in_brackets(std::string& text) {
    std::int64_t changed = 0;
    bool in_comment = false;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '\n') in_comment = false;
        if (text[i] == ';') in_comment = true;
        const char next = text[i + 1];
        if (!in_comment || text[i] != '[') continue;
        if (next != '=' && (next < '0' || next > '9')) continue;
        text[i] = '(';
        const auto end = text.find_first_of("]\n", i);
        if (end != std::string::npos && text[end] == ']') text[end] = ')';
        ++changed;
    }
    return changed;
}

}  // namespace

ExportResult write_foreign_journal(const EntrySource& source, const ExportOptions& options,
                                   const ForeignJournal& form, const WriteText& write) {
    const Chart& chart = source.chart();
    Losses losses;
    std::string out = form.dialect == Dialect::hledger ? "decimal-mark .\n" : "";
    source.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        losses.count(declaration);
        if (is_any_of<AccountDeclaration>(declaration)) return true;
        out += to_journal_text(declaration, chart);
        return true;
    });
    out += accounts_text(source, form);
    write(out);
    const JournalStyle style{.dialect = form.dialect, .assertions = options.query == nullptr};
    std::int64_t mended = 0;
    const bool whole =
        for_each_exported(source, options, false, [&](const Transaction& transaction) {
            losses.count(*transaction);
            out = '\n' + to_journal_text(transaction, chart, style);
            mended += without_dates_in_brackets(out);
            write(out);
        });
    ExportResult result{.notes = losses.notes(form, options.query != nullptr), .cancelled = !whole};
    add_note(result.notes, mended, "date in brackets", "dates in brackets",
             "in comments: in parentheses, since brackets mean a posting's date");
    return result;
}

}  // namespace cellbook
