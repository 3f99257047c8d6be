/// The gate into a book: what every entry must pass, whether it goes to disk or stays in memory.
///
/// Order of precedence (the tests list the same): declared names under `strict`; kind known;
/// account life; period lock; reversal; id; batch; the three balances; assertions at the end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

struct RecordOptions {
    bool strict = false;        ///< refuse undeclared parties, accounts, commodities, payees, tags
    std::string batch{};        ///< name of the batch; empty: the file's name
    std::string imported_at{};  ///< UTC, ISO 8601, for the log of imports
    /// Where entries without an id get one: derived from content, or drawn (`add`, `record`).
    bool random_ids = false;
    /// Recorded date of entries that give none; absent: the transaction's own date.
    std::optional<Date> recorded{};
};

/// What an import did.
struct ImportReport {
    std::int64_t transactions = 0;     ///< new ones
    std::int64_t declarations = 0;     ///< new or changed
    std::int64_t already_present = 0;  ///< the same entry again: passed over
    std::vector<Diagnostic>
        problems{};  ///< the first `kept_problems`; anything here: nothing was recorded
    std::int64_t problem_count = 0;
    std::int64_t warning_count = 0;

    [[nodiscard]] bool ok() const { return problem_count == 0; }
};

inline constexpr std::size_t kept_problems = 1000;

}  // namespace cellbook
