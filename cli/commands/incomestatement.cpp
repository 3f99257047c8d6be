#include "cli/commands/all.hpp"
#include "cli/statement_options.hpp"
#include "ledger/statements/income_statement.hpp"

namespace cellbook::cli {

Command incomestatement_command() {
    return {.name = "incomestatement",
            .aliases = {"is"},
            .group = "Reports",
            .summary = "Show what parties earned and used up, of one, each, or a set of them",
            .examples = {"cellbook incomestatement party:inmates:i0042 --monthly --row-total",
                         "cellbook is sector:households --quarterly --compare",
                         "cellbook is --by-party -M -O csv"},
            .prepare = statement_command(income_statement, false)};
}

}  // namespace cellbook::cli
