/// What an export writes, and what it has to say of it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"

namespace cellbook {

using WriteText = std::function<void(std::string_view)>;

struct ExportOptions {
    const Query* query = nullptr;  ///< whole transactions that it matches; null: everything
    /// Told how far it has come; false stops the export.
    std::function<bool(std::int64_t done, std::int64_t total)> progress{};
};

struct ExportResult {
    /// What the format cannot carry as the book has it, each with how often: `3 balance assertions
    /// stand in metadata`. Empty: everything is carried.
    std::vector<std::string> notes{};
    bool cancelled = false;
};

/// Calls `visit` for each transaction to be exported, by date and sequence or, with `any_order`, as
/// they were recorded. Returns false when it was stopped.
bool for_each_exported(const EntrySource& source, const ExportOptions& options, bool any_order,
                       const std::function<void(const Transaction&)>& visit);

/// Adds `COUNT one` or `COUNT many` with `rest` behind it, where there is anything to count.
void add_note(std::vector<std::string>& notes, std::int64_t count, std::string_view one,
              std::string_view many, std::string_view rest);

}  // namespace cellbook
