/// A picture drawn by gnuplot.
#pragma once

#include <string>

#include "cli/environment.hpp"
#include "cli/plot/picture.hpp"
#include "cli/render/plot_canvas.hpp"

namespace cellbook::cli {

/// The bytes of the image, or lines of text. The same picture gives the same bytes with the same
/// gnuplot. Runs `gnuplot`, or what $CELLBOOK_GNUPLOT names, with a script on its standard input;
/// it reads no settings of the user's and writes no file. Throws StorageError when there is none,
/// with how to get it, and when it fails, with what it says.
std::string plot_image(const Picture& picture, const PlotCanvas& canvas,
                       const Environment& environment);

}  // namespace cellbook::cli
