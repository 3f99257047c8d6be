#include "ledger/commodity.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a symbol is quoted when it holds anything but letters and currency signs") {
    CHECK(quoted_symbol("BOB") == "BOB");
    CHECK(quoted_symbol("$") == "$");
    CHECK(quoted_symbol("€") == "€");
    CHECK(quoted_symbol("red cross parcel") == "\"red cross parcel\"");
    CHECK(quoted_symbol("A1") == "\"A1\"");
    CHECK(quoted_symbol("") == "\"\"");
}
