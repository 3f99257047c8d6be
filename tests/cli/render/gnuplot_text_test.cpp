#include "cli/render/gnuplot_text.hpp"

#include <catch2/catch.hpp>

using namespace cellbook::cli;

TEST_CASE("text stays between its quotes and on its line") {
    CHECK(gnuplot_quoted("it's") == "'it''s'");
    CHECK(gnuplot_quoted("'; system 'id") == "'''; system ''id'");
    CHECK(gnuplot_quoted("`id` $(id) @x \\n \"") == "'`id` $(id) @x \\n \"'");
    CHECK(gnuplot_quoted("a\nsystem 'id'\\\n") == "'a\uFFFDsystem ''id''\\\uFFFD'");
    CHECK(gnuplot_quoted("\xff") == "'\uFFFD'");
    CHECK(gnuplot_quoted("") == "''");
}

TEST_CASE("the label of a tic is no format of numbers") {
    CHECK(gnuplot_tic_label("100 %d") == "'100 %%d'");
    CHECK(gnuplot_tic_label("it's 5%") == "'it''s 5%%'");
}
