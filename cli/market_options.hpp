/// The flags that say which market for cells is meant: values of a file, or households of a book.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "cli/input.hpp"
#include "cli/period_options.hpp"
#include "ledger/decimal.hpp"
#include "ledger/entry_source.hpp"
#include "market/assignment/ceiling.hpp"
#include "market/assignment/clearing_table.hpp"
#include "market/assignment/trades.hpp"

namespace cellbook::cli {

struct MarketFlags {
    std::optional<std::string> values{};
    std::optional<std::string> reserves{};
    std::optional<std::string> endowment{};
    std::optional<std::string> on{};
    std::optional<std::string> today{};
    std::optional<std::string> share{};
    std::optional<std::string> taste{};
    std::optional<std::string> seed{};
    std::optional<std::string> quality{};
    bool shared = false;
    std::optional<std::string> places{};
    std::optional<std::string> sizes{};
    std::optional<std::string> ceiling{};
    std::optional<std::string> priority{};
    std::optional<std::string> priority_file{};
    InputOptions input{};
    ValuationFlags valuation{};
};

struct Market {
    AssignmentGame game{};
    std::optional<Endowment> endowment{};
    std::optional<Ceilings> ceilings{};
    bool shared = false;                 ///< households take places in cells
    std::vector<std::int64_t> places{};  ///< by cell, where shared
    std::vector<std::int64_t> sizes{};   ///< by household, where shared
    MarketHeading heading{};
    std::shared_ptr<const EntrySource> source{};  ///< null for values of a file
    /// Since when each household is inside, where a book tells.
    std::vector<std::optional<Decimal>> seniority{};
};

void add_market_options(Arguments& arguments, MarketFlags& flags);

/// Reads what the flags name. Throws UsageError, InputError, StorageError, Interrupted.
Market read_market(const MarketFlags& flags, const Environment& environment);

}  // namespace cellbook::cli
