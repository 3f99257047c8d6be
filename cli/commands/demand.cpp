#include <map>

#include "cli/commands/all.hpp"
#include "cli/estimate_options.hpp"
#include "cli/failure.hpp"
#include "cli/progress.hpp"
#include "cli/report_options.hpp"
#include "market/estimate/elasticity.hpp"
#include "market/estimate/regression_table.hpp"
#include "market/series/book_series.hpp"
#include "market/series/data_file.hpp"
#include "market/series/frame_join.hpp"
#include "market/series/frame_table.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    EstimateFlags estimate{};
    std::vector<std::string> products{};
    std::optional<std::string> by{};
    std::optional<std::string> commodity{};
    std::optional<std::string> interval{};
    std::vector<std::string> instruments{};
    std::optional<std::string> instruments_file{};
    bool no_income = false;
    bool series = false;
};

Buyers buyers_of(const Options& options) {
    if (!options.by || *options.by == "all") return Buyers::all;
    if (*options.by == "section") return Buyers::section;
    if (*options.by == "party") return Buyers::party;
    throw UsageError{"--by takes section or party, not `" + *options.by + "`"};
}

const std::map<std::string, Interval>& intervals() {
    static const std::map<std::string, Interval> known{{"day", Interval::day},
                                                       {"week", Interval::week},
                                                       {"month", Interval::month},
                                                       {"quarter", Interval::quarter},
                                                       {"year", Interval::year}};
    return known;
}

/// What --every says, or -p where it names an interval instead of a period.
Interval take_interval(Options& options) {
    if (!options.interval && options.report.period &&
        intervals().contains(*options.report.period)) {
        options.interval.swap(options.report.period);
    }
    if (!options.interval) return Interval::month;
    const auto found = intervals().find(*options.interval);
    if (found != intervals().end()) return found->second;
    throw UsageError{"--every takes day, week, month, quarter or year, not `" + *options.interval +
                     "`"};
}

/// Columns of a file for the periods, and buyers where it names them.
void join_file(const std::string& path, DataFrame& frame) {
    DiskFiles files;
    DataReading reading = read_data(files, path, {});
    if (reading.problem_count > 0) {
        throw InputError{std::move(reading.problems), reading.problem_count};
    }
    std::vector<std::string> keys{"period"};
    if (reading.frame.find("buyer") != nullptr) keys.emplace_back("buyer");
    if (auto fault = join_columns(frame, reading.frame, keys)) throw InputError{*std::move(fault)};
}

ExitCode run(Options options, const Environment& environment) {
    DemandOptions how{.cross = options.products.size() > 1,
                      .income = !options.no_income,
                      .instruments = options.instruments,
                      .regression = estimate_options_of(options.estimate)};
    const bool instrumented = how.regression.method != Method::ols;
    if (instrumented != !options.instruments.empty()) {
        throw UsageError{instrumented ? "--method " + *options.estimate.method +
                                            " needs instruments for the own price"
                                      : "least squares takes no --instruments",
                         instrumented ? "add --instruments elsewhere, or a column of "
                                        "--instruments-file"
                                      : "add --method 2sls, liml or gmm"};
    }
    const BookSeriesOptions what{.interval = take_interval(options),
                                 .by = buyers_of(options),
                                 .commodity = options.commodity,
                                 .products = options.products};
    const Query query = query_of(options.report, environment);
    const auto source = open_input(options.report.input, environment);
    BookSeries series = value_or_fail(book_series(*source, query, what));
    if (options.instruments_file) join_file(*options.instruments_file, series.frame);
    if (options.series) {
        Table table = frame_table(series.frame, "series", "Series of prices and quantities");
        table.notes = series.notes;
        write_table(table, source.get(), options.report.output, environment);
        return exit_ok;
    }
    const Demand demand = value_or_fail(estimate_demand(series, how));
    Table table = options.estimate.statistics ? statistics_table(demand.regressions)
                                              : demand_table(demand, how.regression.level);
    table.notes.insert(table.notes.begin(), series.notes.begin(), series.notes.end());
    write_table(table, source.get(), options.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Series");
    arguments.values("--product", options->products, "PRODUCT",
                     "Of this product; of several, with their cross elasticities");
    arguments.value("--by", options->by, "BUYERS", "A row a section or party, instead of one");
    arguments.value("--every", options->interval, "PERIOD",
                    "day, week, month (default), quarter or year");
    arguments.value("-c,--commodity", options->commodity, "COMMODITY", "Prices in this");
    arguments.flag("--no-income", options->no_income, "Leave the buyers' income out");
    arguments.flag("--series", options->series, "The series themselves, instead of an estimate");
    arguments.group("Instruments");
    arguments.values("--instruments", options->instruments, "TERM",
                     "elsewhere (the price that other buyers paid), or a column of the file");
    arguments.value("--instruments-file", options->instruments_file, "FILE",
                    "CSV with period, perhaps buyer, and columns of instruments");
    add_estimate_options(arguments, options->estimate);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command demand_command() {
    return {.name = "demand",
            .group = "Estimates",
            .summary = "Estimate elasticities of demand from what a book says was bought",
            .examples = {"cellbook -f sales.journal demand --product bread --no-income",
                         "cellbook -f sales.journal demand --series --every month",
                         "cellbook -f sales.journal demand --product bread -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
