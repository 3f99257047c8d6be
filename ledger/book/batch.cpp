#include "ledger/book/batch.hpp"

#include <algorithm>

#include "ledger/book/origins.hpp"

namespace cellbook {

BatchContents::BatchContents(Store& store, const std::vector<ImportRow>& imports) {
    std::vector<std::int64_t> brought;
    for (const ImportRow& import : imports) {
        unpack_origins(import.origins, [&](const Origin& origin) {
            brought.push_back(origin.seq);
            return true;
        });
    }
    if (brought.empty()) {
        return;
    }
    std::sort(brought.begin(), brought.end());
    store.for_each_content_key([&](std::uint64_t key, std::int64_t seq) {
        if (std::binary_search(brought.begin(), brought.end(), seq)) {
            rows_.emplace_back(key, seq);
        }
    });
    std::sort(rows_.begin(), rows_.end());
    met_.resize(rows_.size());
}

bool BatchContents::meet(std::uint64_t content_key) {
    const auto first =
        std::lower_bound(rows_.begin(), rows_.end(), std::pair{content_key, std::int64_t{0}});
    const auto index = static_cast<std::size_t>(first - rows_.begin());
    const std::size_t next = index < rows_.size() ? index + met_[index] : index;
    if (next >= rows_.size() || rows_[next].first != content_key) {
        return false;
    }
    ++met_[index];
    return true;
}

std::vector<std::int64_t> BatchContents::not_met() const {
    std::vector<std::int64_t> seqs;
    for (std::size_t first = 0; first < rows_.size();) {
        std::size_t end = first;
        while (end < rows_.size() && rows_[end].first == rows_[first].first) {
            ++end;
        }
        for (std::size_t row = first + met_[first]; row < end; ++row) {
            seqs.push_back(rows_[row].second);
        }
        first = end;
    }
    std::sort(seqs.begin(), seqs.end());
    return seqs;
}

}  // namespace cellbook
