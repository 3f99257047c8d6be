#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

namespace {

ExitCode run(const ReportOptions& options, const Environment& environment) {
    const Query query = query_of(options, environment, "cur");
    const auto source = open_input(options.input, environment);
    write_table(commodity_list(*source, query), source.get(), options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<ReportOptions>();
    add_report_options(arguments, *options);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command commodities_command() {
    return {.name = "commodities",
            .group = "Listings",
            .summary = "List commodities and their decimals",
            .examples = {"cellbook -f week.journal commodities", "cellbook commodities BOB"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
