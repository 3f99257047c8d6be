#include "ledger/real.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "ledger/diagnostic.hpp"

using namespace cellbook;

TEST_CASE("reals keep every digit of what exact numbers say") {
    struct Case {
        const char* written;
        const char* read;
    };
    for (const auto& [written, read] : {
             Case{"0", "0"},
             Case{"-0.00", "0"},
             Case{"1.50", "1.5"},
             Case{"-300.00", "-300"},
             Case{"0.1", "0.1"},  // in 53 bits its seventeenth digit would be wrong
             Case{"12345678901234.567", "12345678901234.567"},
         }) {
        const auto decimal = parse_decimal(written);
        REQUIRE(decimal);
        CAPTURE(written);
        CHECK(to_string(to_real(*decimal)) == read);
    }
    CHECK(to_fixed(to_real(Int128{std::numeric_limits<std::int64_t>::min()}), 0) ==
          "-9223372036854775808");
    const Int128 large = Int128{1'000'000'000'000'000'000} * 1'000'000'000'000'000'000;
    CHECK(to_fixed(to_real(-large), 0) == "-1000000000000000000000000000000000000");
}

TEST_CASE("reals print 17 significant digits for programs") {
    CHECK(to_string(Real{1} / 3) == "0.33333333333333333");
    CHECK(to_string(sqrt(Real{2})) == "1.414213562373095");  // ...5048: the last is 0
    CHECK(to_string(-exp(Real{1})) == "-2.7182818284590452");  // 2.71828182845904523536
    CHECK(to_string(Real{1} / 1'000'000) == "1e-06");
}

TEST_CASE("reals print so many decimals for people") {
    CHECK(to_fixed(Real{2} / 3, 4) == "0.6667");
    CHECK(to_fixed(Real{1}, 2) == "1.00");
    CHECK(to_fixed(Real{5} / 2, 0) == "2");
    CHECK(to_fixed(Real{7} / 2, 0) == "4");
    CHECK(to_fixed(Real{10}, 0) == "10");
    CHECK(to_fixed(Real{-1} / 3, 0) == "0");
    CHECK(to_fixed(Real{-1} / 1000, 2) == "0.00");
    CHECK(to_fixed(Real{-2} / 3, 1) == "-0.7");
}
