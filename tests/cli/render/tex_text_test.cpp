#include "cli/render/tex_text.hpp"

#include <catch2/catch.hpp>

using cellbook::cli::tex_text;

TEST_CASE("special characters are set as themselves") {
    CHECK(tex_text("5% of $3 & #2_a") == "5\\% of \\$3 \\& \\#2\\_a");
    CHECK(tex_text("{\\}~^") == "\\{\\textbackslash{}\\}\\textasciitilde{}\\textasciicircum{}");
    CHECK(tex_text("<|>\"") == "\\textless{}\\textbar{}\\textgreater{}{\\char34}");
    CHECK(tex_text("[a]*") == "{[}a{]}{*}");
}

TEST_CASE("no ligature is made that the text does not mean") {
    CHECK(tex_text("a--b") == "a-{}-b");
    CHECK(tex_text("''") == "'{}'");
    CHECK(tex_text("?`") == "?{}`");
    CHECK(tex_text("it's, well-known") == "it's, well-known");
}

TEST_CASE("letters stand as they are, what LaTeX may not know with its code point") {
    CHECK(tex_text("señor – Ñ €") == "señor – Ñ €");
    CHECK(tex_text("sen\xCC\x83or") == "señor");  // composed
    CHECK(tex_text("日") == "\\cellbookchar{日}{65E5}");
    CHECK(tex_text("«a»") == "\\cellbookchar{«}{00AB}a\\cellbookchar{»}{00BB}");
    CHECK(tex_text("\xff") == "\\cellbookchar{\uFFFD}{FFFD}");
}
