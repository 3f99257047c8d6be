#include "cli/render/plot_style.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>

#include "cli/plot/picture.hpp"

using namespace cellbook::cli;

namespace {

/// Lightness as grey print has it (Rec. 601), 0 to 255.
int lightness(const std::string& color) {
    const auto part = [&](std::size_t at) { return std::stoi(color.substr(at, 2), nullptr, 16); };
    return (299 * part(1) + 587 * part(3) + 114 * part(5)) / 1000;
}

}  // namespace

TEST_CASE("series differ in every way there is, not by colour alone") {
    std::set<std::string> colors;
    std::set<std::string> dashes;
    std::set<int> points;
    for (std::size_t i = 0; i < most_series; ++i) {
        colors.insert(plot_style(i).color);
        dashes.insert(plot_style(i).dashes);
        points.insert(plot_style(i).point);
    }
    CHECK(colors.size() == most_series);
    CHECK(dashes.size() == most_series);
    CHECK(points.size() == most_series);
}

TEST_CASE("in grey, neighbours differ in lightness, and solid bars from each other") {
    for (std::size_t i = 0; i + 1 < most_series; ++i) {
        INFO(i);
        CHECK(std::abs(lightness(plot_style(i).color) - lightness(plot_style(i + 1).color)) > 40);
    }
    std::set<int> solid;
    std::set<std::string> patterns;
    for (std::size_t i = 0; i < most_series; ++i) {
        const PlotStyle& style = plot_style(i);
        if (style.fill.starts_with("solid")) {
            // `solid 0.4` is that share of the colour on white.
            const int tenths = (style.fill.at(6) - '0') * 10 + style.fill.at(8) - '0';
            const int light = (lightness(style.color) * tenths + 255 * (10 - tenths)) / 10;
            for (const int other : solid) CHECK(std::abs(other - light) > 40);
            solid.insert(light);
        } else {
            CHECK(patterns.insert(style.fill).second);
        }
    }
    CHECK(solid.size() + patterns.size() == most_series);
}
