#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/scratch_folder.hpp"
#include "ledger/statements/identities.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::vector<std::string> names{};
    std::optional<std::string> digest{};
    InputOptions input{};
    OutputOptions output{};
};

constexpr std::size_t shortest_digest = 16;
// The list of checks is folded as the rest of help stands.
constexpr std::size_t help_columns = 60;

/// The book's own checks, then those of its statements.
std::vector<std::string> check_names() {
    std::vector<std::string> names = Book::check_names();
    names.insert(names.end(), identity_names().begin(), identity_names().end());
    return names;
}

/// Throws UsageError for what is no check's name.
void require_known(const std::vector<std::string>& names) {
    const auto known = check_names();
    for (const auto& name : names) {
        if (std::ranges::find(known, name) != known.end()) continue;
        std::string all;
        for (const auto& each : known) all += (all.empty() ? "" : ", ") + each;
        throw UsageError{"no such check: " + name, "they are " + all};
    }
}

/// The digest's digits in lower case. Throws UsageError when they say too little to tell books
/// apart, or are none.
std::string digest_digits(std::string digits) {
    std::ranges::transform(digits, digits.begin(), [](char c) {
        return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (digits.size() < shortest_digest || digits.size() > 64 ||
        digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
        throw UsageError{"`" + digits + "` is no digest",
                         "give at least 16 of its 64 hexadecimal digits"};
    }
    return digits;
}

/// The book that -f names; of text files, a book made of them, since every check then applies.
Book book_to_check(const Options& options, const Environment& environment,
                   std::optional<ScratchFolder>& scratch) {
    const auto paths = input_files(options.input, environment);
    if (paths.size() == 1 && paths.front() != "-" && Book::is_book(paths.front())) {
        return open_book(options.input, environment, {});
    }
    scratch.emplace();
    Book book = value_or_fail(Book::create(scratch->path() / "book"));
    DiskFiles files;
    const auto report =
        book.import(files, paths, {.strict = options.input.strict}, input_kinds(options.input));
    require_ok(report, environment);
    return book;
}

std::vector<CheckFailure> checked(Book& book, const std::vector<std::string>& names,
                                  const Progress& progress) {
    std::vector<CheckFailure> failures;
    const auto& own = Book::check_names();
    const auto is_own = [&](const std::string& name) {
        return std::ranges::find(own, name) != own.end();
    };
    if (names.empty() || std::ranges::any_of(names, is_own)) {
        failures = book.check(names, progress);
    }
    auto of_statements = check_identities(book, names);
    failures.insert(failures.end(), std::make_move_iterator(of_statements.begin()),
                    std::make_move_iterator(of_statements.end()));
    return failures;
}

std::string sentence(const CheckFailure& failure) {
    std::string text = failure.check + ": ";
    if (!failure.entry_id.empty()) text += "entry " + failure.entry_id + ": ";
    if (!failure.provenance.file.empty()) {
        text += failure.provenance.file + ":" + std::to_string(failure.provenance.line) + ": ";
    }
    return text + failure.explanation;
}

Table table_of(const std::vector<CheckFailure>& failures) {
    Table table{.name = "check"};
    table.headed = false;
    table.columns = {{"check", "Check"}, {"id", "Id"},     {"seq", "Entry"},
                     {"file", "File"},   {"line", "Line"}, {"explanation", "Explanation"}};
    Table::Layout layout;
    layout.columns = {{"explanation", "Explanation"}};
    const auto number = [](std::int64_t value) { return value > 0 ? Value{value} : Value{}; };
    for (const auto& failure : failures) {
        table.rows.push_back(
            {{failure.check, failure.entry_id, number(failure.seq), failure.provenance.file,
              number(failure.provenance.line), failure.explanation}});
        layout.rows.push_back({{sentence(failure)}});
    }
    table.layout = std::move(layout);
    return table;
}

ExitCode run(const Options& options, const Environment& environment) {
    require_known(options.names);
    std::string wanted;
    if (options.digest) wanted = digest_digits(*options.digest);
    std::optional<ScratchFolder> scratch;
    Book book = book_to_check(options, environment, scratch);
    std::vector<CheckFailure> failures;
    if (!options.digest || !options.names.empty()) {
        ProgressLine progress{"checking", environment};
        failures = checked(book, options.names, progress.callback());
        progress.finish();
    }
    if (options.digest) {
        const std::string digest = to_hex(book.digest());
        if (!digest.starts_with(wanted)) {
            failures.push_back(
                {.check = "digest",
                 .entry_id = {},
                 .explanation = "the book's digest is " + digest + ", not " + wanted});
        }
    }
    write_table(table_of(failures), &book, options.output, environment);
    return failures.empty() ? exit_ok : exit_data;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    std::string words = "Only these (default all):";
    std::size_t width = words.size();
    for (const auto& name : check_names()) {
        if (width + 1 + name.size() > help_columns) {
            words += "\n";  // help indents what follows
            width = 0;
        }
        words += (width > 0 ? " " : "") + name;
        width += 1 + name.size();
    }
    arguments.words("CHECK", options->names, words);
    add_input_options(arguments, options->input);
    arguments.group("What");
    arguments.value("--digest", options->digest, "HEX",
                    "Only whether this is the book whose digest begins so");
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command check_command() {
    return {.name = "check",
            .group = "The book itself",
            .summary = "Prove a book: silent when all is well, a line for each failure otherwise",
            .examples = {"cellbook check", "cellbook -f week.journal check",
                         "cellbook check hash_chain sources_declared -O json"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
