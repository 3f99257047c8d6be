#include "cli/render/plot_canvas.hpp"

#include <algorithm>
#include <sstream>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t between = 2;  ///< letters' room between two names
constexpr std::size_t longest_slanted = 26;
constexpr std::size_t shortest_useful = 3;

std::size_t widest(const std::vector<std::string>& names) {
    std::size_t width = 0;
    for (const auto& name : names) width = std::max(width, display_width(name));
    return width;
}

void shorten_all(PlaceNames& places, std::size_t width) {
    for (auto& name : places.names) name = shortened(name, width, false);
    places.longest = std::min(places.longest, width);
}

/// Keeps each `step`-th name.
void thin_out(PlaceNames& places, std::size_t step) {
    for (std::size_t i = 0; i < places.names.size(); ++i) {
        if (i % step != 0) places.names[i].clear();
    }
}

}  // namespace

PlaceNames fit_names(const std::vector<std::string>& names, std::size_t columns, bool periods,
                     bool can_slant) {
    PlaceNames places;
    for (const auto& name : names) places.names.push_back(printable(name));
    places.longest = widest(places.names);
    const std::size_t count = std::max<std::size_t>(names.size(), 1);
    const std::size_t room = columns / count;  // of each
    if (places.longest + between <= room || names.size() <= 1) {
        shorten_all(places, std::max(columns, shortest_useful));
        return places;
    }
    if (!periods && can_slant && room >= between) {
        places.slanted = true;
        shorten_all(places, longest_slanted);
        return places;
    }
    if (!periods && room >= shortest_useful + 1) {
        shorten_all(places, room - 1);
        return places;
    }
    shorten_all(places, std::max(columns / 4, shortest_useful));
    const std::size_t each = places.longest + between;
    thin_out(places, (count * each + columns - 1) / std::max<std::size_t>(columns, 1));
    return places;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
    std::vector<std::string> lines;
    std::istringstream words{printable(text)};
    for (std::string word; words >> word;) {
        word = shortened(word, columns, false);
        const bool fits =
            !lines.empty() && display_width(lines.back()) + 1 + display_width(word) <= columns;
        if (fits) {
            lines.back() += ' ' + word;
        } else {
            lines.push_back(word);
        }
    }
    return lines;
}

}  // namespace cellbook::cli
