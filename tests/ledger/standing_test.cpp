#include "ledger/standing.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("an amount takes the weakest standing of its parts") {
    CHECK(Standings{}.weakest() == Standing::observed);
    CHECK(Standings{.whole = Standing::observed, .price = Standing::assumed}.weakest() ==
          Standing::assumed);
    CHECK(Standings{.quantity = Standing::estimated, .date = Standing::assumed}.weakest() ==
          Standing::assumed);
    CHECK(Standings{.whole = Standing::simulated, .party = Standing::estimated}.weakest() ==
          Standing::simulated);
}

TEST_CASE("standings are named") {
    for (const Standing standing :
         {Standing::observed, Standing::estimated, Standing::assumed, Standing::simulated}) {
        CHECK(parse_standing(to_string(standing)) == standing);
    }
    CHECK_FALSE(parse_standing("guessed"));
}
