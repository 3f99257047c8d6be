#include "cli/render/drawn_table.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/render/example_statement.hpp"

using namespace cellbook;

namespace {

TableAmount bob(Int128 minor) {
    return {minor, 2, "BOB"};
}

std::string drawn(const TableAmount& amount, const CommodityStyle& style) {
    return cli::styled_amount(amount, style).text();
}

}  // namespace

TEST_CASE("an amount is drawn in its commodity's style") {
    CHECK(drawn(bob(123456789), {}) == "1234567.89 BOB");
    CHECK(drawn({-123456789, 2, "$"}, {.symbol_left = true, .spaced = false}) == "$-1234567.89");
    CHECK(drawn(bob(123456789), {.decimal_mark = ',', .group_mark = '.'}) == "1.234.567,89 BOB");
    CHECK(drawn(bob(-12345), {.group_mark = ','}) == "-123.45 BOB");
    CHECK(drawn({-123456, 0, "CIG"}, {.group_mark = ' '}) == "-123 456 CIG");
    CHECK(drawn({5, 0, "size 3"}, {}) == "5 \"size 3\"");
    CHECK(drawn({}, {}) == "0");
}

TEST_CASE("an amount is parted where forms align it") {
    const auto line = cli::styled_amount(bob(-123456), {.decimal_mark = ',', .group_mark = '.'});
    CHECK(line.head == "-1.234");
    CHECK(line.tail == ",56");
    CHECK(line.unit == " BOB");
    CHECK(line.negative);
    const auto left = cli::styled_amount({-150, 2, "$"}, {.symbol_left = true, .spaced = true});
    CHECK(left.head == "$ -1");
    CHECK(left.tail == ".50");
    CHECK(left.unit.empty());
}

TEST_CASE("what is for tidy forms only is left out, and the rest is shown safely") {
    Table table{.name = "example"};
    table.columns = {{"commodity", "Commodity", Column::Align::left, true},
                     {"count", "How many", Column::Align::right},
                     {"account", "Account"}};
    table.rows = {{{std::string{"BOB"}, std::int64_t{-3}, std::string{"a\x1b\nb\xff"}}},
                  {{std::string{}, Decimal{150, 2}, Value{}}}};
    table.notes = {"a\tb"};
    const auto drawn = cli::draw(table);
    REQUIRE(drawn.columns.size() == 2);
    CHECK(drawn.named_column == 1);
    CHECK(drawn.indented_column == 1);
    CHECK(drawn.rows[0].cells[0][0].text() == "-3");
    CHECK(drawn.rows[0].cells[0][0].negative);
    CHECK(drawn.rows[0].cells[1][0].text() == "a\uFFFD\uFFFDb\uFFFD");
    CHECK(drawn.rows[1].cells[0][0].tail == ".50");
    CHECK(drawn.rows[1].cells[1].size() == 1);
    CHECK(drawn.notes == std::vector<std::string>{"a\uFFFDb"});
    CHECK(drawn.caption == "Example");
}

TEST_CASE("the caption is the table's own, else its title, else its name") {
    CHECK(cli::draw({.name = "a", .title = "B", .caption = "C"}).caption == "C");
    CHECK(cli::draw({.name = "a", .title = "B"}).caption == "B");
    CHECK(cli::draw({.name = "a"}).caption == "A");
    CHECK(cli::draw({}).caption == "Table");
}

TEST_CASE("rules stand where a section is summed up and before the totals, once") {
    const auto drawn = cli::draw(test::example_statement());
    REQUIRE(drawn.rows.size() == 6);
    std::vector<bool> ruled;
    std::vector<bool> names;
    for (const auto& row : drawn.rows) {
        ruled.push_back(row.ruled);
        names.push_back(row.names_section);
    }
    CHECK(ruled == std::vector<bool>{false, false, true, false, false, true});
    CHECK(names == std::vector<bool>{true, false, false, true, false, false});
    CHECK(drawn.rows[1].cells[2].size() == 2);

    Table table = test::example_statement();
    table.layout->rows.erase(table.layout->rows.begin());  // now nothing opens the first section
    table.layout->rows.push_back(table.layout->rows.back());
    const auto other = cli::draw(table);
    CHECK_FALSE(other.rows[1].ruled);
    CHECK(other.rows[4].ruled);
    CHECK_FALSE(other.rows[5].ruled);
}
