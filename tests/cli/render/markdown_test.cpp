#include "cli/render/markdown.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/cli/render/example_statement.hpp"

using namespace cellbook;

TEST_CASE("a statement is a pipe table between its caption and its notes") {
    std::ostringstream out;
    cli::render_markdown(test::example_statement(),
                         {.digest = "abc", .command = "cellbook is 'desc:a`b'"}, out);
    CHECK(out.str() == R"(**Income \& costs**

| Account                |        2018 Q1 |              2018 Q2 |
| :--------------------- | -------------: | -------------------: |
| **Income**             |                |                      |
| &nbsp;&nbsp;rent       |     300.00 BOB | 1000.00 BOB<br>7 USD |
| **total income**       | **300.00 BOB** |      **1000.00 BOB** |
| **Costs**              |                |                      |
| &nbsp;&nbsp;soap\_1\|2 |      -0.05 BOB |                      |
| **net**                | **299.95 BOB** |      **1000.00 BOB** |

unallocated: 5%

Digest: `abc`

Made by: `` cellbook is 'desc:a`b' ``
)");
}

TEST_CASE("what Markdown would take for markup is escaped") {
    using cli::markdown_text;
    CHECK(markdown_text("plain, text: 5%") == "plain, text: 5%");
    CHECK(markdown_text("a|b\\c*d_e`f[g]<h>&i") == "a\\|b\\\\c\\*d\\_e\\`f\\[g\\]\\<h\\>\\&i");
    CHECK(markdown_text(" a b ") == "&#32;a b&#32;");
}
