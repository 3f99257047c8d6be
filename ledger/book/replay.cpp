#include "ledger/book/replay.hpp"

#include "ledger/book/declaring.hpp"
#include "ledger/book/entry_ids.hpp"
#include "ledger/declare.hpp"

namespace cellbook {

Replay::Replay() : reader_(chart_, names_), speller_(chart_, names_) {}

void Replay::add(std::int64_t seq, const CanonicalReader::Entry& entry) {
    reversed_.reset();
    if (const auto* declaration = std::get_if<const Declaration*>(&entry)) {
        apply(**declaration, chart_);
        derived_.add(**declaration, seq, subject_key(**declaration, chart_));
        return;
    }
    const TransactionDraft& content = **std::get<const Transaction*>(entry);
    content_hash_ = sha_.of(speller_.spell(content));
    const std::uint64_t key = content_key(content_hash_);
    if (content.reversal) {
        // Ids are well mixed, so the first entry of that id's key is the one, or the check of ids
        // has something to say.
        const auto like = derived_.find_id(place_of_id(content.reversal->of_id));
        if (!like.empty()) {
            reversed_ = like.front();
        }
        if (reversed_ && derived_.reversed_by(*reversed_)) {
            reversed_.reset();
        }
    }
    derived_.add(content, seq, key, derived_.equal_entries(key) + 1, reversed_);
}

void rebuild_derived(Store& store, const Progress& progress) {
    constexpr std::int64_t between_reports = 4096;
    Replay replay;
    const std::int64_t entries = store.last_seq();
    store.for_each_entry(1, [&](std::int64_t seq, std::string_view body, std::string_view) {
        const auto entry = replay.read(seq, body);
        if (!entry) {
            throw StorageError(store.connection().file() + ": " + entry.error().explanation + ". " +
                               entry.error().remedy);
        }
        replay.add(seq, *entry);
        if (progress && seq % between_reports == 1 && !progress(seq, entries)) {
            throw StorageError("stopped: " + store.connection().file() + " is as it was");
        }
        return true;
    });
    store.clear_derived();
    replay.derived().write(store, replay.chart(), replay.names(), {});
}

}  // namespace cellbook
