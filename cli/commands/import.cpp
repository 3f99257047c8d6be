#include <filesystem>
#include <ostream>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "cli/scratch_folder.hpp"

namespace cellbook::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> files{};
    InputOptions input{};
    std::optional<std::string> batch{};
    bool dry_run = false;
};

/// A dry run goes into a copy, since only an import says what an import does.
Book open_copy(const fs::path& book, const fs::path& folder) {
    std::error_code failed;
    fs::copy_file(book, folder / "book", failed);
    if (failed) throw StorageError{"cannot copy " + book.string() + ": " + failed.message()};
    return value_or_fail(Book::open(folder / "book", {.writable = true}));
}

ImportReport import_into(Book& book, const Options& options, const Environment& environment) {
    const KindTable kinds = input_kinds(options.input);
    DiskFiles files;
    ProgressLine progress{"importing", environment};
    auto report = book.import(files, options.files,
                              {.strict = options.input.strict,
                               .batch = options.batch.value_or(""),
                               .imported_at = environment.now_utc},
                              kinds, progress.callback());
    progress.finish();
    return report;
}

ExitCode run(const Options& options, const Environment& environment) {
    if (options.files.empty()) {
        throw UsageError{"no file to import is given",
                         "write cellbook -f BOOK import FILE...; - reads standard input"};
    }
    std::optional<ScratchFolder> scratch;
    Book book = open_book(options.input, environment, {.writable = true});
    if (options.dry_run) {
        scratch.emplace();
        book = open_copy(input_files(options.input, environment).front(), scratch->path());
    }
    const auto report = import_into(book, options, environment);
    require_ok(report, environment);
    environment.out << (options.dry_run ? "would import " : "imported ") << report.transactions
                    << (report.transactions == 1 ? " transaction and " : " transactions and ")
                    << report.declarations
                    << (report.declarations == 1 ? " declaration" : " declarations");
    if (report.already_present > 0) {
        environment.out << "; " << report.already_present << " were there already";
    }
    environment.out << '\n';
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.words("FILE", options->files, "Journal or events files; - for standard input");
    add_input_options(arguments, options->input);
    arguments.group("How");
    arguments.value("--batch", options->batch, "NAME",
                    "The batch they belong to, if not the one of the file's name");
    arguments.flag("--dry-run", options->dry_run, "Say what would happen and change nothing");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command import_command() {
    return {.name = "import",
            .group = "Making books",
            .summary = "Bring journals, events and registers into a book, all or nothing",
            .examples = {"cellbook import --dry-run events.csv",
                         "cellbook -f town.book import events.csv",
                         "cellbook import --batch week-1 week.journal"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
