/// The gate into a book: what every entry must pass, whether it goes to disk or stays in memory.
///
/// A transaction meets these in turn, and is complained of once, for the first it fails (the tests
/// list the same order): names declared, under `strict` (one complaint a name); its kind known;
/// accounts and parties alive; the three balances; whether journal text can say it, so that no
/// entry is lost by export; its id. What the book or the batch already has
/// is then passed over. What is new goes on: naming a registered cell, where cells are registered;
/// not before a locked day; a reversal of something that stands. Assertions and what entries do to
/// the property register are judged last, by (date, sequence), once every entry has passed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

class Chain;

struct RecordOptions {
    /// Refuse undeclared parties, accounts and commodities; payees and tags too where the book
    /// declares any of them.
    bool strict = false;
    std::string batch{};        ///< name of the batch; empty: the file's name
    std::string imported_at{};  ///< UTC, ISO 8601, for the log of imports
    /// Where entries without an id get one: derived from content, or drawn (`add`, `record`).
    bool random_ids = false;
    /// Recorded date of entries that give none; absent: the transaction's own date.
    std::optional<Date> recorded{};
    /// How many threads may work on an import; 0: as many as the machine has. What comes of it is
    /// the same with any number.
    unsigned threads = 0;
};

/// What an import did.
struct ImportReport {
    std::int64_t transactions = 0;     ///< new ones
    std::int64_t declarations = 0;     ///< new or changed
    std::int64_t already_present = 0;  ///< transactions the book had: passed over
    /// The first `kept_problems`; anything here: nothing was recorded.
    std::vector<Diagnostic> problems{};
    std::int64_t problem_count = 0;
    std::vector<Diagnostic> warnings{};  ///< the first `kept_problems`
    std::int64_t warning_count = 0;
    bool cancelled = false;  ///< the progress callback asked to stop: nothing was recorded
    /// From `record` and `reverse`: the id of each transaction given, in order.
    std::vector<std::string> ids{};

    [[nodiscard]] bool ok() const { return problem_count == 0 && !cancelled; }
};

inline constexpr std::size_t kept_problems = 1000;

/// The entries that one batch already brought: asked for each new one, so that importing a file
/// again, or a longer version of it, adds only what is new.
class KnownBatch {
public:
    virtual ~KnownBatch() = default;
    /// Whether the batch brought an entry of this content that has not been met again yet, which
    /// it now has.
    virtual bool meet(std::uint64_t content_key) = 0;
};

/// Judges entries one by one and appends those that pass to a chain.
class Recorder final : public EntrySink {
public:
    Recorder(Chart& chart, Chain& chain, const KindTable& kinds, const RecordOptions& options);
    ~Recorder() override;
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// What follows belongs to this batch; null: to none that brought anything before.
    void begin_batch(KnownBatch* batch);
    /// Keeps the ids of what follows, given or drawn or derived, in the report.
    void keep_ids();

    bool accept(ReadEntry& entry) override;
    bool report(Diagnostic diagnostic) override;
    /// Makes `accept` return false from now on.
    void stop();

    /// Judges the assertions, once all entries are in. Nothing may follow.
    ImportReport finish();
    [[nodiscard]] const ImportReport& so_far() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cellbook
