#include "cli/render/display_width.hpp"

#include <catch2/catch.hpp>

using namespace cellbook::cli;

TEST_CASE("width counts columns, not bytes") {
    CHECK(display_width("soap") == 4);
    CHECK(display_width("señor") == 5);
    CHECK(display_width("sen\xCC\x83or") == 5);  // a combining tilde takes none
    CHECK(display_width("日本") == 4);
    CHECK(display_width("") == 0);
}

TEST_CASE("what could move the cursor is not shown") {
    CHECK(printable("a\x1b[31mb") == "a\uFFFD[31mb");
    CHECK(printable("a\nb\tc") == "a\uFFFDb\uFFFDc");
    CHECK(printable("\xff") == "\uFFFD");
    CHECK(printable("señor") == "señor");
}

TEST_CASE("text is shortened at the end that matters less") {
    CHECK(shortened("inmates:i0042", 20, false) == "inmates:i0042");
    CHECK(shortened("inmates:i0042", 8, false) == "inmates…");
    CHECK(shortened("inmates:i0042", 8, true) == "…s:i0042");
    CHECK(shortened("日本語", 4, false) == "日…");
    CHECK(shortened("abc", 1, false) == "…");
    CHECK(shortened("abc", 0, true).empty());
}
