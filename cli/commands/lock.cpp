#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/report_options.hpp"
#include "ledger/query/period.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    InputOptions input{};
    std::optional<std::string> until{};
    std::optional<std::string> today{};
};

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.until) {
        throw UsageError{"no day is given", "write cellbook lock --until 2019-01-01"};
    }
    const Date today = today_of(options.today, environment);
    const Date until = value_or_usage_error(parse_period_start(*options.until, today));
    Book book = open_book(options.input, environment, {.writable = true});
    require_ok(book.lock(until), environment);
    environment.out << "nothing dated before " << to_string(until) << " will be recorded\n";
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_file_option(arguments, options->input);
    arguments.group("What");
    arguments.value("--until", options->until, "DATE", "Refuse what is dated before this day");
    arguments.value("--today", options->today, "DATE", "What `last month` counts from");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command lock_command() {
    return {.name = "lock",
            .group = "Making books",
            .summary = "Close a period: refuse entries dated before a day, for good",
            .examples = {"cellbook lock --until 2018-03-02"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
