#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "ledger/writing/journal_writer.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    InputOptions input{};
    std::optional<std::string> format{};
    std::optional<std::string> file{};
};

ExitCode run(const Options& options, const Environment& environment) {
    if (options.format.value_or("journal") != "journal") {
        throw UsageError{"no such format to export: " + *options.format, "there is: journal"};
    }
    const auto source = open_input(options.input, environment);
    write_output({.file = options.file}, environment, [&](std::ostream& out) {
        write_journal(*source, {}, [&](std::string_view text) { out << text; });
    });
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_input_options(arguments, options->input);
    arguments.group("Output");
    arguments.value("--format", options->format, "FORMAT", "journal (default)");
    arguments.value("-o,--output", options->file, "FILE", "Write there");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command export_command() {
    return {.name = "export",
            .group = "The book itself",
            .summary = "Write everything as journal text that, imported, gives the same digest",
            .examples = {"cellbook export --format journal -o copy.journal",
                         "cellbook -f week.journal export | cellbook -f - balance"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
