#include "ledger/housing/register_rows.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("the newest word on a key stands in the place of the first") {
    const auto book = test::book_of(test::five_cells(
        "; lease: L01  cell:posta-02, form:rent, landlord:inmates:i01, tenant:inmates:i04, "
        "rate:480, commodity:BOB, period:month, from:2017-09-01, to:2018-06-30, note:ends, "
        "basis:A1\n"));
    const auto rows = register_rows(book, Register::lease, {});
    REQUIRE(rows);
    CHECK(rows->columns.back().name == "tag:basis");
    const auto lines = test::facts_of(*rows);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] ==
          "L01 | posta-02 | rent | inmates:i01 | inmates:i04 | - | 480 | BOB | month | - | "
          "2017-09-01 | 2018-06-30 | - | - | ends | A1");
    CHECK(lines[1].starts_with("L02 | palmar-01 | floor_space |"));
}

TEST_CASE("a household that moves has a row for each day from which it belongs elsewhere") {
    const auto book = test::book_of(
        test::five_cells("; household: inmates:i04  since:2018-03-15, section:sections:palmar\n"));
    CHECK(register_rows(book, Register::household, test::on("2018-01-01", {"i04"}))->rows.size() ==
          2);
}

TEST_CASE("a register without rows says so") {
    const auto book = test::book_of("; section: sections:a\n");
    const auto none = register_rows(book, Register::tariff, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::register_empty);
}
