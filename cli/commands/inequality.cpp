#include "ledger/distribution/inequality.hpp"

#include "cli/commands/all.hpp"
#include "cli/distribution_options.hpp"
#include "cli/failure.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    DistributionFlags distribution{};
    std::vector<std::string> atkinson{};
};

std::vector<Decimal> aversions_of(const std::vector<std::string>& words) {
    constexpr Int128 most = 100;
    std::vector<Decimal> aversions;
    for (const std::string& word : words) {
        const Decimal aversion = value_or_usage_error(parse_decimal(word));
        if (aversion.coefficient <= 0 || less_value({.coefficient = most}, aversion)) {
            throw UsageError{"--atkinson takes an aversion to inequality above 0, up to 100, not " +
                             word};
        }
        aversions.push_back(aversion);
    }
    return aversions;
}

ExitCode run(const Options& options, const Environment& environment) {
    const std::vector<Decimal> aversions = aversions_of(options.atkinson);
    std::optional<Table> table;
    Observed observed;
    {
        ProgressLine progress{"measuring", environment};
        observed = observe(options.distribution, "Inequality", environment, progress.callback());
        table = value_or_fail(inequality(observed.observations,
                                         {.atkinson = aversions, .progress = progress.callback()},
                                         observed.heading));
    }
    if (!table) throw Interrupted{};
    write_table(*table, observed.source.get(), options.distribution.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_distribution_options(arguments, options->distribution);
    arguments.group("Measures");
    arguments.values("--atkinson", options->atkinson, "E",
                     "Atkinson's index of this aversion too; beside 0.5, 1 and 2");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command inequality_command() {
    return {.name = "inequality",
            .group = "Economy",
            .summary = "Measure how unequal households are, or the values of a file's column",
            .examples = {"cellbook inequality --of wealth -e 2018-04 -X BOB",
                         "cellbook inequality --of acct:assets:cash -X BOB --by section",
                         "cellbook inequality --of consumption --atkinson 0.75 -O csv",
                         "cellbook inequality --data events.csv --column amount --group kind"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
