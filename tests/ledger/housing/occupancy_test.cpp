#include "ledger/housing/occupancy.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("occupancy counts people by section, children and the homeless too") {
    const auto book = test::book_of(test::five_cells());
    const auto table = occupancy(book, {});
    REQUIRE(table);
    CHECK(table->title == "Occupancy on 2018-05-10");
    CHECK(
        test::facts_of(*table) ==
        Lines{
            "sections:palmar | 90 | 3 | 0 | 4 | 0 | 4 | 6 | 1 | 1.6666666666666667 | 1.25 | 1 | 1",
            "sections:posta | 60 | 2 | 0 | 4 | 1 | 2 | 4 | 1 | 2 | 1 | 0 | 0"});
    REQUIRE(table->rows.back().role == Row::Role::total);
    CHECK(plain_text(table->rows.back().cells[7]) == "10");
    CHECK(plain_text(table->rows.back().cells[10]) == "1.125");
}

TEST_CASE("people count from the day they arrive to the day before they leave") {
    const auto book = test::book_of(test::five_cells());
    const auto persons = [&](const char* day) {
        return plain_text(occupancy(book, {.scope = test::on(day)})->rows.back().cells[7]);
    };
    CHECK(persons("2018-02-28") == "9");
    CHECK(persons("2018-03-01") == "10");  // a child comes
    CHECK(persons("2018-05-19") == "10");
    CHECK(persons("2018-05-20") == "9");  // i03-a is released
    CHECK(persons("2016-05-01") == "0");
}

TEST_CASE("by cell, those who live in it are named, and those without one a section") {
    const auto book = test::book_of(test::five_cells());
    const auto cells =
        occupancy(book, {.scope = test::on("2018-05-10", {"palmar"}), .by_cell = true});
    CHECK(test::facts_of(*cells) ==
          Lines{"palmar-01 | sections:palmar | 2 | 0 | 1 | 3 | 1 | 1.5 | inmates:i02",
                "palmar-02 | sections:palmar | 1 | 0 | 1 | 1 | 0 | 1 | inmates:i06",
                "palmar-03 | sections:palmar | 1 | 0 | 1 | 1 | 0 | 1 | inmates:i05",
                "- | sections:palmar | - | - | 1 | 1 | 0 | - | without a cell"});
}
