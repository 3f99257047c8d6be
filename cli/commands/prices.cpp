#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

Command prices_command() {
    return {.name = "prices",
            .group = "Listings",
            .summary = "List declared prices",
            .examples = {"cellbook prices", "cellbook prices USD -b 2018-01 -O csv"},
            .prepare = plain_report(price_list, QueryField::commodity)};
}

}  // namespace cellbook::cli
