#include "ledger/book/recorder.hpp"

#include <utility>

#include "ledger/balance_rule.hpp"
#include "ledger/book/assertions.hpp"
#include "ledger/book/chain.hpp"
#include "ledger/book/declaring.hpp"
#include "ledger/book/entry_ids.hpp"
#include "ledger/book/lifetimes.hpp"
#include "ledger/book/property_judge.hpp"
#include "ledger/book/reversal.hpp"
#include "ledger/book/strict_names.hpp"
#include "ledger/chain/canonical_writer.hpp"
#include "ledger/declare.hpp"
#include "ledger/digest.hpp"
#include "ledger/kinds/kind.hpp"
#include "ledger/writing/spellable.hpp"

namespace cellbook {

namespace {

Diagnostic id_taken(const std::string& id, Date date) {
    return {.code = DiagnosticCode::id_taken,
            .explanation = "id `" + id + "` belongs to a transaction of " + to_string(date) +
                           " with other content",
            .remedy =
                "Give this one an id of its own. A recorded transaction is corrected by "
                "reversing it."};
}

Diagnostic id_invalid(const std::string& id) {
    return {.code = DiagnosticCode::id_invalid,
            .explanation = "`" + id + "` cannot be an id",
            .remedy = "An id holds no comma and no control characters, and no blanks at its ends."};
}

Diagnostic before_lock(Date date, Date until) {
    return {.code = DiagnosticCode::period_locked,
            .explanation = "dated " + to_string(date) + ", but the book is locked until " +
                           to_string(until) + ": nothing before that day may be added",
            .remedy = "Date it " + to_string(until) +
                      " or later; a correction of something older "
                      "is a reversal dated in the open period."};
}

Diagnostic reversal_twice(const std::string& id, const Transaction* by) {
    const std::string when = by == nullptr ? "" : " on " + to_string((*by)->date);
    return {.code = DiagnosticCode::reversal_twice,
            .explanation = "transaction `" + id + "` has been reversed already" + when,
            .remedy = "A transaction is reversed once. Leave this out."};
}

}  // namespace

struct Recorder::State {
    State(Chart& the_chart, Chain& the_chain, const KindTable& the_kinds,
          const RecordOptions& the_options)
        : chart(the_chart),
          chain(the_chain),
          kinds(the_kinds),
          options(the_options),
          rule(the_chart),
          history(the_chain),
          judge(the_chain, the_chart),
          property(the_chain, the_chart),
          speller(the_chart, no_names) {
        if (options.strict) {
            strict.emplace(chart, chain);
        }
    }

    // What accept() found out about one transaction on its way.
    struct Identified {
        bool present = false;
        std::optional<std::uint64_t> key{};
        std::uint64_t occurrence = 0;
    };

    void complain(Diagnostic diagnostic, const ReadEntry& entry) {
        report(std::move(diagnostic).at(entry.position, entry.excerpt));
    }
    void report(Diagnostic diagnostic);
    void declare(const Declaration& declaration, const ReadEntry& entry);
    void record(TransactionDraft draft, ReadEntry& entry);

    bool names_hold(const TransactionDraft& draft, const ReadEntry& entry);
    std::optional<Diagnostic> kind_unknown(WordId kind, const ReadEntry& entry);
    std::optional<Diagnostic> inner_kind_unknown(const TransactionDraft& draft,
                                                 const ReadEntry& entry);
    std::optional<Diagnostic> assign_amounts(TransactionDraft& draft);
    std::uint64_t hash_key(const TransactionDraft& content);
    std::string content_text(const TransactionDraft& content) {
        return std::string{speller.spell(content)};
    }
    Result<Identified> identify(TransactionDraft& content);
    Result<Identified> meet_given_id(const TransactionDraft& content, Identified identified);
    std::optional<Diagnostic> judge_reversal(const TransactionDraft& content,
                                             std::optional<std::int64_t>& reverses);

