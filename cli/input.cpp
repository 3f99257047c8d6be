#include "cli/input.hpp"

#include <array>
#include <ostream>

#include "cli/failure.hpp"
#include "ledger/book/memory_book.hpp"

namespace cellbook::cli {

void add_file_option(Arguments& arguments, InputOptions& options) {
    arguments.group("Input");
    arguments.values("-f,--file", options.files, "FILE",
                     "Book, journal, events or register; - is standard input");
}

void add_input_options(Arguments& arguments, InputOptions& options) {
    add_file_option(arguments, options);
    arguments.flag("--strict", options.strict, "Refuse names that nothing declares (text files)");
    arguments.value("--kinds", options.kinds_file, "FILE", "Kinds of your own, in TOML");
}

std::vector<std::string> input_files(const InputOptions& options, const Environment& environment) {
    if (!options.files.empty()) return options.files;
    const auto variable = environment.variable("CELLBOOK_FILE");
    if (variable && !variable->empty()) return {*variable};
    throw UsageError{"no book or journal is named", "name one with -f FILE or in $CELLBOOK_FILE"};
}

std::string read_file(const std::string& path) {
    DiskFiles files;
    auto stream = value_or_fail(files.open(path));
    std::string text;
    std::array<char, 1 << 16> buffer{};
    while (const std::size_t size = stream->read(buffer.data(), buffer.size())) {
        text.append(buffer.data(), size);
    }
    return text;
}

KindTable input_kinds(const InputOptions& options) {
    if (!options.kinds_file) return KindTable::standard();
    auto reading = KindTable::with_file(KindTable::standard(), read_file(*options.kinds_file),
                                        *options.kinds_file);
    if (!reading.ok()) {
        const auto count = static_cast<std::int64_t>(reading.problems.size());
        throw InputError{std::move(reading.problems), count};
    }
    return std::move(reading.table);
}

void require_ok(const ImportReport& report, const Environment& environment) {
    print_diagnostics(environment.err, report.warnings, report.warning_count);
    if (report.cancelled) throw Interrupted{};
    if (!report.ok()) throw InputError{report.problems, report.problem_count};
}

std::shared_ptr<const EntrySource> open_input(const InputOptions& options,
                                              const Environment& environment) {
    const auto paths = input_files(options, environment);
    for (const auto& path : paths) {
        if (path == "-" || !Book::is_book(path)) continue;
        if (paths.size() > 1) {
            throw UsageError{path + " is a book, and a book is read alone",
                             "import the other files into it, or name only it"};
        }
        auto book = std::make_shared<Book>(open_book(options, environment, {}));
        environment.keep(book);
        return book;
    }
    auto book = std::make_shared<MemoryBook>();
    environment.keep(book);
    DiskFiles files;
    const auto report = book->read(files, paths, {.strict = options.strict}, input_kinds(options));
    require_ok(report, environment);
    return book;
}

Book open_book(const InputOptions& options, const Environment& environment,
               const OpenOptions& how) {
    const auto paths = input_files(options, environment);
    if (paths.size() > 1) {
        throw UsageError{"several files are named where one book is meant",
                         "name one book with -f"};
    }
    return value_or_fail(Book::open(paths.front(), how));
}

}  // namespace cellbook::cli
