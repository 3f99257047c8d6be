#include "ledger/statements/period_table.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string quarter = R"(
commodity 1.00 BOB
commodity 1 CIG
2018-01-05 a
    assets:cash   10.00 BOB
    assets:cash    3 CIG
    income:a     -10.00 BOB
    income:a      -3 CIG
2018-03-31 b
    assets:cash    0.01 BOB
    income:a
)";

struct Drawn {
    MemoryBook book = test::book_of(quarter);
    Query query{};
    PeriodGrid grid;
    CommodityId bob = book.chart().find_commodity("BOB");
    CommodityId cig = book.chart().find_commodity("CIG");

    explicit Drawn(bool compare)
        : grid{book, query, {.interval = Interval::month, .compare = compare}} {}
    PeriodTable table(const PeriodTableOptions& options) {
        return {"sample", {{"account", "Account"}}, grid, book.chart(), options};
    }
};

}  // namespace

TEST_CASE("facts have an amount a row; text has a column a period") {
    Drawn of{false};
    auto table = of.table({});
    table.heading("Assets");
    const std::vector<PeriodFigure> cash{
        {0, 0, of.bob, 1000}, {0, 0, of.cig, 3}, {0, 2, of.bob, 1}};
    table.line({"assets:cash"}, "cash", cash, 2);
    table.line({"assets:none"}, "none", {});
    table.sum("total", cash, Row::Role::total);
    const Table made = std::move(table).finish();
    CHECK(facts_of(made) == Lines{"assets:cash | 2018-01 | BOB | 10.00",
                                  "assets:cash | 2018-01 | CIG | 3",
                                  "assets:cash | 2018-03 | BOB | 0.01"});
    CHECK(drawn(made) == Lines{"Assets | - | - | -", ">>cash | 10.00 BOB, 3 CIG | 0 | 0.01 BOB",
                               "total | 10.00 BOB, 3 CIG | 0 | 0.01 BOB"});
    REQUIRE(made.layout->columns.size() == 4);
    CHECK(made.layout->columns[3].title == "2018-03");
}

TEST_CASE("row totals and averages are columns of text and periods of facts") {
    Drawn of{false};
    auto table = of.table({.average = true, .row_total = true});
    table.line({"a"}, "a", std::vector<PeriodFigure>{{0, 0, of.bob, 4}, {0, 2, of.bob, 1}});
    const Table made = std::move(table).finish();
    // 5 / 3 = 1.67
    CHECK(facts_of(made) == Lines{"a | 2018-01 | BOB | 0.04", "a | 2018-03 | BOB | 0.01",
                                  "a | total | BOB | 0.05", "a | average | BOB | 0.02"});
    CHECK(drawn(made) == Lines{"a | 0.04 BOB | 0 | 0.01 BOB | 0.05 BOB | 0.02 BOB"});
}

TEST_CASE("compared with the period before, a column has its change and percents beside it") {
    Drawn of{true};
    REQUIRE(of.grid.periods().size() == 4);
    auto table = of.table({.row_total = true});
    table.line(
        {"a"}, "a",
        std::vector<PeriodFigure>{{0, 0, of.bob, -400}, {0, 1, of.bob, -300}, {0, 3, of.cig, 7}});
    const Table made = std::move(table).finish();
    CHECK(facts_of(made) == Lines{"a | 2018-01 | BOB | -3.00 | -4.00 | 1.00 | 25.0",
                                  "a | 2018-02 | BOB | 0.00 | -3.00 | 3.00 | 100.0",
                                  "a | 2018-03 | CIG | 7 | 0 | 7 | -",
                                  "a | total | BOB | -3.00 | - | - | -",
                                  "a | total | CIG | 7 | - | - | -"});
    CHECK(drawn(made) ==
          Lines{"a | -4.00 | -3.00 | 1.00 | 25.0 | 0.00 | 3.00 | 100.0 | 0.00 | 0.00 "
                "| - | -3.00",
                "0 | 0 | 0 | - | 0 | 0 | - | 7 | 7 | - | 7"});
}

TEST_CASE("subtotals add up by column and commodity, with a sign") {
    Drawn of{false};
    FigureSum sum;
    sum.add(std::vector<PeriodFigure>{{0, 0, of.bob, 5}, {0, 1, of.bob, 2}});
    sum.add(std::vector<PeriodFigure>{{1, 0, of.bob, 5}, {1, 1, of.cig, 2}}, -1);
    const auto figures = sum.figures();
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].sum == 2);
    CHECK(turned(figures)[1].sum == 2);
    CHECK(turned(figures)[1].commodity == of.cig);
}

TEST_CASE("a change is measured in percent of what stood before") {
    CHECK(std::get<Decimal>(change_percent(3, 1)) == Decimal{333, 1});
    CHECK(std::get<Decimal>(change_percent(-3, 1)) == Decimal{333, 1});
    CHECK(std::get<Decimal>(change_percent(2000, -1)) == Decimal{0, 1});
    CHECK(std::holds_alternative<std::monostate>(change_percent(0, 1)));
}
