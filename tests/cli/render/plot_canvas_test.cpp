#include "cli/render/plot_canvas.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/render/display_width.hpp"

using namespace cellbook::cli;

namespace {

std::vector<std::string> months(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        names.push_back("20" + std::to_string(10 + i / 12) + "-" + std::to_string(10 + i % 12));
    }
    return names;
}

std::size_t named(const PlaceNames& places) {
    return static_cast<std::size_t>(
        std::ranges::count_if(places.names, [](const auto& name) { return !name.empty(); }));
}

}  // namespace

TEST_CASE("names that fit stand as they are") {
    const auto places = fit_names(months(12), 120, true, true);
    CHECK(places.names == months(12));
    CHECK_FALSE(places.slanted);
}

TEST_CASE("of many periods some go unnamed, at equal distances, the first named") {
    const auto places = fit_names(months(60), 90, true, true);
    CHECK_FALSE(places.slanted);
    CHECK(named(places) * 9 <= 90);
    CHECK(named(places) >= 8);
    CHECK_FALSE(places.names[0].empty());
    CHECK_FALSE(places.names[60 / named(places) * 2].empty());
}

TEST_CASE("other names are slanted where that can be, else shortened") {
    const std::vector<std::string> sections{"prefectura de la posta", "san-martin", "guanay",
                                            "a name so long that it is shortened anyway"};
    const auto slanted = fit_names(sections, 60, false, true);
    CHECK(slanted.slanted);
    CHECK(slanted.names[0] == sections[0]);
    CHECK(display_width(slanted.names[3]) <= 26);
    const auto cut = fit_names(sections, 60, false, false);
    CHECK_FALSE(cut.slanted);
    for (const auto& name : cut.names) CHECK(display_width(name) < 15);
}

TEST_CASE("too many names for any of that are thinned out") {
    const auto places = fit_names(months(1000), 60, false, false);
    CHECK(named(places) <= 10);
    CHECK(named(places) > 0);
    CHECK(fit_names({}, 60, true, true).names.empty());
    CHECK(fit_names({std::string(200, 'x')}, 60, false, false).names[0].size() < 80);
}

TEST_CASE("lines break at blanks") {
    CHECK(wrapped("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("", 8).empty());
    for (const auto& line : wrapped("abcdefghijklmnop q", 8)) CHECK(display_width(line) <= 8);
}
