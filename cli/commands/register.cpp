#include "cli/commands/all.hpp"
#include "cli/period_options.hpp"
#include "cli/real_options.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/account_register.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    RegisterOptions shape{};
    ValuationFlags valuation{};
    RealFlags real{};
};

ExitCode run(Options options, const Environment& environment) {
    const Query query = query_of(options.report, environment);
    const RealTerms real = real_terms_of(options.real, options.valuation,
                                         open_input(options.report.input, environment),
                                         {.today = today_of(options.report.today, environment)});
    options.shape.valuation = real.valuation;
    Table table = account_register(*real.source, query, options.shape);
    real.add_notes(table.notes);
    write_table(table, real.source.get(), options.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Shape");
    arguments.flag("-H,--historical", options->shape.historical,
                   "The total begins with what stood before -b");
    arguments.flag("-r,--related", options->shape.related,
                   "The other postings of those transactions instead");
    arguments.count("--depth", options->shape.depth, "N", "Show N parts of account names");
    add_valuation_options(arguments, options->valuation);
    add_real_options(arguments, options->real);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command register_command() {
    return {.name = "register",
            .aliases = {"reg"},
            .group = "Reports",
            .summary = "Show postings one by one, with a running total",
            .examples = {"cellbook -f week.journal register assets:cash",
                         "cellbook register party:inmates:i0042 -b 2018-03-02 -H",
                         "cellbook register kind:section_dues -X BOB -O json"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
