#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

Command accounts_command() {
    return {.name = "accounts",
            .group = "Listings",
            .summary = "List accounts",
            .examples = {"cellbook -f week.journal accounts",
                         "cellbook accounts party:sections -O csv"},
            .prepare = plain_report(account_list)};
}

}  // namespace cellbook::cli
