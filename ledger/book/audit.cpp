#include "ledger/book/audit.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "ledger/balance_rule.hpp"
#include "ledger/book/assertion_audit.hpp"
#include "ledger/book/entry_ids.hpp"
#include "ledger/book/import_log.hpp"
#include "ledger/book/lifetimes.hpp"
#include "ledger/book/migration.hpp"
#include "ledger/book/replay.hpp"
#include "ledger/book/reversal.hpp"
#include "ledger/book/stock_flow.hpp"
#include "ledger/book/table_comparison.hpp"
#include "ledger/kinds/leg_check.hpp"
#include "ledger/property/property_register.hpp"
#include "ledger/property/row_rules.hpp"

namespace cellbook {

namespace {

constexpr std::size_t most_failures = 1000;

/// One audit on its way through a book.
class Audit {
public:
    Audit(Store& store, const std::vector<std::string>& only, const Progress& progress)
        : store_(store),
          progress_(progress),
          wanted_(only.begin(), only.end()),
          writer_(replay_.chart(), written_names_),
          rule_(replay_.chart()) {}

    std::vector<CheckFailure> run() {
        guarded([&] { entries_ = store_.last_seq(); });
        guarded([&] { go_through_journal(); });
        guarded([&] { sources(); });
        if (wants("property") && whole_) {
            guarded([&] { property(); });
        }
        if (wants("assertions")) {
            guarded([&] { assertions(); });
        }
        // Rows made from a part of the journal would differ everywhere.
        if (wants("derived_tables") && whole_) {
            guarded([&] { derived_tables(); });
        }
        if (wants("stock_flow") && whole_) {
            guarded([&] {
                check_stock_flow(store_, replay_,
                                 [&](std::string what) { fail("stock_flow", std::move(what)); });
            });
        }
        if (wants("foreign_keys")) {
            guarded([&] { foreign_keys(); });
        }
        if (wants("sqlite_integrity")) {
            guarded([&] { integrity(); });
        }
        return in_order();
    }

private:
    [[nodiscard]] bool wants(const std::string& check) const {
        return wanted_.empty() || wanted_.contains(check);
    }
    [[nodiscard]] bool full() const { return failures_.size() >= most_failures; }

    void fail(const std::string& check, std::string explanation, std::int64_t seq = 0,
              const std::string& id = {}) {
        if (wants(check) && !full()) {
            failures_.push_back({.check = check,
                                 .entry_id = id,
                                 .seq = seq,
                                 .provenance = {},
                                 .explanation = std::move(explanation)});
        }
    }

    /// A file that cannot be read is what the audit is looking for.
    template <class Work>
    void guarded(const Work& work) {
        try {
            work();
        } catch (const StorageError& error) {
            whole_ = false;
            failures_.push_back({.check = "sqlite_integrity",
                                 .entry_id = {},
                                 .seq = 0,
                                 .provenance = {},
                                 .explanation = error.what()});
        }
    }

    void go_through_journal() {
        constexpr std::int64_t between_reports = 4096;
        std::int64_t expected = 1;
        store_.for_each_entry(
            1, [&](std::int64_t seq, std::string_view body, std::string_view hash) {
                if (seq != expected) {
                    fail("hash_chain", "entry " + std::to_string(expected) + " is missing", seq);
                    whole_ = false;
                }
                expected = seq + 1;
                entry(seq, body, hash);
                if (progress_ && seq % between_reports == 0 && !progress_(seq, entries_)) {
                    throw StorageError("the check was stopped after entry " + std::to_string(seq));
                }
                return !full();
            });
        whole_ = whole_ && !full();
    }

    void entry(std::int64_t seq, std::string_view body, std::string_view hash) {
        const Hash link = sha_.link(previous_, body);
        const std::string_view bytes{reinterpret_cast<const char*>(link.data()), link.size()};
        if (bytes != hash) {
            fail("hash_chain",
                 "the hash of entry " + std::to_string(seq) +
                     " is not that of its body after the hash before it",
                 seq);
        }
        if (hash.size() == previous_.size()) {
            std::copy(hash.begin(), hash.end(), previous_.begin());
        }
        const auto read = replay_.read(seq, body);
        if (!read) {
            fail("canonical_form", read.error().explanation, seq);
            whole_ = false;
            return;
        }
        if (const auto* declaration = std::get_if<const Declaration*>(&*read)) {
            declared(**declaration, seq);
        }
        replay_.add(seq, *read);
        const auto* transaction = std::get_if<const Transaction*>(&*read);
        const std::string_view written = transaction != nullptr
                                             ? writer_.write(***transaction)
                                             : writer_.write(*std::get<const Declaration*>(*read));
        if (written != body) {
            fail("canonical_form",
                 "entry " + std::to_string(seq) +
                     " says what it says in another form than the canonical one",
                 seq);
            written_names_ = replay_.names();
        }
        if (transaction != nullptr) {
            judge(***transaction, seq);
        }
    }

