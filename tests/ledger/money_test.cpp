#include "ledger/money.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a sum becomes an amount again only when it fits 64 bits") {
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto least = std::numeric_limits<std::int64_t>::min();
    CHECK(*narrow(Sum{most}) == most);
    CHECK(*narrow(Sum{least}) == least);
    const auto over = narrow(Sum{most} + 1);
    REQUIRE_FALSE(over);
    CHECK(over.error().code == DiagnosticCode::amount_overflow);
    CHECK(over.error().explanation.find("9223372036854775808") != std::string::npos);
    CHECK_FALSE(narrow(Sum{least} - 1));
}
