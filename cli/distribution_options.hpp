/// The flags of what looks at a distribution: a column of a file, or the households of a book.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/period_options.hpp"
#include "cli/progress.hpp"
#include "cli/report_options.hpp"
#include "ledger/distribution/inequality.hpp"

namespace cellbook::cli {

struct DistributionFlags {
    ReportOptions report{};
    ValuationFlags valuation{};
    std::optional<std::string> data{};
    std::optional<std::string> column{};
    std::optional<std::string> group{};
    std::optional<std::string> of{};
    std::optional<std::string> scale{};
    std::optional<std::string> by{};
    std::optional<std::string> weight{};
};

/// --data and its columns; QUERY and its flags, --of, --scale, --by, --weight and valuation.
void add_distribution_options(Arguments& arguments, DistributionFlags& flags);

/// What is looked at.
struct Observed {
    Observations observations{};
    DistributionHeading heading{};
    std::shared_ptr<const EntrySource> source{};  ///< null for a file of data
};

/// The households of a book that is open already. Throws UsageError, InputError.
Observed observe_book(const EntrySource& source, const Query& query, const DistributionFlags& flags,
                      const std::string& what, Date today);

/// Reads what the flags name. `what` begins the title. Throws UsageError, InputError, Interrupted.
Observed observe(const DistributionFlags& flags, const std::string& what,
                 const Environment& environment, const Progress& progress);

}  // namespace cellbook::cli