    void declared(const Declaration& declaration, std::int64_t seq) {
        if (const auto* source = std::get_if<SourceDeclaration>(&declaration)) {
            sources_declared_.insert(source->source);
        } else if (const auto* kind = std::get_if<KindDeclaration>(&declaration)) {
            if (const auto complaint = kinds_.add_definition(kind->definition)) {
                fail("kind_legs", complaint->explanation, seq);
            }
        } else if (const auto* price = std::get_if<PriceDeclaration>(&declaration)) {
            not_before_lock(price->date, seq, {});
        } else if (const auto* row = std::get_if<RegisterDeclaration>(&declaration)) {
            registered(*row, seq);
        }
    }

    void registered(const RegisterDeclaration& row, std::int64_t seq) {
        if (row.source && !sources_used_.contains(row.source)) {
            sources_used_[row.source] = {seq, {}};
        }
        if (const auto why = row_fault(row, replay_.chart())) {
            fail("property", why->explanation, seq);
        } else {
            property_.add(row, seq);
        }
    }

    void not_before_lock(Date date, std::int64_t seq, const std::string& id) {
        const auto& locked = replay_.derived().state().locked_until;
        if (locked && date < *locked) {
            fail("period_lock",
                 "dated " + to_string(date) + ", after the book was locked until " +
                     to_string(*locked),
                 seq, id);
        }
    }

    void judge(const TransactionDraft& content, std::int64_t seq) {
        const std::string id = content.id;
        if (const auto balanced = rule_.balance(content); !balanced) {
            const DiagnosticCode code = balanced.error().code;
            const char* check = code == DiagnosticCode::party_unbalanced    ? "party_balance"
                                : code == DiagnosticCode::claims_unbalanced ? "claims_balance"
                                                                            : "transaction_balance";
            fail(check, balanced.error().explanation, seq, id);
        }
        if (const auto dead = outside_life(content, replay_.chart())) {
            fail("account_life", dead->explanation, seq, id);
        }
        if (wants("kind_legs")) {
            if (const auto legs = check_legs(content, kinds_, replay_.chart())) {
                fail("kind_legs", legs->explanation, seq, id);
            }
        }
        if (content.source && !sources_used_.contains(content.source)) {
            sources_used_[content.source] = {seq, id};
        }
        property_.add(content, seq);
        not_before_lock(content.date, seq, id);
        // These read other entries, which the reader puts where `content` stands.
        const auto reversal = content.reversal ? std::optional{content} : std::nullopt;
        judge_id(id, seq);
        if (reversal) {
            judge_reversal(*reversal, seq);
        }
    }

    void judge_id(const std::string& id, std::int64_t seq) {
        if (!is_valid_id(id)) {
            fail("ids", "`" + id + "` cannot be an id", seq, id);
        }
        for (const std::int64_t other : replay_.derived().find_id(place_of_id(id))) {
            if (other < seq && id_at(other) == id) {
                fail("ids", "the id belongs to entry " + std::to_string(other) + " already", seq,
                     id);
            }
        }
    }

    std::string id_at(std::int64_t seq) {
        const auto original = transaction_at(seq);
        return original ? (*original)->id : std::string{};
    }

    std::optional<Transaction> transaction_at(std::int64_t seq) {
        // Every name of an earlier entry is known, so reading it again changes nothing.
        const std::string body = store_.body(seq).value_or("");
        const auto read = replay_.read(seq, body);
        const auto* transaction = read ? std::get_if<const Transaction*>(&*read) : nullptr;
        return transaction == nullptr ? std::nullopt : std::optional{**transaction};
    }

