#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"

namespace cellbook::cli {

namespace {

ExitCode run(const ReportOptions& options, const Environment& environment) {
    const Query query = query_of(options, environment);
    const auto source = open_input(options.input, environment);
    write_table(account_list(*source, query), source.get(), options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<ReportOptions>();
    add_report_options(arguments, *options);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command accounts_command() {
    return {.name = "accounts",
            .group = "Listings",
            .summary = "List accounts",
            .examples = {"cellbook -f week.journal accounts",
                         "cellbook accounts party:sections -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
