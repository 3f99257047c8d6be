#include "cli/render/plot_image.hpp"

#include "cli/child_process.hpp"
#include "cli/render/image_metadata.hpp"
#include "cli/render/plot_script.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t whole_digest = 64;
constexpr std::size_t longest_complaint = 600;

/// What a child needs to find itself and its fonts, and nothing that would change what it draws.
std::vector<std::pair<std::string, std::string>> child_environment(const Environment& environment) {
    std::vector<std::pair<std::string, std::string>> variables{{"LC_ALL", "C.UTF-8"},
                                                               {"TZ", "UTC"}};
    for (const char* name : {"PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR", "LD_LIBRARY_PATH"}) {
        if (auto value = environment.variable(name)) variables.emplace_back(name, *value);
    }
    return variables;
}

std::string complaint(const ChildResult& result) {
    std::string text = result.signal != 0 ? "was killed by signal " + std::to_string(result.signal)
                                          : "ended with code " + std::to_string(result.code);
    std::string said = result.err.substr(0, longest_complaint);
    while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) said.pop_back();
    return said.empty() ? text : text + ":\n" + said;
}

/// Blank lines and blanks at line ends carry nothing on a terminal.
std::string trimmed(const std::string& text) {
    std::string lines;
    std::string line;
    const auto put = [&] {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        if (!line.empty() || !lines.empty()) lines += line + '\n';
        line.clear();
    };
    for (const char c : text) {
        if (c == '\n') {
            put();
        } else if (c != '\f' && c != '\r') {
            line += c;
        }
    }
    if (!line.empty()) put();
    while (lines.ends_with("\n\n")) lines.pop_back();
    return lines;
}

std::string run_gnuplot(const std::string& script, const Environment& environment) {
    const std::string program = environment.variable("CELLBOOK_GNUPLOT").value_or("gnuplot");
    ChildResult result;
    try {
        result = run_child(program, {"-d", "-"}, child_environment(environment), script);
    } catch (const ChildAbsent& absent) {
        throw StorageError{"cannot run " + program + ": " + absent.reason +
                           "\n  install it (Debian: apt-get install gnuplot-nox); --script prints "
                           "what it would draw from, --data the figures"};
    }
    if (result.code == 0 && result.signal == 0 && !result.out.empty()) return result.out;
    if (result.code == 0 && result.signal == 0) {
        throw StorageError{program + " drew nothing\n" + result.err.substr(0, longest_complaint)};
    }
    throw StorageError{program + " " + complaint(result)};
}

}  // namespace

std::string plot_image(const Picture& picture, const PlotCanvas& canvas,
                       const Environment& environment) {
    const std::string image = run_gnuplot(plot_script(picture, canvas), environment);
    const ImageMetadata metadata{.title = picture.title,
                                 .source = source_line(picture.origin, whole_digest)};
    switch (canvas.form) {
        case PlotForm::text:
            return trimmed(image);
        case PlotForm::svg:
            return with_svg_metadata(image, metadata);
        case PlotForm::png:
            return with_png_metadata(image, metadata);
        case PlotForm::pdf:
            return with_pdf_metadata(image, metadata);
    }
    return image;
}

}  // namespace cellbook::cli
