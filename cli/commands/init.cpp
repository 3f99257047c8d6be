#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> path{};
    InputOptions input{};
};

ExitCode run(Options options, const Environment& environment) {
    if (options.path) options.input.files.push_back(*options.path);
    const auto paths = input_files(options.input, environment);
    if (paths.size() > 1) throw UsageError{"one book is made at a time"};
    const Book book = value_or_fail(Book::create(paths.front()));
    environment.out << "made " << paths.front() << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("FILE", options->path, "The book to make, if not named with -f");
    add_file_option(arguments, options->input);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command init_command() {
    return {.name = "init",
            .group = "Making books",
            .summary = "Make an empty book; a file that exists is left alone",
            .examples = {"cellbook init prison.book", "cellbook -f other.book init"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
