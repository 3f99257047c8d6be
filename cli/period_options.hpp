/// The flags that statements share: periods as columns, and valuation.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "ledger/statements/period_table.hpp"

namespace cellbook::cli {

struct PeriodOptions {
    bool daily = false;
    bool weekly = false;
    bool monthly = false;
    bool quarterly = false;
    bool yearly = false;
    bool average = false;
    bool row_total = false;
    bool compare = false;
};

struct ValuationFlags {
    bool market = false;
    std::optional<std::string> exchange{};
    std::optional<std::string> value{};
    bool show_prices = false;
};

/// -D -W -M -Q -Y, --average, --row-total, --compare.
void add_period_options(Arguments& arguments, PeriodOptions& options);
/// -V, -X, --value, --show-prices.
void add_valuation_options(Arguments& arguments, ValuationFlags& options);

/// --pivot, of statements and balances.
void add_pivot_option(Arguments& arguments, std::optional<std::string>& pivot);

/// What the flags say of columns. Throws UsageError when two intervals are asked for, or a row
/// total of what stands at the ends of columns.
ReportColumns columns_of(const PeriodOptions& options, bool historical);

/// What the flags say of valuation; nothing when none does. `today` is what `--value='last month'`
/// counts from. Throws UsageError.
std::optional<ValuationOptions> valuation_of(const ValuationFlags& options, Date today);

}  // namespace cellbook::cli
