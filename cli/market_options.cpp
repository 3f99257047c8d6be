#include "cli/market_options.hpp"

#include <algorithm>
#include <charconv>

#include "cli/failure.hpp"
#include "cli/progress.hpp"
#include "cli/report_options.hpp"
#include "market/assignment/book_market.hpp"
#include "market/assignment/priority.hpp"
#include "market/assignment/values_file.hpp"
#include "market/series/numbers.hpp"

namespace cellbook::cli {

namespace {

// What a book does not say and a modeller should. Notes print them as assumed.
constexpr auto assumed_share = "0.25";
constexpr auto assumed_taste = "0.1";
constexpr auto assumed_seed = "1";

void require_none(const PriceProblems& problems) {
    if (problems.count > 0) throw InputError{problems.kept, problems.count};
}

double share_of(const std::optional<std::string>& word, const std::string& flag,
                const std::string& otherwise) {
    const Decimal number = value_or_usage_error(parse_decimal(word.value_or(otherwise)));
    if (number.coefficient >= 0) return to_double(number);
    throw UsageError{flag + " takes a share of zero or more, not " + *word};
}

std::uint64_t seed_of(const MarketFlags& flags) {
    const std::string word = flags.seed.value_or(assumed_seed);
    std::uint64_t seed = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), seed);
    if (read.ec == std::errc{} && read.ptr == word.data() + word.size()) return seed;
    throw UsageError{"--seed takes a whole number, not `" + word + "`"};
}

void refuse_mixture(const MarketFlags& flags) {
    const bool of_book = !flags.input.files.empty() || flags.on || flags.share || flags.taste ||
                         flags.quality || flags.valuation.exchange || flags.valuation.market ||
                         flags.valuation.value;
    if (flags.values && of_book) {
        throw UsageError{
            "--values says what households would pay, and a book is asked what they "
            "might",
            "leave out --values, or -f and what belongs to it"};
    }
    if (!flags.ceiling && (flags.priority || flags.priority_file)) {
        throw UsageError{"--priority says who comes first under a ceiling", "add --ceiling X"};
    }
}

Market market_of_file(const MarketFlags& flags, const Environment& environment) {
    DiskFiles files;
    ProgressLine progress{"reading", environment};
    ValuesFile file = read_values(files, *flags.values, progress.callback());
    if (file.cancelled) throw Interrupted{};
    require_none(file.problems);
    return {.game = std::move(file.game), .heading = {.of = *flags.values}};
}

Market market_of_book(const MarketFlags& flags, const Environment& environment) {
    const Date today = today_of(flags.today, environment);
    std::optional<Date> day;
    if (flags.on) day = value_or_usage_error(parse_date(*flags.on, today.year()));
    BookValuesOptions options{.share = share_of(flags.share, "--share", assumed_share),
                              .taste = share_of(flags.taste, "--taste", assumed_taste),
                              .seed = seed_of(flags),
                              .valuation = valuation_of(flags.valuation, today)};
    Market market{.source = open_input(flags.input, environment)};
    BookParties parties = value_or_fail(parties_on(*market.source, day));
    if (flags.quality) {
        DiskFiles files;
        PriceProblems problems;
        const auto given =
            read_numbers(files, *flags.quality, "cell", "quality", parties.game.cells, problems);
        require_none(problems);
        options.quality.emplace();
        for (std::size_t c = 0; c < given.size(); ++c) {
            if (!given[c]) {
                throw UsageError{"--quality says nothing of cell " + parties.game.cells[c],
                                 "give each cell of the book a row `cell,quality`"};
            }
            options.quality->push_back(to_double(*given[c]));
        }
    }
    BookValues values = value_or_fail(value_book(*market.source, options, parties));
    market.heading = {.of = "cells on " + to_string(parties.day),
                      .unit = values.commodity.empty() ? "" : values.commodity + " a month",
                      .notes = std::move(values.notes)};
    market.game = std::move(parties.game);
    market.endowment = std::move(parties.endowment);
    market.seniority = std::move(parties.seniority);
    market.places = std::move(parties.places);
    market.sizes = std::move(parties.persons);
    return market;
}

void read_market_files(const MarketFlags& flags, Market& market) {
    DiskFiles files;
    PriceProblems problems;
    AssignmentGame& game = market.game;
    if (flags.reserves) {
        const auto reserves =
            read_numbers(files, *flags.reserves, "cell", "reserve", game.cells, problems);
        require_none(problems);
        game.reserves = value_or_fail(in_scale_of(game, reserves, 0));
    }
    if (flags.endowment) {
        market.endowment =
            Endowment{.owner_of = read_names(files, *flags.endowment, "cell", game.cells,
                                             "household", game.households, problems)};
        require_none(problems);
    }
}

