#include "ledger/housing/cell_list.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("cells show their holder, the last price, tenants and people as of a day") {
    const auto book = test::book_of(test::five_cells());
    const auto then = cell_list(book, test::on("2018-03-15", {"palmar-0[23]", "posta-02"}));
    REQUIRE(then);
    CHECK(test::facts_of(*then) ==
          Lines{"palmar-02 | sections:palmar | 2 | 5.5 | 1 | 0 |  | - | inmates:i03 | 2017-06-15 | "
                "BOB | 2600.00 | 2017-06-15 | anticretico | inmates:i06 | 1 | assumed | -",
                "palmar-03 | sections:palmar | 2 | 5.5 | 1 | 0 |  | - | sections:palmar | "
                "2015-01-01 | - | - | - |  |  | 0 | assumed | -",
                "posta-02 | sections:posta | 4 | 7 | 2 | 2 | electricity | - | inmates:i01 | "
                "2017-02-10 | BOB | 24000.00 | 2017-02-10 | rent | inmates:i04 | 1 | assumed | -"});
    const auto now = cell_list(book, {.words = test::on("2018-01-01", {"palmar-02"}).words});
    REQUIRE(now);
    CHECK(test::facts_of(*now) ==
          Lines{"palmar-02 | sections:palmar | 2 | 5.5 | 1 | 0 |  | - | inmates:i06 | 2018-05-10 | "
                "BOB | 2800.00 | 2018-05-10 |  |  | 1 | assumed | -"});
}

TEST_CASE("words find cells by holder and tenant too") {
    const auto book = test::book_of(test::five_cells());
    CHECK(test::facts_of(*cell_list(book, test::on("2018-03-15", {"i01"}))).size() == 2);
    CHECK(test::facts_of(*cell_list(book, test::on("2018-03-15", {"i04"}))).size() == 1);
    CHECK(test::facts_of(*cell_list(book, test::on("2018-03-15", {"nobody"}))).empty());
}

TEST_CASE("a book without cells says so") {
    const auto book =
        test::book_of("2018-01-01 dues\n    a:expenses:x  1 BOB\n    a:assets:cash\n");
    const auto none = cell_list(book, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::register_empty);
}
