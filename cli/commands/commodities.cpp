#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

Command commodities_command() {
    return {.name = "commodities",
            .group = "Listings",
            .summary = "List commodities and their decimals",
            .examples = {"cellbook -f week.journal commodities", "cellbook commodities BOB"},
            .prepare = plain_report(commodity_list, QueryField::commodity)};
}

}  // namespace cellbook::cli
