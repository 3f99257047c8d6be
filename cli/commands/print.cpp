#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/report_options.hpp"
#include "ledger/statements/listings.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    bool ids = false;
};

void print_text(const EntrySource& source, const Query& query, const JournalStyle& style,
                std::ostream& out) {
    const Chart& chart = source.chart();
    bool first = true;
    const Scan scan{.dates = query.dates(), .accounts = query.accounts(chart)};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!query.matches(transaction, chart)) return true;
        if (!first) out << '\n';
        first = false;
        out << to_journal_text(transaction, chart, style);
        return out.good();
    });
}

ExitCode run(const Options& options, const Environment& environment) {
    const Query query = query_of(options.report, environment);
    const auto source = open_input(options.report.input, environment);
    const OutputOptions& output = options.report.output;
    if (format_of(output) == Format::text) {
        write_output(output, environment, [&](std::ostream& out) {
            print_text(*source, query, {.ids = options.ids, .declarations = false}, out);
        });
    } else {
        write_table(posting_list(*source, query), source.get(), output, environment);
    }
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Shape");
    arguments.flag("--ids", options->ids, "With each transaction's id and recorded date");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command print_command() {
    return {.name = "print",
            .group = "Reports",
            .summary = "Show whole transactions as journal text",
            .examples = {"cellbook -f week.journal print desc:rent",
                         "cellbook print --ids kind:cell_rent -p 2018-03",
                         "cellbook print source:S12 -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
