#include "cli/plot/plot_output.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/plot/table_picture.hpp"
#include "cli/render/plot_image.hpp"
#include "cli/render/plot_script.hpp"
#include "cli/render/separated_values.hpp"

namespace cellbook::cli {

namespace {

/// A form by the name that -O gives it, or by the ending of a file.
struct FormName {
    std::string_view name;
    PlotContent content;
    PlotForm form;
    bool listed = true;  ///< in help; else another ending of the same
};

constexpr std::array<FormName, 9> form_names{{
    {"text", PlotContent::image, PlotForm::text},
    {"svg", PlotContent::image, PlotForm::svg},
    {"png", PlotContent::image, PlotForm::png},
    {"pdf", PlotContent::image, PlotForm::pdf},
    {"gnuplot", PlotContent::script, PlotForm::svg},
    {"csv", PlotContent::data, PlotForm::svg},
    {"txt", PlotContent::image, PlotForm::text, false},
    {"gp", PlotContent::script, PlotForm::svg, false},
    {"plt", PlotContent::script, PlotForm::svg, false},
}};

std::string list_of_forms() {
    std::string list;
    for (const auto& form : form_names) {
        if (form.listed) list += (list.empty() ? "" : ", ") + std::string{form.name};
    }
    return list;
}

const FormName& form_of(const PlotOutputOptions& options) {
    const auto& text = form_names.front();
    const auto find = [](std::string_view name) {
        return std::ranges::find(form_names, name, &FormName::name);
    };
    if (options.output.format) {
        const auto* const found = find(*options.output.format);
        if (found != form_names.end()) return *found;
        throw UsageError{"no such form of a picture: " + *options.output.format,
                         "they are " + list_of_forms()};
    }
    if (!options.output.file || *options.output.file == "-") {
        return options.script ? *find("svg") : text;
    }
    std::string ending = std::filesystem::path{*options.output.file}.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    const auto* const found = find(ending);
    if (found != form_names.end()) return *found;
    if (options.script || options.data) return *find("svg");
    throw UsageError{"the name " + *options.output.file + " does not say a form of picture",
                     "give -O, or an ending among " + list_of_forms()};
}

struct Limits {
    unsigned least_width;
    unsigned least_height;
    unsigned most;
};

/// Reads `800x500`.
void take_size(const std::string& text, PlotCanvas& canvas) {
    const Limits limits = canvas.is_text() ? Limits{40, 12, 1000} : Limits{200, 150, 10000};
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, canvas.width);
    bool read = width.ec == std::errc{} && width.ptr != end && *width.ptr == 'x';
    if (read) {
        const auto height = std::from_chars(width.ptr + 1, end, canvas.height);
        read = height.ec == std::errc{} && height.ptr == end;
    }
    const bool fits = read && canvas.width >= limits.least_width && canvas.width <= limits.most &&
                      canvas.height >= limits.least_height && canvas.height <= limits.most;
    if (fits) return;
    const std::string least =
        std::to_string(limits.least_width) + "x" + std::to_string(limits.least_height);
    throw UsageError{"no size of a picture: " + text,
                     "write WIDTHxHEIGHT in " +
                         std::string{canvas.is_text() ? "letters" : "pixels"} + ", from " + least +
                         " to " + std::to_string(limits.most) + "x" + std::to_string(limits.most)};
}

/// A picture in text fills the terminal, but for the lines of the prompt.
void fit_terminal(PlotCanvas& canvas, const Environment& environment) {
    canvas.width = environment.columns > 0 ? static_cast<unsigned>(environment.columns) : 80;
    canvas.height = environment.lines > 0 ? static_cast<unsigned>(environment.lines) - 1 : 28;
    canvas.width = std::clamp(canvas.width, 40U, 160U);
    canvas.height = std::clamp(canvas.height, 20U, 50U);
}

}  // namespace

void add_plot_output_options(Arguments& arguments, PlotOutputOptions& options) {
    arguments.group("Output");
    arguments.value("-O,--output-format", options.output.format, "FORMAT", list_of_forms());
    arguments.value("-o,--output", options.output.file, "FILE",
                    "Write there; its ending says the format");
    arguments.value("--size", options.size, "WxH",
                    "Pixels, 100 to the inch of pdf (800x500); of text, letters");
    arguments.flag("--script", options.script, "The gnuplot script instead, its data inside");
    arguments.flag("--data", options.data, "The figures drawn instead, as csv");
}

PlotTarget plot_target(const PlotOutputOptions& options, const Environment& environment) {
    if (options.script && options.data) throw UsageError{"--script and --data exclude each other"};
    const FormName& form = form_of(options);
    PlotTarget target{.content = form.content, .canvas = {.form = form.form}};
    if (options.script) target.content = PlotContent::script;
    if (options.data) target.content = PlotContent::data;
    if (target.canvas.is_text()) fit_terminal(target.canvas, environment);
    if (options.size) take_size(*options.size, target.canvas);
    const bool to_file = options.output.file && *options.output.file != "-";
    const bool binary = form.form == PlotForm::png || form.form == PlotForm::pdf;
    if (target.content == PlotContent::image && binary && !to_file && environment.out_is_terminal) {
        throw UsageError{"a " + std::string{form.name} + " is no text for a terminal",
                         "name a file with -o"};
    }
    return target;
}

void write_plot(const Picture& picture, const PlotOutputOptions& options,
                const Environment& environment) {
    require_points(picture);
    const PlotTarget target = plot_target(options, environment);
    if (target.content == PlotContent::data) {
        return write_output(options.output, environment,
                            [&](std::ostream& out) { render_csv(picture_data(picture), out); });
    }
    const Picture drawn =
        limited(picture, target.canvas.is_text() ? most_text_series : most_series);
    const std::string made = target.content == PlotContent::script
                                 ? plot_script(drawn, target.canvas)
                                 : plot_image(drawn, target.canvas, environment);
    write_output(options.output, environment, [&](std::ostream& out) { out << made; });
}

}  // namespace cellbook::cli
