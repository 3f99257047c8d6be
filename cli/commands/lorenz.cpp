#include <charconv>

#include "cli/commands/all.hpp"
#include "cli/distribution_options.hpp"
#include "cli/failure.hpp"
#include "ledger/distribution/inequality.hpp"

namespace cellbook::cli {

namespace {

constexpr unsigned usual_points = 20;
constexpr unsigned most_points = 100'000;

struct Options {
    DistributionFlags distribution{};
    std::optional<std::string> points{};
};

LorenzOptions lorenz_of(const std::optional<std::string>& word) {
    if (!word) return {.points = usual_points};
    if (*word == "all") return {};
    unsigned points = 0;
    const auto read = std::from_chars(word->data(), word->data() + word->size(), points);
    const bool whole = read.ec == std::errc{} && read.ptr == word->data() + word->size();
    if (!whole || points == 0 || points > most_points) {
        throw UsageError{"--points takes a number from 1 to 100000, or all, not `" + *word + "`"};
    }
    return {.points = points};
}

ExitCode run(const Options& options, const Environment& environment) {
    const LorenzOptions how = lorenz_of(options.points);
    Observed observed;
    {
        ProgressLine progress{"reading", environment};
        observed = observe(options.distribution, "Lorenz curve", environment, progress.callback());
    }
    const Table table = value_or_fail(lorenz(observed.observations, how, observed.heading));
    write_table(table, observed.source.get(), options.distribution.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_distribution_options(arguments, options->distribution);
    arguments.group("Shape");
    arguments.value("--points", options->points, "N",
                    "Points at N equal steps of people (20), or all: one behind each value");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command lorenz_command() {
    return {.name = "lorenz",
            .group = "Economy",
            .summary = "Show the Lorenz curve: which share the poorest have together",
            .examples = {"cellbook lorenz --of wealth -X BOB",
                         "cellbook lorenz --of wealth -X BOB --points all -O csv",
                         "cellbook lorenz --data events.csv --column amount --points 10"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
