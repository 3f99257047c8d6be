#include <algorithm>
#include <array>
#include <filesystem>
#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/report_options.hpp"
#include "ledger/writing/beancount_writer.hpp"
#include "ledger/writing/csv_writer.hpp"
#include "ledger/writing/hledger_writer.hpp"
#include "ledger/writing/journal_writer.hpp"
#include "ledger/writing/ledger_writer.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    std::optional<std::string> format{};
};

using Writer = ExportResult (*)(const EntrySource&, const ExportOptions&, const WriteText&);

struct ExportFormat {
    std::string_view name;
    Writer write;
};

constexpr std::array<ExportFormat, 5> formats{{
    {"journal", export_journal},
    {"hledger", write_hledger},
    {"ledger", write_ledger},
    {"beancount", write_beancount},
    {"csv", write_csv},
}};

/// What --format says, or else the ending of -o's file, or else the journal.
Writer writer_of(const Options& options) {
    std::string name = options.format.value_or("");
    if (!options.format && options.report.output.file) {
        name = std::filesystem::path{*options.report.output.file}.extension().string();
        name.erase(0, 1);
    }
    const auto* const found = std::ranges::find(formats, name, &ExportFormat::name);
    if (found == formats.end()) {
        if (!options.format) return export_journal;
        throw UsageError{"no such format to export: " + name,
                         "there are journal, hledger, ledger, beancount and csv"};
    }
    return found->write;
}

/// Whether the whole book is meant, which alone can keep its digest and assertions.
bool is_whole(const ReportOptions& options) {
    return options.terms.empty() && !options.begin && !options.end && !options.period &&
           !options.unmarked && !options.pending && !options.cleared;
}

ExitCode run(const Options& options, const Environment& environment) {
    const Writer write = writer_of(options);
    const Query query = query_of(options.report, environment);
    const auto source = open_input(options.report.input, environment);
    ExportResult result;
    write_output({.file = options.report.output.file}, environment, [&](std::ostream& out) {
        ProgressLine progress{"exporting", environment};
        result = write(
            *source,
            {.query = is_whole(options.report) ? nullptr : &query, .progress = progress.callback()},
            [&](std::string_view text) { out << text; });
        if (result.cancelled) throw Interrupted{};
    });
    for (const auto& note : result.notes) environment.err << "note: " << note << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_query_options(arguments, options->report);
    arguments.group("Output");
    arguments.value("--format", options->format, "FORMAT",
                    "journal (default), hledger, ledger, beancount or csv");
    arguments.value("-o,--output", options->report.output.file, "FILE",
                    "Write there; its ending says the format");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command export_command() {
    return {.name = "export",
            .group = "The book itself",
            .summary = "Write a book, or whole transactions of it, as text that others read",
            .examples = {"cellbook export -o copy.journal", "cellbook export -o copy.beancount",
                         "cellbook export --format csv kind:dues -p 2018-03 -o dues.csv",
                         "cellbook -f week.journal export | cellbook -f - balance"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
