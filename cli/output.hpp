/// Where output goes and in which form.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook::cli {

enum class Format { text, csv, tsv, json, md, html, tex };

struct OutputOptions {
    std::optional<std::string> format{};
    std::optional<std::string> file{};
};

/// -O and -o.
void add_output_options(Arguments& arguments, OutputOptions& options);

/// What -O says, or else the ending of -o's file, or else text. Throws UsageError.
Format format_of(const OutputOptions& options);

/// Draws a table in the form asked for. `source` gives all forms but text, csv and tsv their
/// digest; null: there is none.
void write_table(const Table& table, const EntrySource* source, const OutputOptions& options,
                 const Environment& environment);

/// Calls `write` with where output goes: standard output, or a file that takes its name only when
/// it is whole. Throws StorageError.
void write_output(const OutputOptions& options, const Environment& environment,
                  const std::function<void(std::ostream&)>& write);

}  // namespace cellbook::cli
