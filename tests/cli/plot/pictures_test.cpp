#include "cli/plot/pictures.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/failure.hpp"
#include "cli/render/separated_values.hpp"
#include "tests/cli/plot/example_tables.hpp"

using namespace cellbook;
using namespace cellbook::cli;

namespace {

std::string csv(const Picture& picture) {
    std::ostringstream out;
    render_csv(picture_data(picture), out);
    return out.str();
}

}  // namespace

TEST_CASE("balances are lines, and a period without a row is zero") {
    const Picture picture = balance_picture(test::period_table_example());
    CHECK(csv(picture) ==
          "series,period,amount\n"
          "posta:cash,2018-01,1500.50\n"
          "posta:cash,2018-02,0\n"
          "posta:cash,2018-03,-250.00\n"
          "pinos:cash,2018-01,0\n"
          "pinos:cash,2018-02,0\n"
          "pinos:cash,2018-03,999.99\n");
    CHECK(picture.series[0].mark == Mark::line);
    CHECK(axis_title(picture.y) == "Balance at the end of the period (BOB)");
    CHECK(picture.x.periods);
}

TEST_CASE("flows are bars") {
    const Picture picture = flow_picture(test::period_table_example());
    CHECK(picture.series[0].mark == Mark::bar);
    CHECK(axis_title(picture.y) == "Change in the period (BOB)");
}

TEST_CASE("a second commodity does not go on the same axis") {
    Table table = test::period_table_example();
    table.rows.front().cells[2] = std::string{"USD"};
    CHECK_THROWS_AS(balance_picture(table), UsageError);
    table.rows.clear();
    CHECK_THROWS_AS(balance_picture(table), UsageError);
}

TEST_CASE("a Lorenz curve lies under the line of equality") {
    const Picture picture = lorenz_picture(test::lorenz_example());
    REQUIRE(picture.references.size() == 1);
    CHECK(picture.references[0].kind == Reference::Kind::diagonal);
    CHECK(csv(picture) ==
          "series,people,value\neverybody,0.00,0.00\neverybody,0.25,0.05\neverybody,0.50,0.18\n"
          "everybody,0.75,0.42\neverybody,1.00,1.00\n");
    Table grouped = test::lorenz_example();
    grouped.columns.insert(grouped.columns.begin(), {"group", "Group"});
    for (auto& row : grouped.rows) row.cells.insert(row.cells.begin(), std::string{});
    grouped.rows.push_back({{std::string{"posta"}, std::int64_t{0}, std::int64_t{0}}});
    const Picture several = lorenz_picture(grouped);
    REQUIRE(several.series.size() == 2);
    CHECK(several.series[0].name == "everybody");
    CHECK(several.series[1].name == "posta");
}

TEST_CASE("an index is held against its base") {
    const Picture picture = index_picture(test::index_example());
    REQUIRE(picture.references.size() == 1);
    CHECK(picture.references[0].at == "1.000");
    CHECK(picture.references[0].name == "base 2018-01");
    CHECK(axis_title(picture.y) == "Index (2018-01 = 1.000)");
    REQUIRE(picture.series.size() == 2);
    CHECK(picture.series[1].name == "paasche");
    CHECK(picture.series[1].points[2].y[0] == "0.987");
}

TEST_CASE("a statement's title is its picture's") {
    Table table = test::index_example();
    CHECK(index_picture(table).title == "Price index");
    table.title = "Price index of bread";
    CHECK(index_picture(table).title == "Price index of bread");
    table.caption = "Bread";
    CHECK(index_picture(table).title == "Bread");
}

TEST_CASE("rents are boxes by section and grade") {
    const Picture picture = rents_picture(test::rents_example());
    CHECK(picture.x.names == std::vector<std::string>{"posta 5 (n=42)", "guanay 2 (n=17)"});
    CHECK(axis_title(picture.y) == "Rent a month (BOB)");
    CHECK(csv(picture) ==
          "section_grade,min,p25,median,p75,max\n"
          "posta 5 (n=42),300.00,400.00,500.00,650.00,1500.00\n"
          "guanay 2 (n=17),20.00,30.00,50.00,60.00,61.00\n");
}

TEST_CASE("occupancy is persons as bars under the level of places") {
    const Picture picture = occupancy_picture(test::occupancy_example());
    REQUIRE(picture.series.size() == 2);
    CHECK(picture.series[0].mark == Mark::bar);
    CHECK(picture.series[1].mark == Mark::level);
    CHECK(csv(picture) ==
          "series,section,number\npersons,posta,180\npersons,guanay,420\nplaces,posta,120\n"
          "places,guanay,95\n");
}

TEST_CASE("what all names of places begin with is left out") {
    Table table{.name = "occupancy"};
    table.columns = {{"section", "Section"}, {"persons", "Persons"}, {"places", "Places"}};
    const auto add = [&](const char* section) {
        table.rows.push_back({{std::string{section}, std::int64_t{2}, std::int64_t{1}}});
    };
    add("sections:posta");
    add("sections:palmar");
    CHECK(occupancy_picture(table).x.names == std::vector<std::string>{"posta", "palmar"});
    add("outside:gate");
    CHECK(occupancy_picture(table).x.names ==
          std::vector<std::string>{"sections:posta", "sections:palmar", "outside:gate"});
}
