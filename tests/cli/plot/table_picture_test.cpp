#include "cli/plot/table_picture.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"
#include "tests/cli/plot/example_tables.hpp"

using namespace cellbook;
using namespace cellbook::cli;

namespace {

Table words(const std::vector<std::string>& columns,
            const std::vector<std::vector<std::string>>& rows) {
    Table table{.name = "words"};
    for (const auto& name : columns) table.columns.push_back({name, name});
    for (const auto& cells : rows) {
        Row row;
        for (const auto& cell : cells) row.cells.push_back(cell.empty() ? Value{} : Value{cell});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Series as `name: x y, x y`.
std::vector<std::string> told(const Picture& picture) {
    std::vector<std::string> all;
    for (const auto& series : picture.series) {
        std::string text = series.name + ":";
        for (const auto& point : series.points) {
            text += " (" + point.x;
            for (const auto& y : point.y) text += " " + y;
            text += ")";
        }
        all.push_back(text);
    }
    return all;
}

std::string refusal(const Table& table, const DrawingRule& rule) {
    Picture picture;
    try {
        add_series(picture, table, rule);
    } catch (const UsageError& error) {
        return error.what() + (" / " + error.remedy);
    }
    return {};
}

}  // namespace

TEST_CASE("rows become points of series in the order of their first rows") {
    Picture picture;
    add_series(picture,
               words({"p", "v", "who"}, {{"2", "20", "b"}, {"1", "10", "b"}, {"1", "11", "a"}}),
               {.x = {"p"}, .y = {"v"}, .by = {"who"}});
    CHECK(picture.x.names == std::vector<std::string>{"2", "1"});
    CHECK(told(picture) == std::vector<std::string>{"b: (0 20) (1 10)", "a: (1 11)"});
}

TEST_CASE("places known beforehand keep their order, and what has no row may be zero") {
    const Table table = words({"p", "v"}, {{"c", "3"}, {"a", "1"}});
    DrawingRule rule{.x = {"p"}, .y = {"v"}, .x_names = {"a", "b", "c"}};
    Picture picture;
    add_series(picture, table, rule);
    CHECK(told(picture) == std::vector<std::string>{": (0 1) (2 3)"});
    rule.absent_is_zero = true;
    Picture filled;
    add_series(filled, table, rule);
    CHECK(told(filled) == std::vector<std::string>{": (0 1) (1 0) (2 3)"});
}

TEST_CASE("an empty cell is no point, and an axis of numbers keeps the rows' order") {
    Picture picture;
    add_series(picture, words({"x", "y"}, {{"0.5", "1"}, {"0.25", ""}, {"", "3"}, {"0.1", "4"}}),
               {.x = {"x"}, .y = {"y"}, .x_numbers = true});
    CHECK(told(picture) == std::vector<std::string>{": (0.5 1) (0.1 4)"});
    CHECK(picture.x.names.empty());
}

TEST_CASE("several columns name one place, with a count behind") {
    Picture picture;
    add_series(picture, words({"s", "g", "n", "v"}, {{"posta", "5", "12", "1"}}),
               {.x = {"s", "g"}, .count = "n", .y = {"v"}});
    CHECK(picture.x.names == std::vector<std::string>{"posta 5 (n=12)"});
}

TEST_CASE("what cannot be drawn is told with the row and a remedy") {
    const Table table = words({"p", "v"}, {{"a", "1"}, {"a", "x"}});
    CHECK(refusal(table, {.x = {"q"}, .y = {"v"}}) ==
          "the table has no column q / its columns are p, v");
    CHECK(refusal(table, {.x = {"p"}, .y = {"v"}})
              .starts_with("column v holds no number in row 2: x"));
    CHECK(refusal(words({"p", "v"}, {{"a", "1"}, {"a", "2"}}), {.x = {"p"}, .y = {"v"}})
              .starts_with("row 2 is a second one for a / "));
    CHECK_THROWS_AS(require_points(Picture{}), UsageError);
    Picture empty;
    add_series(empty, words({"p", "v"}, {}), {.x = {"p"}, .y = {"v"}});
    CHECK_THROWS_AS(require_points(empty), UsageError);
}

TEST_CASE("a picture has one unit") {
    CHECK(only_value(test::period_table_example(), "commodity", "") == "BOB");
    CHECK_THROWS_AS(only_value(words({"c"}, {{"BOB"}, {"USD"}}), "c", ""), UsageError);
    CHECK(only_value(words({"c"}, {}), "c", "").empty());
    CHECK(has_column(words({"c"}, {}), "c"));
    CHECK_FALSE(has_column(words({"c"}, {}), "d"));
}
