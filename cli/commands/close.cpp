#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/report_options.hpp"
#include "ledger/balance_rule.hpp"
#include "ledger/statements/closing_entries.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    bool record = false;
};

/// The last day of what is closed. Throws UsageError when nothing has happened.
Date closing_day(const Query& query, const EntrySource& source) {
    if (query.dates().end) return {query.dates().end->days - 1};
    const auto span = source.span();
    if (!span) throw UsageError{"there is nothing to close", "the book has no transactions"};
    return span->second;
}

ExitCode print_entries(const Options& options, const Query& query, const Environment& environment) {
    const auto source = open_input(options.report.input, environment);
    Chart chart = source->chart();
    const auto entries =
        closing_entries(*source, query, {.date = closing_day(query, *source)}, chart);
    write_output(options.report.output, environment, [&](std::ostream& out) {
        const char* between = "";
        for (const auto& entry : entries) {
            const Transaction transaction = value_or_fail(BalanceRule{chart}.balance(entry));
            out << between
                << to_journal_text(transaction, chart, {.ids = false, .declarations = false});
            between = "\n";
        }
    });
    return exit_ok;
}

ExitCode record_entries(const Options& options, const Query& query,
                        const Environment& environment) {
    Book book = open_book(options.report.input, environment, {.writable = true});
    auto drafts = closing_entries(book, query, {.date = closing_day(query, book)}, book.chart());
    std::vector<ReadEntry> entries;
    for (auto& draft : drafts) entries.push_back({.content = std::move(draft)});
    const auto report =
        book.record(std::move(entries), {.imported_at = environment.now_utc,
                                         .random_ids = true,
                                         .recorded = today_of(options.report.today, environment)});
    require_ok(report, environment);
    for (const auto& id : report.ids) environment.out << id << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    ReportOptions& report = options->report;
    arguments.words("QUERY", report.terms,
                    "Whose books, as party: or sector: says; see help query");
    add_input_options(arguments, report.input);
    arguments.group("What");
    arguments.value("-b,--begin", report.begin, "DATE", "What came in from this day on");
    arguments.value("-e,--end", report.end, "DATE",
                    "Before this day: the entries are dated the "
                    "day before it");
    arguments.value("-p,--period", report.period, "PERIOD", "In this period: 2018, 2018q2");
    arguments.value("--today", report.today, "DATE", "The recorded date");
    arguments.flag("--record", options->record, "Record them in the book and print their ids");
    arguments.group("Output");
    arguments.value("-o,--output", report.output.file, "FILE", "Write the journal text there");
    return [options](const Environment& environment) {
        const Query query = query_of(options->report, environment);
        return options->record ? record_entries(*options, query, environment)
                               : print_entries(*options, query, environment);
    };
}

}  // namespace

Command close_command() {
    return {.name = "close",
            .group = "Making books",
            .summary = "Bring income and expenses to retained earnings, an entry a party",
            .examples = {"cellbook close -p 2018", "cellbook close -e 2019-01-01 --record",
                         "cellbook -f week.journal close party:sections > closing.journal"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
