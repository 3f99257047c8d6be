#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

Command parties_command() {
    return {.name = "parties",
            .group = "Listings",
            .summary = "List parties, their sectors and parents",
            .examples = {"cellbook -f week.journal parties", "cellbook parties sector:businesses",
                         "cellbook parties i0042 -O json"},
            .prepare = plain_report(party_list, QueryField::party)};
}

}  // namespace cellbook::cli
