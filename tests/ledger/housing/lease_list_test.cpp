#include "ledger/housing/lease_list.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

TEST_CASE("leases that stand on a day are listed with their terms and the deposit held") {
    const auto book = test::book_of(test::five_cells());
    const auto leases = lease_list(book, {.scope = test::on("2018-03-15")});
    REQUIRE(leases);
    CHECK(test::facts_of(*leases) ==
          Lines{"L02 | palmar-01 | sections:palmar | floor_space | inmates:i02 | inmates:i05 | 0 | "
                "BOB | 60.00 | month | - | - | 2018-01-08 | 2018-03-31 | current | assumed | -",
                "palmar-02 | sections:palmar | anticretico | inmates:i03 | inmates:i06 | 1 | "
                "BOB | - | - | - | 1300.00 | 2018-03-01 | 2018-05-01 | current | - | -",
                "L01 | posta-02 | sections:posta | rent | inmates:i01 | inmates:i04 | 2 | BOB | "
                "480.00 | month | - | - | 2017-09-01 | - | current | assumed | -"});
}

TEST_CASE("ended leases and those to come are listed when asked for") {
    const auto book = test::book_of(test::five_cells());
    const auto all =
        test::facts_of(*lease_list(book, {.scope = test::on("2018-04-15"), .ended = true}));
    REQUIRE(all.size() == 4);
    CHECK(all[0].find("| ended |") != std::string::npos);
    CHECK(lease_list(book, {.scope = test::on("2018-04-15", {"i05"})})->rows.size() == 1);
    const auto early =
        test::facts_of(*lease_list(book, {.scope = test::on("2017-12-31"), .ended = true}));
    CHECK(early[0].find("| to come |") != std::string::npos);
}
