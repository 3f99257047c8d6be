#include "cli/render/plot_script.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/cli/plot/example_tables.hpp"

using namespace cellbook;
using namespace cellbook::cli;

namespace {

struct Example {
    const char* name;
    Picture (*draw)(const Table&);
    Table (*table)();
    PlotForm form;
};

/// Every way to draw, and every form at least once.
const std::vector<Example> examples{
    {"balance", balance_picture, test::period_table_example, PlotForm::svg},
    {"flow", flow_picture, test::period_table_example, PlotForm::png},
    {"lorenz", lorenz_picture, test::lorenz_example, PlotForm::pdf},
    {"index", index_picture, test::index_example, PlotForm::svg},
    {"rents", rents_picture, test::rents_example, PlotForm::svg},
    {"occupancy", occupancy_picture, test::occupancy_example, PlotForm::text},
};

std::string script_of(const Example& example) {
    Picture picture = example.draw(example.table());
    picture.origin = {.files = {"town.book"},
                      .period = "2018Q1",
                      .version = "0.1.0",
                      .digest = std::string(64, 'd')};
    PlotCanvas canvas{.form = example.form};
    if (canvas.is_text()) canvas = {.form = example.form, .width = 80, .height = 28};
    return plot_script(picture, canvas);
}

Picture one_series(std::vector<Point> points) {
    return {.y = {.columns = {"y"}}, .series = {{.name = "s", .points = std::move(points)}}};
}

}  // namespace

// With $CELLBOOK_UPDATE set the files are written: read the difference before it is committed.
TEST_CASE("each picture's script is the one that was looked at") {
    for (const auto& example : examples) {
        const std::string path =
            std::string{CELLBOOK_SOURCE_DIR} + "/tests/cli/plot/scripts/" + example.name + ".gp";
        const std::string script = script_of(example);
        if (std::getenv("CELLBOOK_UPDATE") != nullptr) {
            std::ofstream{path, std::ios::binary} << script;
        }
        std::ifstream file{path, std::ios::binary};
        const std::string wanted{std::istreambuf_iterator<char>{file}, {}};
        INFO(example.name);
        CHECK(script == wanted);
    }
}

TEST_CASE("no word of a picture leaves its quotes") {
    for (const std::string nasty : {"; system(\"touch pwned\") #\n`id` @x %d \\",
                                    "'; system 'touch pwned' #\n`id` @x '' ''' %d \\\""}) {
        Picture picture = one_series({{"0", {"1"}}});
        picture.title = nasty;
        picture.x = {.title = nasty, .unit = nasty, .names = {nasty}};
        picture.y.title = nasty;
        picture.series[0].name = nasty;
        picture.references.push_back({.name = nasty, .at = "2"});
        picture.origin.files = {nasty};
        picture.notes = {nasty};
        std::string outside;
        char quote = 0;  // within which we are
        for (const char c : plot_script(picture, {})) {
            if (c == '\n') CHECK(quote == 0);
            if (quote == 0) outside += c;
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == '"') {
                CHECK(std::string{"`@'"}.find(c) == std::string::npos);
            }
        }
        for (const auto* word : {"system", "pwned", "`", "@x"}) {
            CHECK(outside.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("one point, equal points and many points have axes") {
    CHECK(plot_script(one_series({{"5", {"7"}}}), {}).find("set xrange [4.") != std::string::npos);
    const auto equal = plot_script(one_series({{"1", {"0"}}, {"2", {"0"}}}), {});
    CHECK(equal.find("set yrange [0.0:1.0]") != std::string::npos);
    std::vector<Point> many;
    for (int i = 0; i < 500; ++i) many.push_back({std::to_string(i), {std::to_string(i % 7)}});
    // Marks only on some, so that they can be told apart.
    CHECK(plot_script(one_series(many), {}).find("pointinterval 21") != std::string::npos);
}

TEST_CASE("negative bars stand on an axis at zero") {
    Picture picture = flow_picture(test::period_table_example());
    CHECK(plot_script(picture, {}).find("set xzeroaxis") != std::string::npos);
}

TEST_CASE("many notes leave room for the picture") {
    Picture picture = one_series({{"0", {"1"}}});
    for (int i = 0; i < 50; ++i) picture.notes.push_back("note " + std::to_string(i));
    const std::string script = plot_script(picture, {});
    CHECK(script.find("'note 4'") != std::string::npos);
    CHECK(script.find("'note 5'") == std::string::npos);
    CHECK(script.find("'... and 45 more notes'") != std::string::npos);
}
