#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/report_options.hpp"
#include "ledger/query/period.hpp"
#include "ledger/reading/journal_reader.hpp"

namespace cellbook::cli {

namespace {

/// What the command line says of an event, by the names of the columns of events files.
struct Options {
    InputOptions input{};
    std::optional<std::string> date{}, kind{}, payer{}, payee{}, amount{}, amount2{}, rate{};
    std::optional<std::string> product{}, quantity{}, cell{}, standing{}, low{}, high{};
    std::optional<std::string> source{}, note{}, id{}, today{};
    std::vector<std::string> tags{};
};

/// Keeps what a reader finds.
class Collector final : public EntrySink {
public:
    bool accept(ReadEntry& entry) override {
        entries.push_back(std::move(entry));
        return true;
    }
    bool report(Diagnostic diagnostic) override {
        if (problems.size() < kept_problems) problems.push_back(std::move(diagnostic));
        ++problem_count;
        return true;
    }

    std::vector<ReadEntry> entries{};
    std::vector<Diagnostic> problems{};
    std::int64_t problem_count = 0;
};

/// `300 BOB` or `BOB 300`. Throws UsageError.
std::pair<Decimal, std::string> number_and_commodity(const std::string& text) {
    const auto blank = text.find(' ');
    if (blank != std::string::npos) {
        const std::string first = text.substr(0, blank);
        const std::string second = text.substr(text.find_first_not_of(' ', blank));
        if (auto number = parse_decimal(first)) return {*number, second};
        if (auto number = parse_decimal(second)) return {*number, first};
    }
    throw UsageError{"`" + text + "` is no amount", "write --amount '300.50 BOB'"};
}

std::optional<Decimal> number(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return value_or_usage_error(parse_decimal(*text));
}

Event event_of(const Options& options, Date today) {
    if (!options.kind || !options.amount) {
        throw UsageError{"an event has at least a kind and an amount",
                         "add --kind and --amount, or give journal text on standard input"};
    }
    Event event;
    event.date =
        options.date ? value_or_usage_error(parse_period_start(*options.date, today)) : today;
    event.kind = *options.kind;
    event.payer = options.payer.value_or("");
    event.payee = options.payee.value_or("");
    std::tie(event.amount, event.commodity) = number_and_commodity(*options.amount);
    if (options.amount2) {
        std::tie(event.amount2, event.commodity2) = number_and_commodity(*options.amount2);
    }
    event.rate = number(options.rate);
    event.product = options.product.value_or("");
    event.quantity = number(options.quantity);
    event.cell = options.cell.value_or("");
    if (options.standing) {
        event.standings.whole = parse_standing(*options.standing);
        if (!event.standings.whole) {
            throw UsageError{"no such standing: " + *options.standing,
                             "they are observed, estimated, assumed and simulated"};
        }
    }
    event.low = number(options.low);
    event.high = number(options.high);
    event.source = options.source.value_or("");
    event.note = options.note.value_or("");
    event.id = options.id.value_or("");
    event.recorded = today;
    for (const auto& tag : options.tags) {
        const auto equals = tag.find('=');
        if (equals == 0 || equals == std::string::npos) {
            throw UsageError{"`" + tag + "` is no tag", "write --tag NAME=VALUE"};
        }
        event.tags.emplace_back(tag.substr(0, equals), tag.substr(equals + 1));
    }
    return event;
}

std::vector<std::string> add_journal_text(Book& book, Date today, const Environment& environment) {
    MemoryFiles files{{{"-", read_file("-")}}};
    Collector found;
    read_journal(files, "-", book.chart(), found);
    if (found.problem_count > 0) throw InputError{found.problems, found.problem_count};
    const auto report =
        book.record(std::move(found.entries),
                    {.imported_at = environment.now_utc, .random_ids = true, .recorded = today});
    require_ok(report, environment);
    return report.ids;
}

ExitCode run(const Options& options, const Environment& environment) {
    const Date today = today_of(options.today, environment);
    Book book = open_book(options.input, environment, {.writable = true});
    std::vector<std::string> ids;
    if (options.kind || options.amount || options.payer || options.payee) {
        ids.push_back(value_or_fail(book.record_event(event_of(options, today))));
    } else {
        ids = add_journal_text(book, today, environment);
    }
    for (const auto& id : ids) environment.out << id << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_file_option(arguments, options->input);
    arguments.group("An event (without these, journal text is read from standard input)");
    arguments.value("--date", options->date, "DATE", "When it happened (default today)");
    arguments.value("--kind", options->kind, "KIND", "What it is; see cellbook kinds");
    arguments.value("--payer", options->payer, "PARTY", "Who pays");
    arguments.value("--payee", options->payee, "PARTY", "Who is paid");
    arguments.value("--amount", options->amount, "AMOUNT", "How much: '300 BOB'");
    arguments.value("--amount2", options->amount2, "AMOUNT", "The other side of an exchange");
    arguments.value("--rate", options->rate, "NUMBER", "Its rate");
    arguments.value("--product", options->product, "NAME", "What was bought");
    arguments.value("--quantity", options->quantity, "NUMBER", "How much of it");
    arguments.value("--cell", options->cell, "NAME", "Which cell it is about");
    arguments.value("--standing", options->standing, "NAME",
                    "observed, estimated, assumed or simulated");
    arguments.value("--low", options->low, "NUMBER", "An estimate's low end");
    arguments.value("--high", options->high, "NUMBER", "An estimate's high end");
    arguments.value("--source", options->source, "NAME", "Where it was read");
    arguments.value("--note", options->note, "WORDS", "A description");
    arguments.value("--id", options->id, "ID", "An id of your own (default a random one)");
    arguments.values("--tag", options->tags, "NAME=VALUE", "A tag; may be repeated");
    arguments.value("--today", options->today, "DATE", "The recorded date");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command add_command() {
    return {.name = "add",
            .group = "Making books",
            .summary = "Record what happened, from flags or journal text, and print its id",
            .examples = {"cellbook add --date 2018-03-08 --kind shop_sale --payer inmates:i0042 "
                         "--payee businesses:comedor-luz --amount '12.50 BOB' --note 'bread'",
                         "printf '2018-03-08 bread\\n  a:expenses:food  12.50 BOB\\n"
                         "  a:assets:cash\\n' | cellbook add"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