/// Places and members: of a book as registered, else one of each; files have the last word.
void read_sharing(const MarketFlags& flags, Market& market) {
    market.shared = flags.shared || flags.places || flags.sizes;
    if (!market.shared) return;
    if (flags.ceiling || flags.endowment) {
        throw UsageError{"shared cells have no ceilings and no trades here",
                         "leave out --ceiling and --endowment"};
    }
    const AssignmentGame& game = market.game;
    DiskFiles files;
    PriceProblems problems;
    market.places.resize(game.cells.size(), 1);
    market.sizes.resize(game.households.size(), 1);
    if (flags.places) {
        market.places = read_sizes(files, *flags.places, "cell", "places", game.cells, problems);
    }
    if (flags.sizes) {
        market.sizes =
            read_sizes(files, *flags.sizes, "household", "size", game.households, problems);
    }
    require_none(problems);
}

std::vector<std::size_t> queue_of(const MarketFlags& flags, Priority priority,
                                  const Market& market) {
    const auto& households = market.game.households;
    if (priority == Priority::lottery) {
        if (flags.seed) return queue_by_lottery(households, seed_of(flags));
        throw UsageError{"a lottery is drawn from a seed", "add --seed N"};
    }
    const bool seniority = priority == Priority::seniority;
    DiskFiles files;
    PriceProblems problems;
    if (flags.priority_file) {
        const auto numbers = seniority ? read_days(files, *flags.priority_file, "household",
                                                   "since", households, problems)
                                       : read_numbers(files, *flags.priority_file, "household",
                                                      "priority", households, problems);
        require_none(problems);
        return queue_by_number(households, numbers);
    }
    if (seniority && market.source) return queue_by_number(households, market.seniority);
    throw UsageError{"nothing says who comes first",
                     seniority ? "add --priority-file FILE.csv with columns household,since"
                               : "add --priority-file FILE.csv with columns household,priority"};
}

void read_ceilings(const MarketFlags& flags, Market& market) {
    const std::string word = flags.priority.value_or("");
    const auto priority = parse_priority(word);
    if (!priority) {
        throw UsageError{flags.priority
                             ? "`" + word + "` is no priority"
                             : "under a ceiling several want one cell, and something decides",
                         "add --priority waiting-list, lottery or seniority"};
    }
    AssignmentGame& game = market.game;
    std::vector<std::optional<Decimal>> numbers(game.cells.size());
    if (const auto everywhere = parse_decimal(*flags.ceiling)) {
        std::ranges::fill(numbers, *everywhere);
    } else {
        DiskFiles files;
        PriceProblems problems;
        numbers = read_numbers(files, *flags.ceiling, "cell", "ceiling", game.cells, problems);
        require_none(problems);
    }
    Ceilings ceilings{.of_cell = value_or_fail(in_scale_of(game, numbers, no_ceiling)),
                      .queue = queue_of(flags, *priority, market),
                      .priority = word};
    if (*priority == Priority::lottery) ceilings.priority += " (seed " + *flags.seed + ")";
    market.ceilings = std::move(ceilings);
}

}  // namespace

void add_market_options(Arguments& arguments, MarketFlags& flags) {
    arguments.group("Values of a file");
    arguments.value("--values", flags.values, "FILE",
                    "CSV of what households would pay: household,CELL,CELL,...");
    arguments.value("--reserves", flags.reserves, "FILE",
                    "CSV cell,reserve: what a cell is worth outside the market");
    arguments.value("--endowment", flags.endowment, "FILE", "CSV cell,household: who owns it");
    arguments.group("Households and cells of a book");
    arguments.value("--on", flags.on, "DATE", "At the end of this day; else the last recorded");
    arguments.value("--today", flags.today, "DATE", "What words like `yesterday` count from");
    arguments.value("--share", flags.share, "X",
                    "Of a month's income, what an average cell is worth (assumed: 0.25)");
    arguments.value("--taste", flags.taste, "X",
                    "Standard deviation of taste, as a share of it (assumed: 0.1)");
    arguments.value("--quality", flags.quality, "FILE",
                    "CSV cell,quality; else by stars and m2 a place");
    arguments.group("Shared cells");
    arguments.flag("--shared", flags.shared,
                   "Households take places for their members, as a book has them");
    arguments.value("--places", flags.places, "FILE", "CSV cell,places; 1 where there is no row");
    arguments.value("--sizes", flags.sizes, "FILE", "CSV household,size; 1 where there is no row");
    arguments.group("Ceilings");
    arguments.value("--ceiling", flags.ceiling, "X", "No rent above this; or a CSV cell,ceiling");
    arguments.value("--priority", flags.priority, "HOW",
                    "Who comes first: waiting-list, lottery or seniority");
    arguments.value("--priority-file", flags.priority_file, "FILE",
                    "CSV household,priority (small first) or household,since");
    arguments.value("--seed", flags.seed, "N", "Of the lottery, and of taste (assumed: 1)");
    add_input_options(arguments, flags.input);
    add_valuation_options(arguments, flags.valuation);
}

Market read_market(const MarketFlags& flags, const Environment& environment) {
    refuse_mixture(flags);
    Market market =
        flags.values ? market_of_file(flags, environment) : market_of_book(flags, environment);
    read_market_files(flags, market);
    read_sharing(flags, market);
    if (flags.ceiling) read_ceilings(flags, market);
    return market;
}

}  // namespace cellbook::cli
