/// The log of imports: what came from which file, outside the chain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book/connection.hpp"
#include "ledger/digest.hpp"
#include "ledger/entry_source.hpp"

namespace cellbook {

struct ImportRow {
    std::int64_t import = 0;
    std::string batch{};
    std::string sha256{};  ///< of all bytes read, hexadecimal; empty for what came from no file
    std::string imported_at{};
    std::int64_t transactions = 0;
    std::int64_t first_seq = 0;
    std::int64_t last_seq = 0;
    std::string files{};  ///< JSON
    std::string origins{};
};

class ImportLog {
public:
    explicit ImportLog(const Connection& connection) : connection_(connection) {}

    void add(const ImportRow& import) const;
    [[nodiscard]] std::vector<ImportRow> of_batch(const std::string& batch) const;
    /// A batch of another name that brought transactions from the same bytes.
    [[nodiscard]] std::optional<std::string> other_batch_of(const std::string& sha256,
                                                            const std::string& batch) const;
    /// The imports whose span of sequence numbers holds `seq`.
    [[nodiscard]] std::vector<ImportRow> around(std::int64_t seq) const;

private:
    const Connection& connection_;
};

/// The names and hashes of the files of an import, as its row keeps them.
struct ImportedFile {
    std::string name{};
    std::string sha256{};  ///< hexadecimal
};
std::string to_json(const std::vector<ImportedFile>& files);

/// Where an entry came from: the file, line and moment of the import that brought it; empty when
/// the log does not say.
Provenance provenance_in(const Connection& connection, std::int64_t seq);

}  // namespace cellbook
