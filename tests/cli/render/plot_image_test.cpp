#include "cli/render/plot_image.hpp"

#include <catch2/catch.hpp>

#include "ledger/diagnostic.hpp"
#include "tests/cli/plot/example_tables.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;
using namespace cellbook::cli;

namespace {

/// Draws with another program in gnuplot's place.
std::string draw_with(const std::string& program) {
    std::ostringstream out;
    std::ostringstream err;
    const Environment environment{
        .out = out, .err = err, .variable = [&](const char* name) -> std::optional<std::string> {
            if (std::string_view{name} == "CELLBOOK_GNUPLOT") return program;
            if (std::string_view{name} == "PATH") return "/usr/bin:/bin";
            return std::nullopt;
        }};
    return plot_image(occupancy_picture(test::occupancy_example()), {.form = PlotForm::text},
                      environment);
}

std::string complaint_of(const std::string& program) {
    try {
        draw_with(program);
    } catch (const StorageError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("without gnuplot a picture is refused with how to get it and what works without") {
    const std::string complaint = complaint_of("/no/such/gnuplot");
    CHECK(complaint.find("cannot run /no/such/gnuplot") != std::string::npos);
    CHECK(complaint.find("apt-get install gnuplot-nox") != std::string::npos);
    CHECK(complaint.find("--script") != std::string::npos);
}

TEST_CASE("a gnuplot that fails, dies or draws nothing is told") {
    CHECK(complaint_of("false") == "false ended with code 1");
    CHECK(complaint_of("true").starts_with("true drew nothing"));
    const std::string said = complaint_of("ls");  // which knows no file `-`
    CHECK(said.starts_with("ls ended with code 2:\n"));
    CHECK(said.find("-") != std::string::npos);
    const test::Town town;
    town.write("dying", "#!/bin/sh\necho some; kill -9 $$\n");
    std::filesystem::permissions(town.path("dying"), std::filesystem::perms::owner_all);
    CHECK(complaint_of(town.path("dying")).find("was killed by signal 9") != std::string::npos);
}

TEST_CASE("text comes without what is blank around it") {
    const test::Town town;
    town.write("drawing", "#!/bin/sh\nprintf '\\f\\n  \\n  a  \\n\\n b\\n  \\n'\n");
    std::filesystem::permissions(town.path("drawing"), std::filesystem::perms::owner_all);
    CHECK(draw_with(town.path("drawing")) == "  a\n\n b\n");
}
