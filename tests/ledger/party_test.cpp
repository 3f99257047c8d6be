#include "ledger/party.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("every sector's name reads back") {
    for (const auto& name : sector_names()) {
        INFO(name);
        REQUIRE(parse_sector(name));
        CHECK(to_string(*parse_sector(name)) == name);
    }
    CHECK_FALSE(parse_sector("Households"));
    CHECK_FALSE(parse_sector(""));
}
