#include "market/estimate/regression.hpp"

#include "cli/commands/all.hpp"
#include "cli/estimate_options.hpp"
#include "cli/failure.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "market/estimate/summary_table.hpp"
#include "market/series/data_file.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> data{};
    std::vector<std::string> formulas{};
    bool summary = false;
    EstimateFlags estimate{};
    OutputOptions output{};
};

DataFrame read_frame(const std::string& path, const Environment& environment) {
    DiskFiles files;
    ProgressLine progress{"reading", environment};
    DataReading reading = read_data(files, path, progress.callback());
    if (reading.cancelled) throw Interrupted{};
    if (reading.problem_count > 0) {
        throw InputError{std::move(reading.problems), reading.problem_count};
    }
    return std::move(reading.frame);
}

ExitCode run(const Options& options, const Environment& environment) {
    const RegressionOptions how = estimate_options_of(options.estimate);
    if (!options.data) {
        throw UsageError{"regress needs a file of data",
                         "add --data FILE.csv; - is standard input"};
    }
    if (options.formulas.empty() && !options.summary) {
        throw UsageError{"nothing says what to estimate", "add --formula 'y ~ x1 + x2'"};
    }
    std::vector<Formula> formulas;
    for (const std::string& text : options.formulas) {
        formulas.push_back(value_or_fail(parse_formula(text)));
    }
    const DataFrame frame = read_frame(*options.data, environment);
    if (options.summary) {
        write_table(value_or_fail(summary_table(frame, formulas)), nullptr, options.output,
                    environment);
        return exit_ok;
    }
    std::vector<Regression> regressions;
    for (const Formula& formula : formulas) {
        regressions.push_back(value_or_fail(regress(frame, formula, how)));
    }
    write_table(estimate_table(regressions, options.estimate), nullptr, options.output,
                environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.value("--data", options->data, "FILE", "CSV with a header; - is standard input");
    arguments.values("--formula", options->formulas, "FORMULA",
                     "'y ~ x1 + C(region) + [p ~ z1 + z2]'; several stand side by side");
    arguments.flag("--summary", options->summary,
                   "What the columns hold (Table 1), instead of an estimate");
    add_estimate_options(arguments, options->estimate);
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command regress_command() {
    return {.name = "regress",
            .group = "Estimates",
            .summary = "Estimate a regression on a CSV file, with instruments and robust errors",
            .examples = {"cellbook regress --data prices.csv --formula 'price ~ quantity'",
                         "cellbook regress --data prices.csv --formula 'log(price) ~ "
                         "log(quantity) + C(product)' --errors hc1 -O csv",
                         "cellbook regress --data prices.csv --formula 'price ~ 1' --formula "
                         "'price ~ quantity' --stars -O tex",
                         "cellbook regress --data prices.csv --summary"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
