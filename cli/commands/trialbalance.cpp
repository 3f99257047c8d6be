#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/trial_balance.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    TrialBalanceOptions shape{};
};

ExitCode run(const Options& options, const Environment& environment) {
    const Query query = query_of(options.report, environment);
    const auto source = open_input(options.report.input, environment);
    write_table(trial_balance(*source, query, options.shape), source.get(), options.report.output,
                environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Shape");
    arguments.count("--depth", options->shape.depth, "N",
                    "Add what lies deeper to the account N parts deep");
    arguments.flag("-E,--empty", options->shape.empty, "Accounts whose columns are all zero too");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command trialbalance_command() {
    return {.name = "trialbalance",
            .aliases = {"tb"},
            .group = "Reports",
            .summary = "Show opening balances, debits, credits and closing balances",
            .examples = {"cellbook -f week.journal trialbalance",
                         "cellbook trialbalance party:sections -p 2018-03",
                         "cellbook tb --depth 1 -o trial.csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
