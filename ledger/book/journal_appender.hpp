/// Appends entries to a book's journal, each with the hash that links it to the one before.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/handover.hpp"
#include "ledger/book/store.hpp"
#include "ledger/digest.hpp"

namespace cellbook {

/// *Requires*: a write has begun. Where it works in a thread of its own, nobody uses the store
/// between an `append` and the next `settle`.
class JournalAppender {
public:
    /// Goes on behind `last_seq`. With `threaded`, hashing and inserting go on while the next
    /// entries are judged.
    JournalAppender(Store& store, std::int64_t last_seq, bool threaded);

    /// Throws `StorageError`, threaded also what went wrong with entries before.
    void append(std::string_view body);
    /// Waits until every entry stands in the journal. Throws `StorageError`.
    void settle();

private:
    struct Bodies {
        std::string bytes{};
        std::vector<std::size_t> ends{};  ///< of each body in `bytes`
    };
    bool insert(Bodies& bodies);
    void insert(std::string_view body);

    Store& store_;
    Sha256 sha_{};
    std::int64_t seq_;
    Hash hash_;
    bool threaded_;
    Handover<Bodies> blocks_;
};

}  // namespace cellbook
