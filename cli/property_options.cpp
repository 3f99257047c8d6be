#include "cli/property_options.hpp"

#include "cli/failure.hpp"
#include "cli/report_options.hpp"
#include "ledger/query/period.hpp"

namespace cellbook::cli {

void add_property_options(Arguments& arguments, PropertyOptions& options, const std::string& what) {
    arguments.words("NAME", options.words, "Show those with it in a name: " + what);
    add_input_options(arguments, options.input);
    arguments.group("When");
    arguments.value("--on", options.on, "DATE",
                    "At the end of this day; else of the last transaction's");
    arguments.value("--today", options.today, "DATE", "What `yesterday` and its like count from");
    add_output_options(arguments, options.output);
}

PropertyScope scope_of(const PropertyOptions& options, const Environment& environment) {
    PropertyScope scope;
    for (const std::string& word : options.words) {
        scope.words.push_back(value_or_usage_error(Pattern::compile(word)));
    }
    if (options.on) {
        const Date today = today_of(options.today, environment);
        scope.on = value_or_usage_error(parse_period_start(*options.on, today));
    }
    return scope;
}

ExitCode run_property_report(
    const PropertyOptions& options, const Environment& environment,
    const std::function<Result<Table>(const EntrySource&, const PropertyScope&)>& make) {
    const PropertyScope scope = scope_of(options, environment);
    const auto source = open_input(options.input, environment);
    write_table(value_or_fail(make(*source, scope)), source.get(), options.output, environment);
    return exit_ok;
}

}  // namespace cellbook::cli
