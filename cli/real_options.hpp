/// The flags that ask a report for real terms: amounts at the prices of a base period.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/period_options.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/statements/intervals.hpp"
#include "ledger/statements/valuation.hpp"

namespace cellbook::cli {

struct RealFlags {
    std::optional<std::string> series{};
    std::optional<std::string> base{};
};

/// --real and --real-base.
void add_real_options(Arguments& arguments, RealFlags& flags);

/// What a report in real terms is made of.
struct RealTerms {
    std::shared_ptr<const EntrySource> source{};  ///< with the deflated currency
    std::optional<ValuationOptions> valuation{};  ///< in it
    std::vector<std::string> notes{};

    void add_notes(std::vector<std::string>& to) const;
};

struct RealContext {
    Interval interval = Interval::none;  ///< of the report's columns
    /// What stands at ends of columns takes their prices, what happens those of its day.
    bool historical = false;
    Date today{};  ///< what `--value='last month'` counts from
};

/// What the flags of real terms and of valuation say together: without --real, the source as it is
/// and `valuation_of`. The currency is that of -X, or the one that prices in the book, or all of
/// it, are in. Throws UsageError, InputError.
RealTerms real_terms_of(const RealFlags& flags, const ValuationFlags& valuation,
                        std::shared_ptr<const EntrySource> source, const RealContext& context);

}  // namespace cellbook::cli
