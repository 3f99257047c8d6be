#include "cli/plot/picture.hpp"

#include <algorithm>

namespace cellbook::cli {

namespace {

constexpr std::size_t most_files_named = 3;

/// How far a series reaches from zero.
Real reach(const Series& series) {
    Real furthest{0};
    for (const Point& point : series.points) {
        for (const std::string& y : point.y) {
            const Real distance = abs(Real{y});
            if (furthest < distance) furthest = distance;
        }
    }
    return furthest;
}

std::string files_text(const std::vector<std::string>& files) {
    std::string text;
    for (std::size_t i = 0; i < std::min(files.size(), most_files_named); ++i) {
        text += (i == 0 ? "" : ", ") + files[i];
    }
    if (files.size() > most_files_named) {
        text += " and " + std::to_string(files.size() - most_files_named) + " more";
    }
    return text;
}

}  // namespace

Picture limited(Picture picture, std::size_t most) {
    const std::size_t all = picture.series.size();
    if (all <= most) return picture;
    std::vector<std::pair<Real, std::size_t>> reaches;
    for (std::size_t i = 0; i < all; ++i) reaches.emplace_back(reach(picture.series[i]), i);
    std::ranges::stable_sort(reaches,
                             [](const auto& a, const auto& b) { return b.first < a.first; });
    reaches.resize(most);
    std::ranges::sort(reaches, {}, [](const auto& each) { return each.second; });
    std::vector<Series> kept;
    for (const auto& each : reaches) kept.push_back(std::move(picture.series[each.second]));
    picture.series = std::move(kept);
    picture.notes.push_back(std::to_string(most) + " of " + std::to_string(all) +
                            " series: those that reach furthest from zero");
    return picture;
}

Picture inverted(Picture picture) {
    for (Series& series : picture.series) {
        for (Point& point : series.points) {
            for (std::string& y : point.y) {
                if (y.starts_with('-')) {
                    y.erase(0, 1);
                } else if (Real{y} != 0) {
                    y.insert(0, 1, '-');
                }
            }
        }
    }
    picture.y.title += ", signs turned";
    return picture;
}

std::string source_line(const PictureOrigin& origin, std::size_t digest_digits) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
    };
    if (!origin.files.empty()) add("Source: " + files_text(origin.files));
    add(origin.period);
    if (!origin.version.empty()) add("cellbook " + origin.version);
    if (!origin.digest.empty()) {
        add("digest of the " + origin.pinned + " " + origin.digest.substr(0, digest_digits));
    }
    return text;
}

std::string axis_title(const Axis& axis) {
    if (axis.unit.empty()) return axis.title;
    return axis.title + (axis.title.empty() ? "(" : " (") + axis.unit + ")";
}

Table picture_data(const Picture& picture) {
    Table table{.name = "plot"};
    const bool named = std::ranges::any_of(
        picture.series, [](const Series& series) { return !series.name.empty(); });
    if (named) table.columns.push_back({"series", "Series"});
    for (const auto* axis : {&picture.x, &picture.y}) {
        for (const auto& name : axis->columns) table.columns.push_back({name, name});
    }
    for (const Series& series : picture.series) {
        for (const Point& point : series.points) {
            Row row;
            if (named) row.cells.emplace_back(series.name);
            const auto& names = picture.x.names;
            row.cells.emplace_back(names.empty() ? point.x : names.at(std::stoul(point.x)));
            for (const auto& y : point.y) row.cells.emplace_back(y);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

}  // namespace cellbook::cli
