#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

namespace {

ExitCode run(const ReportOptions& options, const Environment& environment) {
    const Query query = query_of(options, environment, "party");
    const auto source = open_input(options.input, environment);
    write_table(party_list(*source, query), source.get(), options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<ReportOptions>();
    add_report_options(arguments, *options);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command parties_command() {
    return {.name = "parties",
            .group = "Listings",
            .summary = "List parties, their sectors and parents",
            .examples = {"cellbook -f week.journal parties", "cellbook parties sector:businesses",
                         "cellbook parties i0042 -O json"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
