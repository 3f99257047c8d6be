/// A picture as a script for gnuplot, its data inside.
#pragma once

#include <string>

#include "cli/plot/picture.hpp"
#include "cli/render/plot_canvas.hpp"

namespace cellbook::cli {

/// The script draws to standard output. It depends on the picture and the canvas alone; words of
/// the picture stand in it only between quotes, where gnuplot expands nothing, and numbers only as
/// such. *Requires*: the picture has a point; at most `most_series` series.
std::string plot_script(const Picture& picture, const PlotCanvas& canvas);

}  // namespace cellbook::cli
