/// What a batch brought before, so that importing it again adds nothing and a longer version of it
/// only what is new.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ledger/book/import_log.hpp"
#include "ledger/book/recorder.hpp"
#include "ledger/book/store.hpp"

namespace cellbook {

/// The transactions that earlier imports of one batch brought, by content. Each is met at most
/// once: two equal meals in the new version meet the two equal meals of the old one.
class BatchContents final : public KnownBatch {
public:
    BatchContents(Store& store, const std::vector<ImportRow>& imports);

    bool meet(std::uint64_t content_key) override;
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Places in the chain of those never met: rows missing or changed in the new version.
    [[nodiscard]] std::vector<std::int64_t> not_met() const;

private:
    std::vector<std::pair<std::uint64_t, std::int64_t>> rows_{};  ///< (content key, seq), sorted
    std::vector<std::size_t> met_{};  ///< by the first row of a key: how many of its rows
};

}  // namespace cellbook
