#include "cli/commands/all.hpp"
#include "cli/statement_options.hpp"
#include "ledger/statements/balance_sheet.hpp"

namespace cellbook::cli {

Command balancesheet_command() {
    return {.name = "balancesheet",
            .aliases = {"bs"},
            .group = "Reports",
            .summary = "Show what parties own, owe and are worth, of one, each, or a set of them",
            .examples = {"cellbook balancesheet party:sections:posta --monthly",
                         "cellbook bs sector:households -e 2018-04 -X BOB --show-prices",
                         "cellbook bs --by-party -O json"},
            .prepare = statement_command(balance_sheet, true)};
}

}  // namespace cellbook::cli
