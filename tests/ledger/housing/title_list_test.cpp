#include "ledger/housing/title_list.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("a cell's titles follow one another, with prices, levies and transactions") {
    const auto book = test::book_of(test::five_cells());
    const auto titles = title_list(book, test::on("2018-12-31", {"palmar-02"}));
    REQUIRE(titles);
    const auto lines = test::facts_of(*titles);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
          "palmar-02 | inmates:i03 | 2017-06-15 | 2018-05-10 | - | BOB | 2600.00 | - | - | "
          "assumed | -");
    CHECK(
        lines[1].starts_with("palmar-02 | inmates:i06 | 2018-05-10 | - | inmates:i03 | BOB | "
                             "2800.00 | 140.00 BOB | "));
    const auto before = title_list(book, test::on("2018-05-09", {"palmar-02"}));
    CHECK(test::facts_of(*before).size() == 1);
}

TEST_CASE("who left and holds a title still is named") {
    const auto book = test::book_of(
        test::five_cells("; member: i02-a  household:inmates:i02, role:inmate, arrived:2017-03-01, "
                         "released:2018-06-01\n"
                         "; member: i02-b  household:inmates:i02, role:inmate, arrived:2017-04-11, "
                         "released:2018-06-02\n"
                         "; member: i02-c  household:inmates:i02, role:child, arrived:2018-03-01, "
                         "released:2018-06-01\n"));
    CHECK(title_list(book, test::on("2018-06-01"))->notes.empty());
    CHECK(title_list(book, test::on("2018-06-02"))->notes ==
          Lines{"`inmates:i02`, gone since 2018-06-02, still holds `palmar-01`."});
}

TEST_CASE("a word that finds no cell is an error") {
    const auto book = test::book_of(test::five_cells());
    const auto none = title_list(book, test::on("2018-05-31", {"nowhere"}));
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::cell_not_found);
}