    void judge_reversal(const TransactionDraft& content, std::int64_t seq) {
        const auto of = replay_.reversed();
        if (!of) {
            fail("reversals",
                 "reverses `" + content.reversal->of_id +
                     "`, which is not in the book before it or has been reversed already",
                 seq, content.id);
            return;
        }
        const auto original = transaction_at(*of);
        if (!original) {
            fail("reversals", "what it reverses cannot be read", seq, content.id);
        } else if (const auto fault = not_a_reversal(content, *original, replay_.chart())) {
            fail("reversals", fault->explanation, seq, content.id);
        }
    }

    void sources() {
        for (const auto& [source, use] : sources_used_) {
            if (!sources_declared_.contains(source)) {
                fail("sources_declared",
                     "source `" + replay_.chart()[source] +
                         "` is named, and nothing says what it is",
                     use.first, use.second);
            }
        }
    }

    void property() {
        for (PropertyFault& fault : property_.settle()) {
            fail("property", std::move(fault.diagnostic.explanation), fault.seq);
        }
    }

    void assertions() {
        for (AssertionFailure& failure : failed_assertions(store_, replay_)) {
            fail("assertions", std::move(failure.explanation), failure.seq, failure.id);
        }
    }

    void derived_tables() {
        Store wanted{Connection::in_memory()};
        for (const std::string_view migration : book_migrations()) {
            wanted.connection().execute(std::string{migration});
        }
        wanted.begin_write();
        replay_.derived().write(wanted, replay_.chart(), replay_.names(), {});
        for (std::string& difference : differing_rows(store_.connection(), wanted.connection())) {
            fail("derived_tables", std::move(difference));
        }
        wanted.rollback();
    }

    void foreign_keys() {
        Statement row = store_.connection().prepare("PRAGMA foreign_key_check");
        while (row.step() && !full()) {
            fail("foreign_keys", "a row of table " + std::string{row.text(0)} +
                                     " names a row of table " + std::string{row.text(2)} +
                                     " that is not there");
        }
    }

    void integrity() {
        Statement row = store_.connection().prepare("PRAGMA integrity_check");
        while (row.step() && !full()) {
            if (row.text(0) != "ok") {
                fail("sqlite_integrity", std::string{row.text(0)});
            }
        }
    }

    std::vector<CheckFailure> in_order() {
        const auto place = [](const CheckFailure& failure) {
            const auto& names = audit_names();
            return std::find(names.begin(), names.end(), failure.check) - names.begin();
        };
        std::stable_sort(failures_.begin(), failures_.end(), [&](const auto& a, const auto& b) {
            return std::pair{place(a), a.seq} < std::pair{place(b), b.seq};
        });
        for (CheckFailure& failure : failures_) {
            try {
                failure.provenance = provenance_in(store_.connection(), failure.seq);
            } catch (const StorageError&) {
                break;  // the log of imports is damaged too
            }
        }
        return std::move(failures_);
    }

    Store& store_;
    const Progress& progress_;
    std::set<std::string> wanted_;
    Replay replay_{};
    PropertyRegister property_{replay_.chart()};
    ChainNames written_names_{};
    CanonicalWriter writer_;
    BalanceRule rule_;
    KindTable kinds_ = KindTable::standard();
    Sha256 sha_{};
    Hash previous_ = first_hash();
    std::int64_t entries_ = 0;
    bool whole_ = true;  ///< the journal was followed from its first entry to its last
    std::set<WordId> sources_declared_{};
    std::map<WordId, std::pair<std::int64_t, std::string>> sources_used_{};
    std::vector<CheckFailure> failures_{};
};

}  // namespace

const std::vector<std::string>& audit_names() {
    static const std::vector<std::string> names{
        "transaction_balance", "party_balance", "claims_balance",   "hash_chain",
        "canonical_form",      "assertions",    "foreign_keys",     "sqlite_integrity",
        "account_life",        "ids",           "sources_declared", "kind_legs",
        "period_lock",         "reversals",     "property",         "derived_tables",
        "stock_flow"};
    return names;
}

std::vector<CheckFailure> audit(Store& store, const std::vector<std::string>& only,
                                const Progress& progress) {
    const bool began = store.connection().autocommit();
    try {
        if (began) {
            store.begin_read();
        }
    } catch (const StorageError& error) {
        return {{.check = "sqlite_integrity",
                 .entry_id = {},
                 .seq = 0,
                 .provenance = {},
                 .explanation = error.what()}};
    }
    std::vector<CheckFailure> failures = Audit{store, only, progress}.run();
    if (began) {
        store.rollback();
    }
    return failures;
}

}  // namespace cellbook
