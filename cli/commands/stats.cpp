#include "ledger/statements/stats.hpp"

#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"

namespace cellbook::cli {

Command stats_command() {
    return {.name = "stats",
            .group = "Reports",
            .summary = "Show what a book holds, and how much of it is observed or assumed",
            .examples = {"cellbook -f week.journal stats", "cellbook stats -p 2018-03 -O json"},
            .prepare = plain_report(stats)};
}

}  // namespace cellbook::cli
