/// Where a picture goes and in which form.
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "cli/output.hpp"
#include "cli/plot/picture.hpp"
#include "cli/render/plot_canvas.hpp"

namespace cellbook::cli {

struct PlotOutputOptions {
    OutputOptions output{};
    std::optional<std::string> size{};
    bool script = false;
    bool data = false;
};

/// What is written: the picture, or what it is made from.
enum class PlotContent : std::uint8_t { image, script, data };

struct PlotTarget {
    PlotContent content = PlotContent::image;
    PlotCanvas canvas{};
};

/// -O, -o, --size, --script and --data.
void add_plot_output_options(Arguments& arguments, PlotOutputOptions& options);

/// What -O says, or else the ending of -o's file, or else the terminal; a script is for svg unless
/// -O says another. Throws UsageError.
PlotTarget plot_target(const PlotOutputOptions& options, const Environment& environment);

/// Draws the picture, or prints its script or its data. Throws UsageError, StorageError.
void write_plot(const Picture& picture, const PlotOutputOptions& options,
                const Environment& environment);

}  // namespace cellbook::cli