    Chart& chart;
    Chain& chain;
    const KindTable& kinds;
    RecordOptions options;
    BalanceRule rule;
    AccountHistory history;
    AssertionJudge judge;
    PropertyJudge property;
    ChainNames no_names{};
    CanonicalWriter speller;
    Sha256 sha{};
    Hash content_hash{};
    std::optional<StrictNames> strict{};
    std::vector<bool> kind_known{};
    KnownBatch* batch = nullptr;
    bool keeps_ids = false;
    bool stopped = false;
    ImportReport report_{};
};

void Recorder::State::report(Diagnostic diagnostic) {
    const bool warning = diagnostic.severity == Severity::warning;
    ++(warning ? report_.warning_count : report_.problem_count);
    auto& kept = warning ? report_.warnings : report_.problems;
    if (kept.size() < kept_problems) {
        kept.push_back(std::move(diagnostic));
    }
}

bool Recorder::State::names_hold(const TransactionDraft& draft, const ReadEntry& entry) {
    if (!strict) {
        return true;
    }
    const auto before = report_.problem_count;
    strict->check(draft, [&](Diagnostic diagnostic) { complain(std::move(diagnostic), entry); });
    return report_.problem_count == before;
}

/// A kind that is not one of the standard ones goes into the chain before its first use, so that
/// the book can be read without the file it came from.
std::optional<Diagnostic> Recorder::State::kind_unknown(WordId kind, const ReadEntry& entry) {
    if (!kind || (kind.value < kind_known.size() && kind_known[kind.value])) {
        return {};
    }
    auto found = kinds.get(chart[kind]);
    if (!found) {
        return std::move(found).error();
    }
    if (kind.value >= kind_known.size()) {
        kind_known.resize(kind.value + 1U);
    }
    kind_known[kind.value] = true;
    if (KindTable::standard().find(chart[kind]) == nullptr) {
        declare(KindDeclaration{.kind = kind, .definition = to_canonical_json(**found)}, entry);
    }
    return {};
}

/// A kind such as `charge` books the legs of the kind that its tag names, which a reader of the
/// book then needs as well.
std::optional<Diagnostic> Recorder::State::inner_kind_unknown(const TransactionDraft& draft,
                                                              const ReadEntry& entry) {
    // Most have no tags, and looking names up in the chart is not for every thread.
    const bool may_name = draft.kind && !draft.tags.empty();
    const Kind* const outer = may_name ? kinds.find(chart[draft.kind]) : nullptr;
    if (outer == nullptr || outer->of.empty()) {
        return {};
    }
    const WordId of = chart.find_word(outer->of);
    for (const Tag& tag : draft.tags) {
        // A standard kind needs no entry, and so no word in the chart.
        if (of && tag.name == of && KindTable::standard().find(tag.value) == nullptr) {
            return kind_unknown(chart.word(tag.value), entry);
        }
    }
    return {};
}

/// An assignment's amount is what brings the account from where it stands that day, earlier
/// postings of the same transaction included, to what it is to stand at.
std::optional<Diagnostic> Recorder::State::assign_amounts(TransactionDraft& draft) {
    for (std::size_t i = 0; i < draft.postings.size(); ++i) {
        Posting& posting = draft.postings[i];
        if (!posting.assigned || !posting.assertion) {
            continue;
        }
        const Amount& expected = posting.assertion->expected;
        Sum standing = 0;
        for (const AccountId account :
             asserted_accounts(posting.account, posting.assertion->inclusive, chart)) {
            standing += history.at_end_of(account, draft.date)[expected.commodity];
            for (std::size_t j = 0; j < i; ++j) {
                const Posting& earlier = draft.postings[j];
                if (earlier.account == account && earlier.amount.commodity == expected.commodity) {
                    standing += earlier.amount.minor;
                }
            }
        }
        auto amount = narrow(expected.minor - standing);
        if (!amount) {
            return amount.error();
        }
        posting.amount = {*amount, expected.commodity};
        posting.assigned = false;
        posting.elided = false;
    }
    return {};
}

std::uint64_t Recorder::State::hash_key(const TransactionDraft& content) {
    content_hash = sha.of(speller.spell(content));
    return content_key(content_hash);
}

Result<Recorder::State::Identified> Recorder::State::meet_given_id(const TransactionDraft& content,
                                                                   Identified identified) {
    if (!is_valid_id(content.id)) {
        return id_invalid(content.id);
    }
    const auto taken = chain.find_id(content.id);
    if (!taken) {
        return identified;
    }
    const Transaction* known = chain.transaction(*taken);
    if (known == nullptr || content_text(**known) != content_text(content)) {
        return id_taken(content.id, known == nullptr ? Date{} : (*known)->date);
    }
    if (batch != nullptr && identified.key) {
        batch->meet(*identified.key);
    }
    identified.present = true;
    return identified;
}

Result<Recorder::State::Identified> Recorder::State::identify(TransactionDraft& content) {
    Identified identified;
    const bool draws = content.id.empty() && options.random_ids;
    while (draws && (content.id.empty() || chain.find_id(content.id))) {
        content.id = draw_id();
    }
    if (chain.must_hash(content.id)) {
        identified.key = hash_key(content);
        identified.occurrence = chain.equal_entries(*identified.key) + 1;
    }
    if (!content.id.empty()) {
        return draws ? Result{identified} : meet_given_id(content, identified);
    }
    if (!identified.key) {
        return identified;  // in memory, the id is derived when somebody asks for it
    }
    if (batch != nullptr && batch->meet(*identified.key)) {
        identified.present = true;
        return identified;
    }
    // Somebody may have given this very id to an entry of other content.
    std::uint64_t number = identified.occurrence;
    do {
        content.id = derived_id(content_hash, number++);
    } while (chain.find_id(content.id));
    return identified;
}

std::optional<Diagnostic> Recorder::State::judge_reversal(const TransactionDraft& content,
                                                          std::optional<std::int64_t>& reverses) {
    if (!content.reversal) {
        return {};
    }
    const std::string& id = content.reversal->of_id;
    reverses = chain.find_id(id);
    if (!reverses) {
        return reversal_unknown(id);
    }
    if (const auto by = chain.reversed_by(*reverses)) {
        return reversal_twice(id, chain.transaction(*by));
    }
    const Transaction* original = chain.transaction(*reverses);
    return original == nullptr ? reversal_unknown(id) : not_a_reversal(content, *original, chart);
}

void Recorder::State::record(TransactionDraft draft, ReadEntry& entry) {
    if (!names_hold(draft, entry)) {
        return;
    }
    if (auto unknown = kind_unknown(draft.kind, entry)) {
        return complain(std::move(*unknown), entry);
    }
    if (auto unknown = inner_kind_unknown(draft, entry)) {
        return complain(std::move(*unknown), entry);
    }
    if (auto dead = outside_life(draft, chart)) {
        return complain(std::move(*dead), entry);
    }
    if (options.recorded && !draft.recorded) {
        draft.recorded = options.recorded;
    }
    if (auto overflow = assign_amounts(draft)) {
        return complain(std::move(*overflow), entry);
    }
    auto balanced = rule.balance(std::move(draft));
    if (!balanced) {
        return complain(std::move(balanced).error(), entry);
    }
    TransactionDraft content = std::move(*balanced).into_draft();
    if (!entry.from_journal_text) {
        if (auto unspeakable = check_spellable(content, chart)) {
            return complain(std::move(*unspeakable), entry);
        }
    }
    const auto identified = identify(content);
    if (!identified) {
        return complain(identified.error(), entry);
    }
    if (keeps_ids) {
        report_.ids.push_back(content.id);
    }
    if (identified->present) {
        ++report_.already_present;
        return;
    }
    if (auto unknown = property.cell_unknown(content.flow.cell)) {
        return complain(std::move(*unknown), entry);
    }
    const auto locked = chain.locked_until();
    if (locked && content.date < *locked) {
        return complain(before_lock(content.date, *locked), entry);
    }
    Admission admission{.position = entry.position,
                        .content_key = identified->key,
                        .occurrence = identified->occurrence};
    if (auto fault = judge_reversal(content, admission.reverses)) {
        return complain(std::move(*fault), entry);
    }
    const std::int64_t seq = chain.append(content, admission);
    judge.note(content, seq, entry);
    property.note(content, seq, entry);
    ++report_.transactions;
    entry.content = std::move(content);  // the reader may use its memory again
}

void Recorder::State::declare(const Declaration& declaration, const ReadEntry& entry) {
    if (strict) {
        strict->learn(declaration);
    }
    const std::uint64_t subject = subject_key(declaration, chart);
    if (says_nothing_new(declaration, subject, chain)) {
        return;
    }
    if (auto contradiction = contradicts(declaration, chain, chart)) {
        return complain(std::move(*contradiction), entry);
    }
    if (!entry.from_journal_text) {
        if (auto unspeakable = check_spellable(declaration, chart)) {
            return complain(std::move(*unspeakable), entry);
        }
    }
    const auto* const row = std::get_if<RegisterDeclaration>(&declaration);
    if (row != nullptr) {
        const auto before = report_.problem_count;
        if (strict) strict->check(*row, [&](Diagnostic told) { complain(std::move(told), entry); });
        if (report_.problem_count != before) return;
        if (auto unknown = property.cell_unknown(*row)) {
            return complain(std::move(*unknown), entry);
        }
    }
    apply(declaration, chart);
    const std::int64_t seq = chain.append(declaration, subject, entry.position);
    if (row != nullptr) property.note(*row, seq, entry);
    ++report_.declarations;
}

Recorder::Recorder(Chart& chart, Chain& chain, const KindTable& kinds, const RecordOptions& options)
    : state_(std::make_unique<State>(chart, chain, kinds, options)) {}

Recorder::~Recorder() = default;

void Recorder::begin_batch(KnownBatch* batch) {
    state_->batch = batch;
}

void Recorder::keep_ids() {
    state_->keeps_ids = true;
}

bool Recorder::accept(ReadEntry& entry) {
    if (state_->stopped) {
        return false;
    }
    if (auto* draft = std::get_if<TransactionDraft>(&entry.content)) {
        state_->record(std::move(*draft), entry);
    } else {
        state_->declare(std::get<Declaration>(entry.content), entry);
    }
    return true;
}

bool Recorder::report(Diagnostic diagnostic) {
    state_->report(std::move(diagnostic));
    return !state_->stopped;
}

void Recorder::stop() {
    state_->stopped = true;
}

ImportReport Recorder::finish() {
    // A transaction that was refused is missing from every balance, so assertions after it would
    // be complained of for nothing.
    if (state_->report_.problem_count == 0) {
        for (Diagnostic& complaint : state_->judge.judge()) {
            state_->report(std::move(complaint));
        }
        for (Diagnostic& complaint : state_->property.judge()) {
            state_->report(std::move(complaint));
        }
    }
    return std::move(state_->report_);
}

const ImportReport& Recorder::so_far() const {
    return state_->report_;
}

}  // namespace cellbook
