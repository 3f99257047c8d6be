/// The flags that statements of parties share.
#pragma once

#include <functional>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/period_options.hpp"
#include "cli/real_options.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/statement_lines.hpp"

namespace cellbook::cli {

struct StatementFlags {
    ReportOptions report{};
    PeriodOptions periods{};
    ValuationFlags valuation{};
    RealFlags real{};
    StatementOptions statement{};
};

/// QUERY and its flags, --by-party, --aggregate, --depth, -E, columns, valuation and real terms.
void add_statement_options(Arguments& arguments, StatementFlags& flags);

/// What the flags say but for real terms, which need the books. `historical`: columns show what
/// stands at their ends. Throws UsageError.
StatementOptions statement_of(const StatementFlags& flags, bool historical,
                              const Environment& environment);

/// Prepares a statement that has no flags of its own: `make` gives its table.
std::function<Action(Arguments&)> statement_command(Table (*make)(const EntrySource&, const Query&,
                                                                  const StatementOptions&),
                                                    bool historical);

}  // namespace cellbook::cli
