#include "cli/plot/picture.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/render/separated_values.hpp"

using namespace cellbook;
using namespace cellbook::cli;

namespace {

Picture picture_of(const std::vector<std::pair<std::string, std::string>>& series) {
    Picture picture;
    picture.x.columns = {"period"};
    picture.x.names = {"2018-01"};
    picture.y.columns = {"amount"};
    for (const auto& [name, y] : series) {
        picture.series.push_back({.name = name, .points = {{"0", {y}}}});
    }
    return picture;
}

std::string csv(const Picture& picture) {
    std::ostringstream out;
    render_csv(picture_data(picture), out);
    return out.str();
}

}  // namespace

TEST_CASE("a picture keeps the series that reach furthest from zero, and says how many it had") {
    const Picture few = limited(picture_of({{"a", "1"}, {"b", "-900"}, {"c", "20"}}), 2);
    REQUIRE(few.series.size() == 2);
    CHECK(few.series[0].name == "b");
    CHECK(few.series[1].name == "c");
    CHECK(few.notes ==
          std::vector<std::string>{"2 of 3 series: those that reach furthest from zero"});
    CHECK(limited(few, 2).notes.size() == 1);
    // Of equals the first.
    CHECK(limited(picture_of({{"a", "5"}, {"b", "-5"}, {"c", "5.0"}}), 1).series[0].name == "a");
}

TEST_CASE("the source line says files, period, version and digest") {
    const PictureOrigin origin{.files = {"a.journal", "b.csv"},
                               .period = "2018Q1",
                               .version = "0.1.0",
                               .digest = "0123456789abcdef"};
    CHECK(source_line(origin) ==
          "Source: a.journal, b.csv; 2018Q1; cellbook 0.1.0; digest of the book 0123456789ab");
    CHECK(source_line(origin, 64).ends_with("0123456789abcdef"));
    CHECK(source_line({.files = {"1", "2", "3", "4", "5"}}) == "Source: 1, 2, 3 and 2 more");
    CHECK(source_line({}).empty());
}

TEST_CASE("an axis says its unit in brackets") {
    CHECK(axis_title({.title = "Balance", .unit = "BOB"}) == "Balance (BOB)");
    CHECK(axis_title({.title = "Index"}) == "Index");
    CHECK(axis_title({.unit = "BOB"}) == "(BOB)");
}

TEST_CASE("turned signs are said on the axis") {
    const Picture turned = inverted(picture_of({{"a", "1.50"}, {"b", "-900"}, {"c", "0.00"}}));
    CHECK(csv(turned) == "series,period,amount\na,2018-01,-1.50\nb,2018-01,900\nc,2018-01,0.00\n");
    CHECK(turned.y.title.find("signs turned") != std::string::npos);
}

TEST_CASE("a picture's data names series only where they have names") {
    CHECK(csv(picture_of({{"a, b", "1"}})) == "series,period,amount\n\"a, b\",2018-01,1\n");
    CHECK(csv(picture_of({{"", "1"}})) == "period,amount\n2018-01,1\n");
}
