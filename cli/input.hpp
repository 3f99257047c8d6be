/// Opens what -f names: a book, or journals and events files read in memory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "ledger/book/book.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook::cli {

struct InputOptions {
    std::vector<std::string> files{};
    bool strict = false;
    std::optional<std::string> kinds_file{};
};

/// -f alone, for commands that work on a book.
void add_file_option(Arguments& arguments, InputOptions& options);
/// -f, --strict and --kinds.
void add_input_options(Arguments& arguments, InputOptions& options);

/// What -f names, or else $CELLBOOK_FILE. Throws UsageError when neither says anything.
std::vector<std::string> input_files(const InputOptions& options, const Environment& environment);

/// The standard kinds, and those of --kinds. Throws InputError.
KindTable input_kinds(const InputOptions& options);

/// Throws InputError, UsageError or StorageError.
std::shared_ptr<const EntrySource> open_input(const InputOptions& options,
                                              const Environment& environment);

/// The one book that -f names. Throws UsageError when it is a text file.
Book open_book(const InputOptions& options, const Environment& environment, const OpenOptions& how);

/// Throws InputError when the report holds problems, Interrupted when it was cancelled; prints
/// its warnings.
void require_ok(const ImportReport& report, const Environment& environment);

/// The whole of a file, `-` for standard input. Throws InputError, StorageError.
std::string read_file(const std::string& path);

}  // namespace cellbook::cli
