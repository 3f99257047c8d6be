/// Goes through a book's journal from its first entry, making anew all that follows from it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "ledger/book/derived.hpp"
#include "ledger/book/progress.hpp"
#include "ledger/book/store.hpp"
#include "ledger/chain/canonical_reader.hpp"
#include "ledger/chain/canonical_writer.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/digest.hpp"

namespace cellbook {

/// Follows the chain entry by entry with names of its own.
class Replay {
public:
    Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    /// *Errors*: `body_damaged`.
    Result<CanonicalReader::Entry> read(std::int64_t seq, std::string_view body) {
        return reader_.read(seq, body);
    }
    /// Adds what follows from the entry last read. For a transaction that names one it reverses,
    /// `reverses` is that one's place, where it is known.
    void add(std::int64_t seq, const CanonicalReader::Entry& entry);

    [[nodiscard]] const Chart& chart() const { return chart_; }
    [[nodiscard]] const ChainNames& names() const { return names_; }
    [[nodiscard]] const Derived& derived() const { return derived_; }
    /// Of the transaction last added.
    [[nodiscard]] const Hash& content_hash() const { return content_hash_; }
    [[nodiscard]] std::optional<std::int64_t> reversed() const { return reversed_; }

private:
    Chart chart_{};
    ChainNames names_{};
    CanonicalReader reader_;
    CanonicalWriter speller_;
    Sha256 sha_{};
    Hash content_hash_{};
    std::optional<std::int64_t> reversed_{};
    Derived derived_{};
};

/// Makes every derived row anew. *Requires*: a write has begun. Throws `StorageError` when the
/// journal itself is damaged, or when `progress` asks to stop.
void rebuild_derived(Store& store, const Progress& progress);

}  // namespace cellbook
