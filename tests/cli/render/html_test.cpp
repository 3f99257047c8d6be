#include "cli/render/html.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/cli/render/example_statement.hpp"

using namespace cellbook;

namespace {

std::string rendered(const cli::Origin& origin) {
    std::ostringstream out;
    cli::render_html(test::example_statement(), origin, out);
    return out.str();
}

}  // namespace

TEST_CASE("a statement is a page with heads of columns, rows and sections") {
    const std::string page = rendered({.digest = "abc", .command = "cellbook is 'amt:>5'"});
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    const auto body = page.substr(page.find("<main>"));
    CHECK(body == R"(<main>
<table>
<caption>Income &amp; costs</caption>
<thead>
<tr>
<th scope="col">Account</th>
<th scope="col" class="number">2018 Q1</th>
<th scope="col" class="number">2018 Q2</th>
</tr>
</thead>
<tbody>
<tr class="heading">
<th scope="rowgroup" colspan="3">Income</th>
</tr>
<tr>
<th scope="row" style="padding-left: 2ch">rent</th>
<td class="number">300.00 BOB</td>
<td class="number">1000.00 BOB<br>7 USD</td>
</tr>
<tr class="subtotal ruled">
<th scope="row">total income</th>
<td class="number">300.00 BOB</td>
<td class="number">1000.00 BOB</td>
</tr>
</tbody>
<tbody>
<tr class="heading">
<th scope="rowgroup" colspan="3">Costs</th>
</tr>
<tr>
<th scope="row" style="padding-left: 2ch">soap_1|2</th>
<td class="number"><span class="negative">-0.05 BOB</span></td>
<td class="number"></td>
</tr>
<tr class="total ruled">
<th scope="row">net</th>
<td class="number">299.95 BOB</td>
<td class="number">1000.00 BOB</td>
</tr>
</tbody>
</table>
</main>
<footer>
<p>unallocated: 5%</p>
<p>Digest: <code>abc</code></p>
<p>Made by: <code>cellbook is 'amt:&gt;5'</code></p>
</footer>
</body>
</html>
)");
}

TEST_CASE("a page fetches nothing and runs nothing") {
    const std::string page = rendered({});
    for (const auto* word : {"<script", "src=", "href=", "url(", "@import", "http"}) {
        INFO(word);
        CHECK(page.find(word) == std::string::npos);
    }
    CHECK(page.find("Digest") == std::string::npos);
}

TEST_CASE("what HTML would take for markup is a character reference") {
    CHECK(cli::html_text("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c'");
}
