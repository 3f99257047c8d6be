#include "cli/render/text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/cli/render/example_statement.hpp"

using namespace cellbook;
using Role = Row::Role;

namespace {

constexpr auto right = Column::Align::right;

std::string rendered(const Table& table, const cli::TextStyle& style = {}) {
    std::ostringstream out;
    cli::render_text(table, style, out);
    return out.str();
}

TableAmount bob(Int128 minor) {
    return {minor, 2, "BOB"};
}

Table example() {
    Table table{.name = "example"};
    table.columns = {{"account", "Account"},
                     {"commodity", "Commodity", Column::Align::left, true},
                     {"amount", "Amount", right}};
    table.rows = {{{std::string{"señor:assets"}, std::string{"BOB"}, bob(30000)}},
                  {{std::string{"日本"}, std::string{"BOB"}, bob(-5)}},
                  {{std::string{}, std::string{"BOB"}, bob(29995)}, Role::total}};
    return table;
}

}  // namespace

TEST_CASE("columns are aligned by width, numbers to the right, with a rule before totals") {
    CHECK(rendered(example()) ==
          "Account           Amount\n"
          "------------  ----------\n"
          "señor:assets  300.00 BOB\n"
          "日本           -0.05 BOB\n"
          "              ----------\n"
          "              299.95 BOB\n");
}

TEST_CASE("several amounts in a cell stand below each other, and the tree indents names") {
    Table table{.name = "balance"};
    table.headed = false;
    table.layout.emplace();
    table.layout->columns = {{"amount", "Amount", right}, {"account", "Account"}};
    table.layout->rows = {
        {{std::vector<TableAmount>{bob(100), {7, 0, "USD"}}, std::string{"a"}}},
        {{std::vector<TableAmount>{bob(-100000)}, std::string{"b"}}, Role::fact, 2}};
    CHECK(rendered(table) ==
          "    1.00 BOB  a\n"
          "       7 USD\n"
          "-1000.00 BOB    b\n");
}

TEST_CASE("what takes no column of its own is printed all the same") {
    Table table{.name = "example"};
    table.headed = false;
    table.columns = {{"a", "A"}, {"b", "B"}};
    table.rows = {{{std::string{"\u0301"}, std::string{"x"}}}};
    CHECK(rendered(table) == "\u0301  x\n");
}

TEST_CASE("text fits the terminal by shortening words, and leaves amounts whole") {
    Table table{.name = "example"};
    table.headed = false;
    table.columns = {{"description", "What"}, {"account", "Account"}, {"amount", "Amount", right}};
    table.rows = {{{std::string{"a very long description of soap"},
                    std::string{"inmates:i0042:assets:cash"}, bob(123456789)}}};
    CHECK(rendered(table, {.width = 50}) == "a very long des…  …042:assets:cash  1234567.89 BOB\n");
    CHECK(rendered(table, {.width = 20}) == "a very …  …ts:cash  1234567.89 BOB\n");
    CHECK(rendered(table).find("…") == std::string::npos);
}

TEST_CASE("negative amounts are red where colours are wanted") {
    const std::string text = rendered(example(), {.color = true});
    CHECK(text.find("\x1b[31m-0.05 BOB\x1b[0m") != std::string::npos);
    CHECK(text.find("\x1b[31m300") == std::string::npos);
    CHECK(rendered(example()).find('\x1b') == std::string::npos);
}

TEST_CASE("sections stand apart, with a rule before what sums them up") {
    CHECK(rendered(test::example_statement()) ==
          "Income & costs\n\n"
          "Account          2018 Q1      2018 Q2\n"
          "------------  ----------  -----------\n"
          "Income\n"
          "  rent        300.00 BOB  1000.00 BOB\n"
          "                                7 USD\n"
          "              ----------  -----------\n"
          "total income  300.00 BOB  1000.00 BOB\n"
          "\n"
          "Costs\n"
          "  soap_1|2     -0.05 BOB\n"
          "              ----------  -----------\n"
          "net           299.95 BOB  1000.00 BOB\n"
          "unallocated: 5%\n");
}

TEST_CASE("a title stands above and notes below") {
    Table table{.name = "x", .title = "Title"};
    table.columns = {{"a", "A"}};
    table.notes = {"note"};
    CHECK(rendered(table) == "Title\n\nnote\n");
}
