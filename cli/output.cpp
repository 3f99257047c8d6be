#include "cli/output.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/render/html.hpp"
#include "cli/render/json.hpp"
#include "cli/render/markdown.hpp"
#include "cli/render/separated_values.hpp"
#include "cli/render/tex.hpp"
#include "cli/render/text.hpp"

namespace cellbook::cli {

namespace {

namespace fs = std::filesystem;

/// A format by the name that -O gives it, or by the ending of a file.
struct FormatName {
    std::string_view name;
    Format format;
    bool listed = true;  ///< in help; else another ending of the same
};

constexpr std::array<FormatName, 10> format_names{{
    {"text", Format::text},
    {"csv", Format::csv},
    {"tsv", Format::tsv},
    {"json", Format::json},
    {"md", Format::md},
    {"html", Format::html},
    {"tex", Format::tex},
    {"txt", Format::text, false},
    {"markdown", Format::md, false},
    {"htm", Format::html, false},
}};

std::optional<Format> parse_format(std::string_view name) {
    const auto* const found = std::ranges::find(format_names, name, &FormatName::name);
    if (found == format_names.end()) return std::nullopt;
    return found->format;
}

std::string list_of_formats() {
    std::string list;
    for (const auto& format : format_names) {
        if (format.listed) list += (list.empty() ? "" : ", ") + std::string{format.name};
    }
    return list;
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

/// The file's name without folder and ending is the label that a document refers to.
Origin origin_of(const EntrySource* source, const OutputOptions& options,
                 const Environment& environment) {
    return {.digest = source ? to_hex(source->digest()) : "",
            .command = environment.command_line,
            .label = options.file ? fs::path{*options.file}.stem().string() : ""};
}

}  // namespace

void add_output_options(Arguments& arguments, OutputOptions& options) {
    arguments.group("Output");
    arguments.value("-O,--output-format", options.format, "FORMAT", list_of_formats());
    arguments.value("-o,--output", options.file, "FILE", "Write there; its ending says the format");
}

Format format_of(const OutputOptions& options) {
    if (options.format) {
        const auto format = parse_format(*options.format);
        if (!format) {
            throw UsageError{"no such output format: " + *options.format,
                             "they are " + list_of_formats()};
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
            case Format::tsv:
                return render_tsv(table, out);
            case Format::json:
                return render_json(table, source ? to_hex(source->digest()) : "", out);
            case Format::md:
                return render_markdown(table, origin_of(source, options, environment), out);
            case Format::html:
                return render_html(table, origin_of(source, options, environment), out);
            case Format::tex:
                return render_tex(table, origin_of(source, options, environment), out);
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
