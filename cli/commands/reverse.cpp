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
    std::optional<std::string> id{};
    std::optional<std::string> reason{};
    std::optional<std::string> date{};
    std::optional<std::string> today{};
};

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.id) throw UsageError{"no id is given", "cellbook print --ids shows them"};
    if (!options.reason || options.reason->empty()) {
        throw UsageError{"a reversal says why", "add --reason 'what was wrong'"};
    }
    const Date today = today_of(options.today, environment);
    const Date date =
        options.date ? value_or_usage_error(parse_period_start(*options.date, today)) : today;
    Book book = open_book(options.input, environment, {.writable = true});
    const auto report = book.reverse(*options.id, *options.reason, date, today);
    require_ok(report, environment);
    for (const auto& id : report.ids) environment.out << id << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("ID", options->id, "The transaction to reverse");
    add_file_option(arguments, options->input);
    arguments.group("What");
    arguments.value("--reason", options->reason, "WORDS", "Why it was wrong");
    arguments.value("--date", options->date, "DATE", "When the reversal happens (default today)");
    arguments.value("--today", options->today, "DATE", "The recorded date");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command reverse_command() {
    return {.name = "reverse",
            .group = "Making books",
            .summary = "Correct a mistake: record the opposite of a transaction, and why",
            .examples = {"cellbook reverse dues-march --reason 'they were paid in April'",
                         "cellbook reverse dues-march --date 2018-03-31 --reason 'paid twice'"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
