#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "market/assignment/clearing_table.hpp"
#include "market/assignment/values_file.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> values{};
    std::optional<std::string> reserves{};
    std::optional<std::string> show{};
    OutputOptions output{};
};

ValuesFile read_market(const Options& options, const Progress& progress) {
    DiskFiles files;
    ValuesFile file = read_values(files, *options.values, progress);
    if (file.ok() && options.reserves) read_reserves(files, *options.reserves, file);
    if (file.cancelled) throw Interrupted{};
    if (!file.ok()) throw InputError{std::move(file.problems.kept), file.problems.count};
    return file;
}

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.values)
        throw UsageError{"nothing says what households would pay", "add --values FILE.csv"};
    const std::string show = options.show.value_or("cells");
    if (show != "cells" && show != "households") {
        throw UsageError{"--show takes cells or households, not `" + show + "`"};
    }
    AssignmentGame game;
    {
        ProgressLine progress{"reading", environment};
        game = read_market(options, progress.callback()).game;
    }
    const Clearing clearing = clear_market(game);
    const MarketHeading heading{.of = *options.values};
    write_table(show == "cells" ? cells_table(game, clearing, heading)
                                : households_table(game, clearing, heading),
                nullptr, options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.group("Values of a file");
    arguments.value("--values", options->values, "FILE",
                    "CSV of what households would pay: household,CELL,CELL,...");
    arguments.value("--reserves", options->reserves, "FILE",
                    "CSV cell,reserve: what a cell is worth outside the market");
    arguments.group("Result");
    arguments.value("--show", options->show, "WHAT", "cells (default) or households");
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command clear_command() {
    return {.name = "clear",
            .group = "Market",
            .summary = "Find who takes which cell, and the rents that clear the market",
            .examples = {"cellbook clear --values values.csv",
                         "cellbook clear --values values.csv --reserves reserves.csv -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
