/// The texts of one import: which reader each is for, and what bytes they had.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/digest.hpp"
#include "ledger/entry.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/reading/source_text.hpp"

namespace cellbook {

/// Opens texts and hashes every byte that is read of them.
class HashedFiles final : public TextFiles {
public:
    struct File {
        std::string name{};
        Hash sha256{};
    };

    /// `on_bytes` is called as bytes are read, with their number.
    explicit HashedFiles(TextFiles& files, std::function<void(std::size_t)> on_bytes = {})
        : files_(files), on_bytes_(std::move(on_bytes)) {}

    Result<std::unique_ptr<TextStream>> open(const std::string& path) override;
    std::vector<std::string> expand(const std::string& pattern,
                                    const std::string& including_file) override;

    /// The texts read since the last call, in the order in which they were opened.
    std::vector<File> take_read();

private:
    TextFiles& files_;
    std::function<void(std::size_t)> on_bytes_;
    std::shared_ptr<std::vector<File>> read_ = std::make_shared<std::vector<File>>();
};

/// Reads each of `paths`, journal, events or a register as its first line tells, into `sink`.
/// Commodities that nothing declares take the most decimals they have in any of `paths`, found by a
/// second look through `files`, the plain ones. `next` is called before each path and told whether
/// to go on by its result.
void read_texts(TextFiles& files, TextFiles& hashed, const std::vector<std::string>& paths,
                const KindTable& kinds, Chart& chart, EntrySink& sink,
                const std::function<bool(const std::string& path)>& next);

}  // namespace cellbook
