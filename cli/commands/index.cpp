#include <algorithm>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/report_options.hpp"
#include "ledger/prices/book_prices.hpp"
#include "ledger/prices/index_table.hpp"
#include "ledger/prices/price_file.hpp"
#include "ledger/prices/price_index.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    ReportOptions report{};
    std::optional<std::string> data{};
    std::vector<std::string> methods{};
    bool chained = false;
    std::optional<std::string> base{};
    std::optional<unsigned> window{};
    std::optional<std::string> splice{};
    std::optional<std::string> commodity{};
    bool daily = false;
    bool weekly = false;
    bool monthly = false;
    bool quarterly = false;
    bool yearly = false;
};

/// Whether the first line of a prices file names quantities: what `all` stands for depends on it.
bool has_quantities(const std::string& path) {
    DiskFiles files;
    auto stream = files.open(path);
    if (!stream) return true;  // the reading will say what is wrong
    CsvRecords records{*std::move(stream)};
    if (records.next() != CsvRecords::Next::record) return true;
    return std::ranges::find(records.fields(), "quantity", &CsvField::text) !=
           records.fields().end();
}

IndexOptions index_options_of(const Options& options, bool quantities) {
    IndexOptions index{.base = options.base, .window = options.window};
    const auto names =
        options.methods.empty() ? std::vector<std::string>{"fisher"} : options.methods;
    index.methods = value_or_usage_error(parse_index_methods(
        {.names = names, .chained = options.chained, .quantities = quantities}));
    if (options.splice) {
        index.splice = value_or_usage_error(parse_splice(*options.splice));
        if (!options.window) {
            throw UsageError{"--splice says how a window moves on", "add --window N"};
        }
    }
    return index;
}

Interval interval_of(const Options& options) {
    Interval interval = Interval::month;
    int intervals = 0;
    const auto take = [&](bool asked, Interval which) {
        if (!asked) return;
        interval = which;
        ++intervals;
    };
    take(options.daily, Interval::day);
    take(options.weekly, Interval::week);
    take(options.monthly, Interval::month);
    take(options.quarterly, Interval::quarter);
    take(options.yearly, Interval::year);
    if (intervals > 1) throw UsageError{"-D, -W, -M, -Q and -Y exclude each other"};
    return interval;
}

bool any_needs_quantities(const IndexOptions& index) {
    return std::ranges::any_of(index.methods, needs_quantities, &IndexMethod::formula);
}

ExitCode run_on_file(const Options& options, const Environment& environment) {
    if (!options.report.terms.empty() || !options.report.input.files.empty()) {
        throw UsageError{"--data takes prices from a file, and -f and QUERY from a book",
                         "leave out one of them"};
    }
    // Standard input can be read once: its header is not looked at beforehand.
    const bool quantities = *options.data == "-" || has_quantities(*options.data);
    const IndexOptions index = index_options_of(options, quantities);
    DiskFiles files;
    PriceFile file =
        read_price_file(files, *options.data, {.quantities_needed = any_needs_quantities(index)});
    if (!file.ok()) throw InputError{std::move(file.problems.kept), file.problems.count};
    const auto indexes = value_or_fail(price_indexes(file.panel, index));
    write_table(index_table(file.panel, indexes), nullptr, options.report.output, environment);
    return exit_ok;
}

ExitCode run_on_book(const Options& options, const Environment& environment) {
    const IndexOptions index = index_options_of(options, true);
    const BookPriceOptions how{.interval = interval_of(options),
                               .commodity = options.commodity,
                               .needs = needs_of(index.methods)};
    const Query query = query_of(options.report, environment);
    const auto source = open_input(options.report.input, environment);
    const BookPrices prices = value_or_fail(book_prices(*source, query, how));
    Table table = index_table(prices.panel, value_or_fail(price_indexes(prices.panel, index)));
    table.notes.insert(table.notes.begin(), prices.notes.begin(), prices.notes.end());
    write_table(table, source.get(), options.report.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_report_options(arguments, options->report);
    arguments.group("Prices");
    arguments.value("--data", options->data, "FILE",
                    "Prices of a CSV file instead of a book: period,product,price,quantity");
    arguments.value("-c,--commodity", options->commodity, "COMMODITY", "Prices in this");
    arguments.flag("-D,--daily", options->daily, "A period a day");
    arguments.flag("-W,--weekly", options->weekly, "A period a week, from Monday");
    arguments.flag("-M,--monthly", options->monthly, "A period a month (unless said otherwise)");
    arguments.flag("-Q,--quarterly", options->quarterly, "A period a quarter");
    arguments.flag("-Y,--yearly", options->yearly, "A period a year");
    arguments.group("Index");
    arguments.values("--method", options->methods, "METHOD",
                     "fisher (default), laspeyres, paasche, tornqvist, walsh,\n"
                     "unit-value, carli, dutot or jevons; chained-METHOD of any;\n"
                     "geks-fisher, geks-tornqvist, geks-walsh, geks-jevons; all");
    arguments.flag("--chained", options->chained, "Chain what would compare with a fixed base");
    arguments.value("--base", options->base, "PERIOD", "The period that is 1; else the first");
    arguments.count("--window", options->window, "N",
                    "GEKS compares N periods at once, and the window moves on; else all");
    arguments.value("--splice", options->splice, "HOW",
                    "How it moves on: mean (default), movement, window or half");
    return [options](const Environment& environment) {
        return options->data ? run_on_file(*options, environment)
                             : run_on_book(*options, environment);
    };
}

}  // namespace

Command index_command() {
    return {
        .name = "index",
        .group = "Economy",
        .summary = "Show how prices have changed, by any of the usual index methods",
        .examples = {"cellbook -f sales.journal index -M --method fisher --method geks-tornqvist",
                     "cellbook -f sales.journal index kind:restaurant_meal -Q --base 2018Q1",
                     "cellbook index --data prices.csv --method all -O csv",
                     "cellbook index --data prices.csv --method geks-fisher --window 3 "
                     "--splice movement"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
