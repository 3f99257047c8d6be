#include "cli/render/plot_style.hpp"

#include <array>

#include "cli/plot/picture.hpp"

namespace cellbook::cli {

const PlotStyle& plot_style(std::size_t series) {
    static const std::array<PlotStyle, most_series> styles{{
        {"#1b3a6b", "solid", 7, "solid 1.0"},
        {"#e69f00", "(10,4)", 5, "solid 1.0"},
        {"#0072b2", "(3,3)", 9, "pattern 4"},
        {"#7fbfe5", "(12,4,3,4)", 13, "solid 0.4"},
        {"#8c2d04", "(6,3)", 6, "pattern 5"},
        {"#cc79a7", "(12,3,3,3,3,3)", 4, "pattern 1"},
        {"#000000", "(2,5)", 8, "pattern 2"},
        {"#009e73", "(16,5)", 12, "pattern 6"},
    }};
    return styles.at(series % styles.size());
}

}  // namespace cellbook::cli
