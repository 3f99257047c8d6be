#include "cli/render/gnuplot_text.hpp"

#include <catch2/catch.hpp>

using namespace cellbook::cli;

TEST_CASE("text stays between its quotes and on its line") {
    CHECK(gnuplot_quoted("posta: 5%") == "'posta: 5%'");
    CHECK(gnuplot_quoted("`id` $(id) @x \\n \"") == "'`id` $(id) @x \\n \"'");
    CHECK(gnuplot_quoted("a\nsystem\\\n") == "'a\uFFFDsystem\\\uFFFD'");
    CHECK(gnuplot_quoted("\xff") == "'\uFFFD'");
    CHECK(gnuplot_quoted("") == "''");
}

TEST_CASE("a quote and whatever stands with it is escaped, but for letters and plain punctuation") {
    CHECK(gnuplot_quoted("it's") == "\"it\\047s\"");
    CHECK(gnuplot_quoted("''; system 'id'") == "\"\\047\\047; system \\047id\\047\"");
    CHECK(gnuplot_quoted("\u00d1'`id` @x \\\"") == "\"\u00d1\\047\\140id\\140 \\100x \\134\\042\"");
}

TEST_CASE("the label of a tic is no format of numbers") {
    CHECK(gnuplot_tic_label("100 %d") == "'100 %%d'");
    CHECK(gnuplot_tic_label("it's 5%") == "\"it\\047s 5\\045\\045\"");
}
