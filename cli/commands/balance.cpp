#include "ledger/statements/balance.hpp"

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/period_options.hpp"
#include "cli/real_options.hpp"
#include "cli/report_options.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    BalanceOptions balance{};
    PeriodOptions periods{};
    ValuationFlags valuation{};
    RealFlags real{};
    bool historical = false;
    bool flat = false;
    bool no_elide = false;
    bool no_total = false;
};

ExitCode run(Options options, const Environment& environment) {
    if (options.flat && options.balance.tree) {
        throw UsageError{"--flat and --tree exclude each other"};
    }
    const Query query = query_of(options.report, environment);
    const auto opened = open_input(options.report.input, environment);
    options.balance.columns = columns_of(options.periods, options.historical);
    const RealTerms real = real_terms_of(options.real, options.valuation, opened,
                                         {.interval = options.balance.columns.interval,
                                          .historical = options.historical,
                                          .today = today_of(options.report.today, environment)});
    options.balance.columns.valuation = real.valuation;
    options.balance.elide = !options.no_elide;
    options.balance.total = !options.no_total;
    Table table = balance(*real.source, query, options.balance);
    real.add_notes(table.notes);
    write_table(table, real.source.get(), options.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Shape");
    arguments.flag("-l,--flat", options->flat, "A line an account, others not in it (default)");
    arguments.flag("-t,--tree", options->balance.tree,
                   "Accounts indented, those below in each amount");
    arguments.count("--depth", options->balance.depth, "N",
                    "Add what lies deeper to the account N parts deep");
    add_pivot_option(arguments, options->balance.pivot);
    arguments.flag("-H,--historical", options->historical,
                   "What stands at the end, all before -b included");
    arguments.flag("-E,--empty", options->balance.empty, "Accounts that come to zero too");
    arguments.flag("-N,--no-total", options->no_total, "No line for the sum");
    arguments.flag("--no-elide", options->no_elide, "Tree: a line for every parent");
    add_period_options(arguments, options->periods);
    add_valuation_options(arguments, options->valuation);
    add_real_options(arguments, options->real);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command balance_command() {
    return {.name = "balance",
            .aliases = {"bal"},
            .group = "Reports",
            .summary = "Show what accounts stand at, or how they changed in a period",
            .examples = {"cellbook -f week.journal balance",
                         "cellbook balance assets:cash party:inmates -e 2018-04",
                         "cellbook balance --tree --depth 3 -O csv",
                         "cellbook balance expenses -M --pivot kind --average",
                         "cellbook balance assets:cash -M -H -X BOB --show-prices",
                         "cellbook balance sector:households not:standing:assumed -H -p 2018q1"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
