#include "cli/report_options.hpp"

#include "cli/failure.hpp"
#include "ledger/query/period.hpp"

namespace cellbook::cli {

namespace {

std::string named_by(QueryField bare_words) {
    if (bare_words == QueryField::party) return "party names";
    return bare_words == QueryField::commodity ? "commodities" : "account names";
}

}  // namespace

void add_query_options(Arguments& arguments, ReportOptions& options) {
    arguments.words(
        "QUERY", options.terms,
        "Words of " + named_by(options.bare_words) + ", and terms: see cellbook help query");
    add_input_options(arguments, options.input);
    arguments.group("Which postings");
    arguments.value("-b,--begin", options.begin, "DATE", "From this day on");
    arguments.value("-e,--end", options.end, "DATE", "Before this day");
    arguments.value("-p,--period", options.period, "PERIOD",
                    "In this period: 2018-03, 2018q2, 'last month'");
    arguments.flag("-U,--unmarked", options.unmarked, "Neither pending nor cleared");
    arguments.flag("-P,--pending", options.pending, "Pending (!)");
    arguments.flag("-C,--cleared", options.cleared, "Cleared (*)");
    arguments.value("--today", options.today, "DATE", "What `last month` and its like count from");
}

void add_report_options(Arguments& arguments, ReportOptions& options) {
    add_query_options(arguments, options);
    add_output_options(arguments, options.output);
}

Date today_of(const std::optional<std::string>& today, const Environment& environment) {
    if (!today) return environment.today;
    return value_or_usage_error(parse_date(*today));
}

Query query_of(const ReportOptions& options, const Environment& environment) {
    const Date today = today_of(options.today, environment);
    std::vector<std::string> terms = options.terms;
    if (options.unmarked) terms.emplace_back("status:");
    if (options.pending) terms.emplace_back("status:!");
    if (options.cleared) terms.emplace_back("status:*");
    Query query = value_or_usage_error(Query::parse(terms, today, options.bare_words));
    DateRange dates;
    if (options.begin)
        dates.begin = value_or_usage_error(parse_period_start(*options.begin, today));
    if (options.end) dates.end = value_or_usage_error(parse_period_start(*options.end, today));
    if (dates.begin && dates.end && !(*dates.begin < *dates.end)) {
        throw UsageError{"-b " + *options.begin + " is not before -e " + *options.end,
                         "the day of -e is the first one left out: give a later one"};
    }
    query.confine(dates);
    if (options.period) query.confine(value_or_usage_error(parse_period(*options.period, today)));
    return query;
}

std::function<Action(Arguments&)> plain_report(Table (*make)(const EntrySource&, const Query&),
                                               QueryField bare_words) {
    return [=](Arguments& arguments) -> Action {
        const auto options = std::make_shared<ReportOptions>();
        options->bare_words = bare_words;
        add_report_options(arguments, *options);
        return [=](const Environment& environment) {
            const Query query = query_of(*options, environment);
            const auto source = open_input(options->input, environment);
            write_table(make(*source, query), source.get(), options->output, environment);
            return exit_ok;
        };
    };
}

}  // namespace cellbook::cli
