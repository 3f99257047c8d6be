#include "cli/distribution_options.hpp"

#include <algorithm>

#include "cli/failure.hpp"
#include "ledger/distribution/household_values.hpp"
#include "ledger/distribution/observations_reader.hpp"

namespace cellbook::cli {

namespace {

constexpr unsigned least_decimals = 2;
constexpr unsigned most_decimals = 6;

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return text;
}

/// What is asked of a book has no meaning for a file of data, and the other way round.
void refuse_mixture(const DistributionFlags& flags) {
    const ReportOptions& report = flags.report;
    const bool of_book = !report.terms.empty() || !report.input.files.empty() || flags.of ||
                         flags.scale || flags.by || report.begin || report.end || report.period ||
                         flags.valuation.market || flags.valuation.exchange ||
                         flags.valuation.value;
    if (flags.data && of_book) {
        throw UsageError{"--data looks at a file of its own, without a book, query or period",
                         "leave out --data, or all but --column, --weight and --group"};
    }
    if (!flags.data && (flags.column || flags.group)) {
        throw UsageError{"--column and --group name columns of a file",
                         "name the file with --data FILE"};
    }
}

Observed observe_data(const DistributionFlags& flags, const std::string& what,
                      const Progress& progress) {
    if (!flags.column) {
        throw UsageError{"--data needs the column that holds the values", "add --column NAME"};
    }
    DiskFiles files;
    auto reading = read_observations(
        files, *flags.data, {.value = *flags.column, .weight = flags.weight, .group = flags.group},
        progress);
    if (reading.cancelled) throw Interrupted{};
    if (reading.problem_count > 0) {
        throw InputError{std::move(reading.problems), reading.problem_count};
    }
    Observed observed{.observations = std::move(reading.observations)};
    observed.heading.title = what + " of " + *flags.column;
    if (flags.weight) observed.heading.title += ", weighted by " + *flags.weight;
    if (flags.group) observed.heading.title += ", by " + *flags.group;
    observed.heading.decimals =
        std::clamp<unsigned>(observed.observations.value_scale, least_decimals, most_decimals);
    return observed;
}

/// What --of says; `accounts` is set where it is a query.
HouseholdValue value_of(const DistributionFlags& flags, std::optional<Query>& accounts,
                        Date today) {
    if (!flags.of) {
        throw UsageError{"nothing says what the households are unequal in",
                         "add --of " + listed(household_value_names()) +
                             ", or --of with accounts, as in --of acct:assets:cash"};
    }
    if (const auto value = parse_household_value(*flags.of)) return *value;
    const std::vector<std::string> terms{*flags.of};
    accounts = value_or_usage_error(Query::parse(terms, today));
    const DateRange& dates = accounts->dates();
    if (!accounts->kept_balances_suffice() || accounts->narrows_commodities() || dates.begin ||
        dates.end) {
        throw UsageError{"--of names accounts, and `" + *flags.of + "` looks at something else",
                         "put other terms into the query"};
    }
    return HouseholdValue::accounts;
}

EquivalenceScale scale_of(const DistributionFlags& flags) {
    if (!flags.scale) return EquivalenceScale::none;
    const auto scale = parse_equivalence_scale(*flags.scale);
    if (scale) return *scale;
    throw UsageError{"`" + *flags.scale + "` is no equivalence scale",
                     "take " + listed(equivalence_scale_names())};
}

/// Whether a word of --by or --weight is there; it must be the one that there is.
bool is_asked(const std::optional<std::string>& word, const std::string& flag,
              const std::string& only) {
    if (!word || *word == only) return word.has_value();
    throw UsageError{flag + " takes `" + only + "` of a book, not `" + *word + "`"};
}

bool names_sector(const std::vector<std::string>& terms) {
    return std::ranges::any_of(terms,
                               [](const std::string& term) { return term.starts_with("sector:"); });
}

std::string title_of(const std::string& what, const DistributionFlags& flags,
                     const HouseholdValues& values) {
    std::string title = what + " of " + *flags.of;
    if (!values.when.empty()) title += ' ' + values.when;
    if (!values.commodity.empty()) title += ", in " + values.commodity;
    if (flags.scale && *flags.scale != "none") title += ", " + *flags.scale + " scale";
    if (flags.weight) title += ", weighted by persons";
    if (flags.by) title += ", by section";
    return title;
}

}  // namespace

void add_distribution_options(Arguments& arguments, DistributionFlags& flags) {
    flags.report.bare_words = QueryField::party;
    add_report_options(arguments, flags.report);
    arguments.group("Households of a book");
    arguments.value("--of", flags.of, "WHAT",
                    "income, disposable, consumption, wealth, or accounts: acct:assets:cash");
    arguments.value("--scale", flags.scale, "SCALE",
                    "Divide by per-capita, square-root, oecd-modified or oecd");
    arguments.value("--by", flags.by, "section", "Each section too, and between them");
    arguments.group("A column of a file");
    arguments.value("--data", flags.data, "FILE", "CSV with a header; - is standard input");
    arguments.value("--column", flags.column, "NAME", "The column of the values");
    arguments.value("--group", flags.group, "NAME", "The column that names groups");
    arguments.group("Weights");
    arguments.value("--weight", flags.weight, "WEIGHT",
                    "persons, of households; the column of weights, of a file");
    add_valuation_options(arguments, flags.valuation);
}

Observed observe_book(const EntrySource& source, const Query& query, const DistributionFlags& flags,
                      const std::string& what, Date today) {
    std::optional<Query> accounts;
    HouseholdOptions options{.of = value_of(flags, accounts, today),
                             .scale = scale_of(flags),
                             .weigh_by_persons = is_asked(flags.weight, "--weight", "persons"),
                             .by_section = is_asked(flags.by, "--by", "section"),
                             .any_sector = names_sector(flags.report.terms),
                             .valuation = valuation_of(flags.valuation, today)};
    if (accounts) options.accounts = &*accounts;
    HouseholdValues values = value_or_fail(observe_households(source, query, options));
    Observed observed;
    observed.heading = {.title = title_of(what, flags, values),
                        .notes = std::move(values.notes),
                        .decimals = std::min<unsigned>(values.decimals, most_decimals)};
    observed.observations = std::move(values.observations);
    return observed;
}

Observed observe(const DistributionFlags& flags, const std::string& what,
                 const Environment& environment, const Progress& progress) {
    refuse_mixture(flags);
    if (flags.data) return observe_data(flags, what, progress);
    const Date today = today_of(flags.report.today, environment);
    const Query query = query_of(flags.report, environment);
    std::shared_ptr<const EntrySource> source = open_input(flags.report.input, environment);
    Observed observed = observe_book(*source, query, flags, what, today);
    observed.source = std::move(source);
    return observed;
}

}  // namespace cellbook::cli
