#include "ledger/statements/table.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("sums become amounts ordered by symbol, zeros left out") {
    Chart chart;
    const auto usd = chart.commodity("USD");
    const auto bob = chart.commodity("BOB");
    const auto tea = chart.commodity("tea");
    chart[usd].scale = 2;
    const auto amounts = table_amounts({{usd, 150}, {bob, -7}, {tea, 0}}, chart);
    CHECK(amounts == std::vector<TableAmount>{{-7, 0, "BOB"}, {150, 2, "USD"}});
    CHECK(table_amounts({{tea, 0}}, chart) == std::vector<TableAmount>{{}});
    CHECK(table_amounts({}, chart) == std::vector<TableAmount>{{}});
}

TEST_CASE("only commodities with a style of their own have one in a table") {
    Chart chart;
    chart.commodity("BOB");
    const auto dollar = chart.commodity("$");
    chart[dollar].style.symbol_left = true;
    const auto styles = commodity_styles(chart);
    REQUIRE(styles.size() == 1);
    CHECK(styles.at("$").symbol_left);
}

TEST_CASE("values are plain text for programs") {
    CHECK(plain_text(Value{}).empty());
    CHECK(plain_text(std::string{"a, b"}) == "a, b");
    CHECK(plain_text(std::int64_t{-7}) == "-7");
    CHECK(plain_text(Decimal{150, 2}) == "1.50");
    CHECK(plain_text(*parse_date("2018/3/1")) == "2018-03-01");
    CHECK(plain_text(TableAmount{-30000, 2, "BOB"}) == "-300.00");
    CHECK(plain_text(std::vector<TableAmount>{{1, 0, "a"}, {25, 1, "b"}, {}}) == "1 a, 2.5 b, 0");
}

TEST_CASE("rows that are made come after those that are held, anew each time") {
    Table table{.name = "sample", .columns = {{"a", "A"}}};
    table.rows = {{{std::string{"held"}}}, {{std::string{"below"}}, Row::Role::total}};
    int times = 0;
    table.more = [&](const RowVisitor& fact, const RowVisitor& line) {
        ++times;
        if (fact) fact({{std::string{"made fact"}}});
        if (line) line({{std::string{"made line"}}});
    };
    std::string facts;
    std::string lines;
    const auto add_to = [](std::string& text) {
        return [&text](const Row& row) { text += std::get<std::string>(row.cells[0]) + ";"; };
    };
    for_each_fact(table, add_to(facts));
    for_each_line(table, add_to(lines));
    CHECK(facts == "held;made fact;");
    CHECK(lines == "held;below;made line;");
    CHECK(times == 2);
}
