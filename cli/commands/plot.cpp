#include <filesystem>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/plot/plot_list.hpp"
#include "cli/plot/plot_output.hpp"
#include "ledger/statements/intervals.hpp"
#include "ledger/version.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> what{};
    PlotFlags flags{};
    PlotOutputOptions output{};
    std::optional<std::string> title{};
};

/// The days that both the query and the book hold.
std::string period_of_picture(const EntrySource& source, const Query& query) {
    const auto span = source.span();
    if (!span) return {};
    Date begin = span->first;
    Date end{span->second.days + 1};
    const DateRange& asked = query.dates();
    if (asked.begin) begin = *asked.begin;
    if (asked.end) end = *asked.end;
    return begin < end ? period_of(begin, end).label : "";
}

PictureOrigin origin_of(const Options& options, const Environment& environment,
                        const EntrySource& source, const Query& query) {
    PictureOrigin origin{.period = period_of_picture(source, query),
                         .version = std::string{version()},
                         .digest = to_hex(source.digest())};
    for (const auto& file : input_files(options.flags.report.input, environment)) {
        origin.files.push_back(file == "-" ? "standard input"
                                           : std::filesystem::path{file}.filename().string());
    }
    return origin;
}

Picture picture_of_book(const PlotKind& kind, const Options& options,
                        const Environment& environment) {
    const Query query = query_of(options.flags.report, environment);
    const auto source = open_input(options.flags.report.input, environment);
    const Date today = today_of(options.flags.report.today, environment);
    const Table table = kind.table({*source, query, options.flags, today});
    Picture picture = kind.draw(table, options.flags);
    picture.origin = origin_of(options, environment, *source, query);
    picture.notes.insert(picture.notes.end(), table.notes.begin(), table.notes.end());
    return picture;
}

std::string list_of_kinds() {
    std::string list = "What to draw:";
    for (const auto& kind : plot_kinds()) list += "\n" + kind.name + ": " + kind.summary;
    return list;
}

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.what) throw UsageError{"no picture is named", "see cellbook plot --help"};
    const PlotKind& kind = find_plot_kind(*options.what);
    // Before a book is read: a wrong form or size is told at once.
    plot_target(options.output, environment);
    Picture picture = kind.make ? kind.make(options.flags, environment)
                                : picture_of_book(kind, options, environment);
    if (options.title) picture.title = *options.title;
    write_plot(picture, options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    PlotFlags& flags = options->flags;
    arguments.word("WHAT", options->what, list_of_kinds());
    add_query_options(arguments, flags.report);
    arguments.group("Periods");
    arguments.flag("-D,--daily", flags.periods.daily, "A place a day");
    arguments.flag("-W,--weekly", flags.periods.weekly, "A place a week, from Monday");
    arguments.flag("-M,--monthly", flags.periods.monthly, "A place a month (default)");
    arguments.flag("-Q,--quarterly", flags.periods.quarterly, "A place a quarter");
    arguments.flag("-Y,--yearly", flags.periods.yearly, "A place a year");
    arguments.group("Series");
    arguments.count("--depth", flags.depth, "N",
                    "Add what lies deeper to the account N parts deep");
    add_pivot_option(arguments, flags.pivot);
    arguments.flag("--invert", flags.invert, "The other sign: income and debts upward");
    arguments.group("Valuation");
    add_valuation_options(arguments, flags.valuation);
    arguments.group("Price indexes");
    arguments.values("--method", flags.methods, "METHOD", "As `index` has it; fisher by default");
    arguments.value("--base", flags.base, "PERIOD", "The period that is 1; else the first");
    arguments.value("-c,--commodity", flags.commodity, "COMMODITY", "Prices in this");
    arguments.group("Distributions");
    arguments.value("--of", flags.of, "WHAT",
                    "income, disposable, consumption, wealth, or accounts: acct:assets:cash");
    arguments.value("--scale", flags.scale, "SCALE",
                    "Divide by per-capita, square-root, oecd-modified or oecd");
    arguments.value("--weight", flags.weight, "persons", "Count people instead of households");
    arguments.group("Property");
    arguments.value("--on", flags.on, "DATE",
                    "At the end of this day; else of the last transaction's");
    arguments.flag("--per-place", flags.per_place, "Rents of a place instead of a cell");
    arguments.group("A csv file");
    arguments.value("--x", flags.x, "COLUMN", "What lies along");
    arguments.value("--y", flags.y, "COLUMN",
                    "What stands up; of boxes five, MIN,P25,MEDIAN,P75,MAX");
    arguments.value("--by", flags.by, "COLUMN[,...]",
                    "A series for each of its words; of a Lorenz curve `section`");
    arguments.value("--mark", flags.mark, "MARK", "lines (default), points, steps, bars, boxes");
    arguments.group("Picture");
    arguments.value("--title", options->title, "TEXT", "Instead of what the query says");
    add_plot_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command plot_command() {
    return {
        .name = "plot",
        .group = "Reports",
        .summary = "Draw what is looked at rather than read: in the terminal, as SVG, PNG or PDF",
        .examples = {"cellbook -f week.journal plot balance assets -D",
                     "cellbook plot balance assets:cash --weekly -o cash.svg",
                     "cellbook plot flow expenses -W --pivot kind -o spending.pdf",
                     "cellbook plot flow income --invert -D --script | gnuplot > income.svg",
                     "cellbook plot balance assets -D --data",
                     "cellbook -f cells.journal plot rents -o rents.svg",
                     "cellbook -f cells.journal plot occupancy --on 2018-03-01",
                     "cellbook plot lorenz --of wealth -X BOB -o lorenz.pdf",
                     "cellbook -f sales.journal plot index --method fisher --method jevons",
                     "cellbook balance expenses -D -O csv | cellbook plot table - --x period "
                     "--y amount --by account --mark bars -o spending.png --size 1200x700"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
