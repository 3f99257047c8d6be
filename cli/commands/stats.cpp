#include "ledger/statements/stats.hpp"

#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"

namespace cellbook::cli {

namespace {

ExitCode run(const ReportOptions& options, const Environment& environment) {
    const Query query = query_of(options, environment);
    const auto source = open_input(options.input, environment);
    write_table(stats(*source, query), source.get(), options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<ReportOptions>();
    add_report_options(arguments, *options);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command stats_command() {
    return {.name = "stats",
            .group = "Reports",
            .summary = "Show what a book holds, and how much of it is observed or assumed",
            .examples = {"cellbook -f week.journal stats", "cellbook stats -p 2018-03 -O json"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
