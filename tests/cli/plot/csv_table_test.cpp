#include "cli/plot/csv_table.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using cli::read_csv_table;

namespace {

std::string refusal(const std::string& text) {
    const auto table = read_csv_table(text, "t.csv", {"value"});
    return table ? "" : to_string(table.error());
}

}  // namespace

TEST_CASE("a csv file becomes a table whose cells are words") {
    const auto table = read_csv_table("period,value\n2018-01,1.5\n\"a, b\",\n", "t.csv", {"value"});
    REQUIRE(table);
    REQUIRE(table->columns.size() == 2);
    CHECK(table->columns[1].name == "value");
    REQUIRE(table->rows.size() == 2);
    CHECK(plain_text(table->rows[1].cells[0]) == "a, b");
    CHECK(std::holds_alternative<std::monostate>(table->rows[1].cells[1]));
}

TEST_CASE("what is wrong with a csv file is told with its place") {
    CHECK(refusal("").starts_with("t.csv: error[events_header_invalid]"));
    CHECK(refusal("a,a\n").starts_with("t.csv:1:3: error[events_column_twice]"));
    CHECK(refusal("a,value\n1,2\n1\n").starts_with("t.csv:3:1: error[events_row_length]"));
    CHECK(refusal("a,value\n1,2\n1,two\n").starts_with("t.csv:3:3: error[number_invalid]"));
    CHECK(refusal("a,value\n1,\"2\n").find("error[events_quote_invalid]") != std::string::npos);
    CHECK(refusal("a,value\n\xff,2\n").find("error[text_not_utf8]") != std::string::npos);
}
