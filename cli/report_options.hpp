/// The flags that reports share: query, dates and output.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "ledger/query/query.hpp"
#include "ledger/query/query_term.hpp"

namespace cellbook::cli {

struct ReportOptions {
    InputOptions input{};
    std::vector<std::string> terms{};
    std::optional<std::string> begin{};
    std::optional<std::string> end{};
    std::optional<std::string> period{};
    std::optional<std::string> today{};
    bool unmarked = false;
    bool pending = false;
    bool cleared = false;
    /// What words without a prefix look at: `parties i0042` is about parties.
    QueryField bare_words = QueryField::account;
    OutputOptions output{};
};

/// QUERY words, input, -b -e -p --today and -U -P -C. *Requires*: `bare_words` is set before.
void add_query_options(Arguments& arguments, ReportOptions& options);
/// The same, and output.
void add_report_options(Arguments& arguments, ReportOptions& options);

/// --today, or the day of the environment. Throws UsageError.
Date today_of(const std::optional<std::string>& today, const Environment& environment);

/// What the terms and flags say together. Throws UsageError.
Query query_of(const ReportOptions& options, const Environment& environment);

/// Prepares a report that has no flags of its own: `make` gives its table.
std::function<Action(Arguments&)> plain_report(Table (*make)(const EntrySource&, const Query&),
                                               QueryField bare_words = QueryField::account);

}  // namespace cellbook::cli
