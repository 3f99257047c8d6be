/// What a picture is drawn on, and how much room words have there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cellbook::cli {

enum class PlotForm : std::uint8_t { text, svg, png, pdf };

/// *Units*: pixels, a hundred of which make an inch of pdf; of text, columns and lines.
struct PlotCanvas {
    PlotForm form = PlotForm::svg;
    unsigned width = 800;
    unsigned height = 500;

    [[nodiscard]] bool is_text() const { return form == PlotForm::text; }
    /// Letters of ordinary size that fit on a line, and of the source line's.
    [[nodiscard]] std::size_t columns() const { return is_text() ? width : width * 10 / 78; }
    [[nodiscard]] std::size_t small_columns() const { return is_text() ? width : width / 7; }
    [[nodiscard]] std::size_t title_columns() const { return is_text() ? width : width / 10; }
};

/// How the places of an axis are named.
struct PlaceNames {
    std::vector<std::string> names{};  ///< empty: not named, for want of room
    bool slanted = false;
    std::size_t longest = 0;  ///< letters
};

/// Fits the names of places side by side into `columns` letters. When they do not fit, those of
/// periods are left out at equal distances, since one can count on; others are slanted on a canvas
/// that can, else shortened.
PlaceNames fit_names(const std::vector<std::string>& names, std::size_t columns, bool periods,
                     bool can_slant);

/// Breaks a line at blanks so that none is wider than `columns`, shortening a word that is wider.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns);

}  // namespace cellbook::cli
