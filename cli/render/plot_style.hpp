/// How the series of a picture are told apart.
#pragma once

#include <cstddef>
#include <string>

namespace cellbook::cli {

/// Colours that people with any colour vision tell apart (after Okabe and Ito), neighbours far
/// apart in lightness so that grey print keeps them apart too; dashes, points and hatching differ
/// besides. *Shape*: in gnuplot's words.
struct PlotStyle {
    std::string color;
    std::string dashes;
    int point = 0;
    std::string fill;
};

/// Of the series at that place; styles come round after `most_series`.
const PlotStyle& plot_style(std::size_t series);

}  // namespace cellbook::cli
