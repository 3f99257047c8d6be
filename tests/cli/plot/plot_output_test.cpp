#include "cli/plot/plot_output.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;
using namespace cellbook::cli;
using test::Town;

namespace {

PlotTarget target_of(const PlotOutputOptions& options, bool terminal = false, int columns = 0,
                     int lines = 0) {
    std::ostringstream out;
    std::ostringstream err;
    return plot_target(
        options,
        {.out = out, .err = err, .out_is_terminal = terminal, .columns = columns, .lines = lines});
}

}  // namespace

TEST_CASE("the form of a picture is what -O says, or else the ending of -o's file, or else text") {
    CHECK(target_of({}).canvas.form == PlotForm::text);
    CHECK(target_of({.output = {.format = "pdf"}}).canvas.form == PlotForm::pdf);
    CHECK(target_of({.output = {.file = "a.svg"}}).canvas.form == PlotForm::svg);
    CHECK(target_of({.output = {.format = "png", .file = "a.svg"}}).canvas.form == PlotForm::png);
    CHECK(target_of({.output = {.file = "a.gp"}}).content == PlotContent::script);
    CHECK(target_of({.output = {.file = "a.csv"}}).content == PlotContent::data);
    CHECK(target_of({.output = {.file = "a.gp"}}).canvas.form == PlotForm::svg);
    CHECK_THROWS_AS(target_of({.output = {.file = "a.doc"}}), UsageError);
    CHECK_THROWS_AS(target_of({.output = {.format = "jpeg"}}), UsageError);
    CHECK_THROWS_AS(target_of({.script = true, .data = true}), UsageError);
}

TEST_CASE("a script is for svg unless another form is asked for") {
    CHECK(target_of({.script = true}).canvas.form == PlotForm::svg);
    const auto png = target_of({.output = {.format = "png"}, .script = true});
    CHECK(png.canvas.form == PlotForm::png);
    CHECK(png.content == PlotContent::script);
    CHECK(target_of({.output = {.file = "a.unknown"}, .data = true}).content == PlotContent::data);
}

TEST_CASE("a size is two numbers in bounds, and text fills the terminal") {
    const auto large = target_of({.output = {.format = "svg"}, .size = "1200x700"});
    CHECK(large.canvas.width == 1200);
    CHECK(large.canvas.height == 700);
    for (const auto* size : {"1200", "x", "1200x", "1200x700x", "0x0", "-5x10", "99999x500", "a"}) {
        INFO(size);
        CHECK_THROWS_AS(target_of({.output = {.format = "svg"}, .size = size}), UsageError);
    }
    const auto fitted = target_of({}, true, 100, 40);
    CHECK(fitted.canvas.width == 100);
    CHECK(fitted.canvas.height == 39);
    CHECK(target_of({}).canvas.width == 80);
}

TEST_CASE("bytes of an image do not go to a terminal") {
    CHECK_THROWS_AS(target_of({.output = {.format = "png"}}, true), UsageError);
    CHECK(target_of({.output = {.format = "png"}}).canvas.form == PlotForm::png);
    CHECK(target_of({.output = {.format = "png", .file = "a"}}, true).canvas.form == PlotForm::png);
}

TEST_CASE("a picture that fails leaves the file that was there") {
    Town town;
    town.variables["CELLBOOK_GNUPLOT"] = "false";
    town.write("cash.svg", "old");
    const auto outcome = town.run(
        {"plot", "balance", "assets", "-f", "@week.journal", "cur:BOB", "-o", "@cash.svg"});
    CHECK(outcome.code == 3);
    CHECK(town.read("cash.svg") == "old");
}
