#include "market/pricing/multipliers.hpp"

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/report_options.hpp"
#include "market/baseline/read_baseline.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    InputOptions input{};
    std::optional<std::string> begin{};
    std::optional<std::string> end{};
    std::optional<std::string> period{};
    std::optional<std::string> commodity{};
    OutputOptions output{};
};

ExitCode run(const Options& options, const Environment& environment) {
    const ReportOptions report{
        .begin = options.begin, .end = options.end, .period = options.period};
    const DateRange dates = query_of(report, environment).dates();
    const auto source = open_input(options.input, environment);
    const Baseline baseline =
        value_or_fail(read_baseline(*source, {.dates = dates, .commodity = options.commodity}));
    write_table(multiplier_table(value_or_fail(multipliers(baseline)), baseline), source.get(),
                options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_input_options(arguments, options->input);
    arguments.group("Baseline");
    arguments.value("-b,--begin", options->begin, "DATE", "First day");
    arguments.value("-e,--end", options->end, "DATE", "The day after the last");
    arguments.value("-p,--period", options->period, "PERIOD", "The whole of it, as 2018 or 2018Q1");
    arguments.value("-c,--commodity", options->commodity, "SYMBOL",
                    "Payments in it; the most frequent one otherwise");
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command multipliers_command() {
    return {.name = "multipliers",
            .group = "Market",
            .summary = "Show whose income rises by how much when money comes in, and which way",
            .examples = {"cellbook multipliers", "cellbook multipliers -p 2018-03 -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
