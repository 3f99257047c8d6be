#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/period_options.hpp"
#include "cli/real_options.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/cash_flow.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    CashFlowOptions cash{};
    PeriodOptions periods{};
    ValuationFlags valuation{};
    RealFlags real{};
};

ExitCode run(Options options, const Environment& environment) {
    if (options.cash.aggregate && options.cash.by_party) {
        throw UsageError{"--aggregate and --by-party exclude each other",
                         "a party by itself has nothing to consolidate"};
    }
    const Query query = query_of(options.report, environment);
    const auto opened = open_input(options.report.input, environment);
    options.cash.columns = columns_of(options.periods, false);
    const RealTerms real = real_terms_of(options.real, options.valuation, opened,
                                         {.interval = options.cash.columns.interval,
                                          .today = today_of(options.report.today, environment)});
    options.cash.columns.valuation = real.valuation;
    Table table = cash_flow(*real.source, query, options.cash);
    real.add_notes(table.notes);
    write_table(table, real.source.get(), options.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    options->report.bare_words = QueryField::party;
    add_report_options(arguments, options->report);
    arguments.group("Whose");
    arguments.flag("--aggregate", options->cash.aggregate,
                   "With what the parties chosen pay each other");
    arguments.flag("--by-party", options->cash.by_party, "A statement of each party");
    arguments.group("Shape");
    arguments.count("--depth", options->cash.depth, "N", "Add up lines after N parts");
    add_pivot_option(arguments, options->cash.pivot);
    add_period_options(arguments, options->periods);
    add_valuation_options(arguments, options->valuation);
    add_real_options(arguments, options->real);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command cashflow_command() {
    return {.name = "cashflow",
            .aliases = {"cf"},
            .group = "Reports",
            .summary = "Show where cash came from and where it went",
            .examples = {"cellbook -f week.journal cashflow party:sections",
                         "cellbook cashflow party:inmates:i0042 -M --row-total",
                         "cellbook cf sector:households -Y --aggregate -X BOB",
                         "cellbook cf sector:sections --by-party -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
