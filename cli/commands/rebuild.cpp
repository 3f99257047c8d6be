#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"

namespace cellbook::cli {

namespace {

ExitCode run(const InputOptions& options, const Environment& environment) {
    Book book = open_book(options, environment, {.writable = true});
    ProgressLine progress{"rebuilding", environment};
    book.rebuild(progress.callback());
    progress.finish();
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<InputOptions>();
    add_file_option(arguments, *options);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command rebuild_command() {
    return {.name = "rebuild",
            .group = "The book itself",
            .summary = "Make balances and indexes anew from the journal",
            .examples = {"cellbook rebuild", "cellbook -f town.book rebuild"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
