#include "cli/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/render/csv.hpp"
#include "cli/render/json.hpp"
#include "cli/render/text.hpp"

namespace cellbook::cli {

namespace {

namespace fs = std::filesystem;

std::optional<Format> parse_format(const std::string& name) {
    if (name == "text" || name == "txt") return Format::text;
    if (name == "csv") return Format::csv;
    if (name == "json") return Format::json;
    return std::nullopt;
}

[[noreturn]] void refuse_writing(const std::string& path) {
    throw StorageError{"cannot write " + path + ": " + std::strerror(errno)};
}

void write_whole(const std::string& path, const std::function<void(std::ostream&)>& write) {
    errno = 0;
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    if (!file) refuse_writing(path);
    write(file);
    file.close();
    if (!file) refuse_writing(path);
}

TextStyle text_style(const OutputOptions& options, const Environment& environment) {
    TextStyle style;
    if (options.file || !environment.out_is_terminal) return style;
    if (environment.columns > 0) style.width = static_cast<std::size_t>(environment.columns);
    const auto no_color = environment.variable("NO_COLOR");
    style.color = !no_color || no_color->empty();
    return style;
}

}  // namespace

void add_output_options(Arguments& arguments, OutputOptions& options) {
    arguments.group("Output");
    arguments.value("-O,--output-format", options.format, "FORMAT", "text, csv or json");
    arguments.value("-o,--output", options.file, "FILE", "Write there; its ending says the format");
}

Format format_of(const OutputOptions& options) {
    if (options.format) {
        const auto format = parse_format(*options.format);
        if (!format) {
            throw UsageError{"no such output format: " + *options.format,
                             "they are text, csv and json"};
        }
        return *format;
    }
    if (!options.file) return Format::text;
    const std::string ending = fs::path{*options.file}.extension().string();
    const auto format = ending.empty() ? Format::text : parse_format(ending.substr(1));
    return format.value_or(Format::text);
}

void write_table(const Table& table, const EntrySource* source, const OutputOptions& options,
                 const Environment& environment) {
    const Format format = format_of(options);
    write_output(options, environment, [&](std::ostream& out) {
        switch (format) {
            case Format::text:
                return render_text(table, text_style(options, environment), out);
            case Format::csv:
                return render_csv(table, out);
            case Format::json:
                return render_json(table, source ? to_hex(source->digest()) : "", out);
        }
    });
}

void write_output(const OutputOptions& options, const Environment& environment,
                  const std::function<void(std::ostream&)>& write) {
    if (!options.file || *options.file == "-") {
        write(environment.out);
        return;
    }
    const std::string& path = *options.file;
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
        return write_whole(path, write);  // a device or a pipe cannot be replaced
    }
    const std::string unfinished = path + "." + std::to_string(::getpid()) + ".tmp";
    try {
        write_whole(unfinished, write);
        fs::rename(unfinished, path);
    } catch (const fs::filesystem_error& error) {
        fs::remove(unfinished, ignored);
        throw StorageError{"cannot write " + path + ": " + error.code().message()};
    } catch (...) {
        fs::remove(unfinished, ignored);
        throw;
    }
}

}  // namespace cellbook::cli
