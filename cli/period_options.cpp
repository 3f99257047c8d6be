#include "cli/period_options.hpp"

#include "cli/failure.hpp"
#include "ledger/query/period.hpp"

namespace cellbook::cli {

void add_period_options(Arguments& arguments, PeriodOptions& options) {
    arguments.group("Columns");
    arguments.flag("-D,--daily", options.daily, "A column a day");
    arguments.flag("-W,--weekly", options.weekly, "A column a week, from Monday");
    arguments.flag("-M,--monthly", options.monthly, "A column a month");
    arguments.flag("-Q,--quarterly", options.quarterly, "A column a quarter");
    arguments.flag("-Y,--yearly", options.yearly, "A column a year");
    arguments.flag("-A,--average", options.average, "A column for the average of the columns");
    arguments.flag("-T,--row-total", options.row_total, "A column for the sum of the columns");
    arguments.flag("--compare", options.compare,
                   "Beside each column its change from the period before, and in percent");
}

void add_valuation_options(Arguments& arguments, ValuationFlags& options) {
    arguments.group("Valuation");
    arguments.flag("-V,--market", options.market,
                   "At market prices, in the currency each commodity was last priced in");
    arguments.value("-X,--exchange", options.exchange, "COMMODITY", "At market prices, in this");
    arguments.value("--value", options.value, "WHEN[,COMMODITY]",
                    "WHEN: the column's end, each posting's day (then), or a date");
    arguments.flag("--show-prices", options.show_prices, "Each price used and its day, below");
}

void add_pivot_option(Arguments& arguments, std::optional<std::string>& pivot) {
    arguments.value("--pivot", pivot, "WHAT",
                    "Lines by kind, sector, party, with, payer, cell... or a TAG's values");
}

ReportColumns columns_of(const PeriodOptions& options, bool historical) {
    ReportColumns columns{.historical = historical,
                          .compare = options.compare,
                          .average = options.average,
                          .row_total = options.row_total};
    int intervals = 0;
    const auto take = [&](bool asked, Interval interval) {
        if (!asked) return;
        columns.interval = interval;
        ++intervals;
    };
    take(options.daily, Interval::day);
    take(options.weekly, Interval::week);
    take(options.monthly, Interval::month);
    take(options.quarterly, Interval::quarter);
    take(options.yearly, Interval::year);
    if (intervals > 1) throw UsageError{"-D, -W, -M, -Q and -Y exclude each other"};
    if (historical && options.row_total) {
        throw UsageError{"what stands at the ends of columns cannot be added up",
                         "leave out --row-total, or take --average"};
    }
    return columns;
}

std::optional<ValuationOptions> valuation_of(const ValuationFlags& options, Date today) {
    if (!options.market && !options.exchange && !options.value) {
        if (options.show_prices) {
            throw UsageError{"--show-prices shows the prices of a valuation",
                             "add -V, -X COMMODITY or --value"};
        }
        return std::nullopt;
    }
    ValuationOptions valuation{.currency = options.exchange, .show_prices = options.show_prices};
    if (!options.value) return valuation;
    std::string when = *options.value;
    if (const auto comma = when.find(','); comma != std::string::npos) {
        valuation.currency = when.substr(comma + 1);
        when.resize(comma);
    }
    if (when == "then") {
        valuation.when = ValuationOptions::When::then;
    } else if (when != "end") {
        valuation.when = ValuationOptions::When::date;
        valuation.date = value_or_usage_error(parse_period_start(when, today));
    }
    return valuation;
}

}  // namespace cellbook::cli
