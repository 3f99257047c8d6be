#include "ledger/housing/due.hpp"

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/property_options.hpp"
#include "cli/report_options.hpp"
#include "ledger/query/period.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    PropertyOptions property{};
    std::optional<std::string> begin{};
    bool all = false;
};

ExitCode run(const Options& options, const Environment& environment) {
    std::optional<Date> begin;
    if (options.begin) {
        begin = value_or_usage_error(
            parse_period_start(*options.begin, today_of(options.property.today, environment)));
    }
    return run_property_report(
        options.property, environment, [&](const EntrySource& source, const PropertyScope& scope) {
            return due(source, {.scope = scope, .begin = begin, .all = options.all});
        });
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_property_options(arguments, options->property, "payer, payee, cell or section");
    arguments.group("When");
    arguments.value("-b,--begin", options->begin, "DATE",
                    "What fell due before does not count; else before the first transaction");
    arguments.group("Which rows");
    arguments.flag("--all", options->all, "Those too who owe nothing");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command due_command() {
    return {.name = "due",
            .group = "Property",
            .summary = "Show rents and dues that fell due, what was paid, and arrears by age",
            .examples = {"cellbook -f cells.journal due",
                         "cellbook -f cells.journal due sections:palmar --on 2018-03-31",
                         "cellbook -f cells.journal due i04 --all -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
