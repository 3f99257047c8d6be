#include "market/estimate/hedonic.hpp"

#include <map>

#include "cli/commands/all.hpp"
#include "cli/estimate_options.hpp"
#include "cli/failure.hpp"
#include "cli/property_options.hpp"
#include "cli/report_options.hpp"
#include "ledger/property/read_property.hpp"
#include "ledger/query/period.hpp"
#include "ledger/statements/intervals.hpp"
#include "market/estimate/rent_index.hpp"
#include "market/series/cell_series.hpp"
#include "market/series/frame_table.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    PropertyOptions property{};
    EstimateFlags estimate{};
    std::optional<std::string> formula{};
    std::optional<std::string> commodity{};
    std::optional<std::string> index{};
    std::optional<std::string> begin{};
    bool predict = false;
    bool series = false;
};

Interval interval_of(const std::string& word) {
    static const std::map<std::string, Interval> intervals{
        {"month", Interval::month}, {"quarter", Interval::quarter}, {"year", Interval::year}};
    const auto found = intervals.find(word);
    if (found != intervals.end()) return found->second;
    throw UsageError{"--index takes month, quarter or year, not `" + word + "`"};
}

Table index_of(const Options& options, const HedonicOptions& how, const EntrySource& source,
               const PropertyRegister& property, Date last, const CellSeriesOptions& what,
               const Environment& environment) {
    if (!options.begin) {
        throw UsageError{"--index needs the day from which rents are compared",
                         "add -b DATE; --on says the last day"};
    }
    const Date today = today_of(options.property.today, environment);
    const Date first = value_or_usage_error(parse_period_start(*options.begin, today));
    if (last < first) throw UsageError{"-b " + *options.begin + " is after " + to_string(last)};
    std::vector<PeriodCells> periods;
    for (const Period& period : split(first, Date{last.days + 1}, interval_of(*options.index))) {
        periods.push_back(
            {period.label,
             value_or_fail(cell_series(source, property, period.last(), what)).frame});
    }
    return rent_index_table(value_or_fail(rent_index(periods, how)));
}

ExitCode run(const Options& options, const Environment& environment) {
    HedonicOptions how{.formula = options.formula,
                       .regression = estimate_options_of(options.estimate)};
    if (how.regression.method != Method::ols || !how.regression.absorbed.empty()) {
        throw UsageError{"a hedonic regression is least squares with its attributes in the formula",
                         "leave --method and --absorb out"};
    }
    if (how.regression.bootstrap && options.predict) {
        throw UsageError{"--bootstrap tests coefficients, which --predict does not show"};
    }
    PropertyScope scope =
        scope_of({.on = options.property.on, .today = options.property.today}, environment);
    const auto source = open_input(options.property.input, environment);
    const PropertyRegister property = read_property(*source);
    if (auto nothing = nothing_registered(property)) throw InputError{*std::move(nothing)};
    const Date day = scope.on.value_or(register_day(*source, property));
    const CellSeriesOptions what{.sections = options.property.words,
                                 .commodity = options.commodity};
    Table table;
    if (options.index) {
        table = index_of(options, how, *source, property, day, what, environment);
    } else {
        const CellSeries series = value_or_fail(cell_series(*source, property, day, what));
        if (options.series) {
            table = frame_table(series.frame, "cells", "Cells on " + to_string(day));
        } else {
            const Hedonic hedonic = value_or_fail(estimate_hedonic(series.frame, how));
            if (options.predict) {
                table = prediction_table(series.frame, hedonic,
                                         value_or_fail(predict_rents(series.frame, hedonic)));
            } else {
                table = estimate_table({hedonic.regression}, options.estimate);
                table.notes.insert(table.notes.begin(), hedonic.notes.begin(), hedonic.notes.end());
            }
            table.notes.push_back("rents in " + series.commodity + " a month on " + to_string(day));
        }
    }
    write_table(table, source.get(), options.property.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_property_options(arguments, options->property, "section");
    arguments.group("Cells");
    arguments.value("--formula", options->formula, "FORMULA",
                    "Of rent, section, grade, area, places, floor and age;\n"
                    "else all that tell");
    arguments.value("-c,--commodity", options->commodity, "COMMODITY", "Rents in this");
    arguments.flag("--predict", options->predict, "What each cell would let for");
    arguments.value("--index", options->index, "PERIOD",
                    "How rents of the same quality moved by month, quarter\n"
                    "or year, from -b on");
    arguments.value("-b,--begin", options->begin, "DATE", "The first day of an index");
    arguments.flag("--series", options->series, "The cells themselves, instead of an estimate");
    add_estimate_options(arguments, options->estimate);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command hedonic_command() {
    return {.name = "hedonic",
            .group = "Estimates",
            .summary = "Estimate what attributes of cells are worth in rent, and predict rents",
            .examples = {"cellbook -f cells.journal hedonic --series",
                         "cellbook -f cells.journal hedonic --formula 'rent ~ 1' --on-simulated",
                         "cellbook -f cells.journal hedonic --formula 'log(rent) ~ 1' "
                         "--on-simulated --predict"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
