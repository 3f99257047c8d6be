#include "ledger/housing/rents.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("rents show their distribution, yields, and what deposits come to") {
    const auto book = test::book_of(test::five_cells());
    const auto now = rents(book, {.scope = test::on("2018-05-10")});
    REQUIRE(now);
    // 480 a month on a price of 24,000; the cell that the section lets has no price.
    CHECK(test::facts_of(*now) ==
          Lines{"sections:palmar | 2 | 1 | BOB | 90 | 90 | 90 | 90 | 90 | 90 | - | - | - | 0 | -",
                "sections:posta | 4 | 1 | BOB | 480 | 480 | 480 | 480 | 480 | 480 | "
                "0.24 | 0.24 | 4.1666666666666667 | 0 | -"});
    CHECK(now->notes.size() == 1);
    CHECK(plain_text(now->rows.back().cells[6]) == "285");  // the median of both
}

TEST_CASE("an anticretico's interest is the rent of comparable cells on its deposit") {
    const auto book = test::book_of(
        test::five_cells("; lease: L04  cell:palmar-01, form:rent, landlord:inmates:i02, "
                         "tenant:inmates:i05, places:1, rate:65, commodity:BOB, period:month, "
                         "from:2018-03-01, to:2018-03-31\n"));
    const auto table = rents(book, {.scope = test::on("2018-03-15", {"palmar"})});
    // 65 for one of two places: 130 a cell; 12 x 130 / 1,300 = 1.2 a year.
    CHECK(test::facts_of(*table) ==
          Lines{"sections:palmar | 2 | 1 | BOB | 130 | 130 | 130 | 130 | 130 | 130 | "
                "0.34666666666666667 | 0.34666666666666667 | 2.8846153846153846 | 1 | 1.2"});
    const auto places =
        rents(book, {.scope = test::on("2018-03-15", {"palmar"}), .per_place = true});
    CHECK(plain_text(places->rows.front().cells[6]) == "65");
}

TEST_CASE("rents of other periods are brought to a month, prices to the rent's commodity") {
    const std::string dollars =
        "; cell: posta-03  section:sections:posta, grade:5, places:1\n"
        "; title: posta-03  owner:inmates:i01, since:2018-01-10, price:1000, commodity:USD\n"
        "; lease: L05  cell:posta-03, form:rent, landlord:inmates:i01, tenant:inmates:i05, "
        "rate:7, commodity:BOB, period:day, from:2018-02-01, to:2018-02-28\n"
        "commodity 1.00 USD\n";
    const auto priced = test::book_of(
        test::five_cells(dollars + "P 2018-01-01 USD 7.00 BOB\nP 2018-02-01 USD 9.00 BOB\n"));
    const auto table = rents(priced, {.scope = test::on("2018-02-15", {"posta"})});
    const auto lines = test::facts_of(*table);
    REQUIRE(lines.size() == 2);
    // 7 x 365 / 12 = 212.91666...; 7 x 365 / 7,000 = 0.365, by the rate of the day of the sale.
    CHECK(lines[1] ==
          "sections:posta | 5 | 1 | BOB | 212.91666666666667 | 212.91666666666667 | "
          "212.91666666666667 | 212.91666666666667 | 212.91666666666667 | 212.91666666666667 | "
          "0.365 | 0.365 | 2.7397260273972603 | 0 | -");
    const auto unpriced = test::book_of(test::five_cells(dollars));
    CHECK(rents(unpriced, {.scope = test::on("2018-02-15", {"posta"})})->notes.size() == 1);
}
