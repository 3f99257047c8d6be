#include "cli/render/axis_scale.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using namespace cellbook::cli;

namespace {

/// The tics as numbers, joined by blanks.
std::string tics(const std::string& low, const std::string& high, unsigned most = 6,
                 bool with_zero = false) {
    std::string text;
    const AxisScale scale = axis_scale(Real{low}, Real{high}, most, with_zero);
    for (const auto& tic : scale.tics) text += (text.empty() ? "" : " ") + tic.at;
    CHECK(scale.low == scale.tics.front().at);
    CHECK(scale.high == scale.tics.back().at);
    CHECK(scale.tics.size() <= most);
    return text;
}

}  // namespace

TEST_CASE("tics are round, few, and hold all numbers") {
    CHECK(tics("0", "1") == "0.0 0.2 0.4 0.6 0.8 1.0");
    CHECK(tics("0", "4400") == "0 1000 2000 3000 4000 5000");
    CHECK(tics("-250", "1500.5") == "-500 0 500 1000 1500 2000");
    CHECK(tics("0.00012", "0.00031") == "0.0000 0.0001 0.0002 0.0003 0.0004");
    CHECK(tics("-3", "-1") == "-3 -2 -1 0");
    CHECK(tics("0", "7", 3) == "0 5 10");
}

TEST_CASE("an axis begins at zero where that costs little, or must") {
    CHECK(tics("1000", "1042") == "1000 1010 1020 1030 1040 1050");
    CHECK(tics("1000", "1042", 6, true) == "0 500 1000 1500");
    CHECK(tics("-1042", "-1000", 6, true) == "-1500 -1000 -500 0");
    CHECK(tics("50", "120") == "0 50 100 150");
}

TEST_CASE("one number has a span of its own") {
    CHECK(tics("0", "0") == "0.0 0.2 0.4 0.6 0.8 1.0");
    CHECK(tics("100", "100") == "90 95 100 105 110");
    CHECK(tics("-100", "-100", 6, true) == "-100 -80 -60 -40 -20 0");
}

TEST_CASE("numbers of any size have tics") {
    CHECK(tics("0", "9e35", 3).ends_with("1000000000000000000000000000000000000"));
    CHECK(tics("0", "1e-30", 3) ==
          "0.0000000000000000000000000000000 0.0000000000000000000000000000005 "
          "0.0000000000000000000000000000010");
}

TEST_CASE("thousands stand apart by a thin blank") {
    CHECK(grouped("1234567.125") == "1\u2009234\u2009567.125");
    CHECK(grouped("-999") == "-999");
    CHECK(grouped("-1000") == "-1\u2009000");
    CHECK(grouped("0.0001") == "0.0001");
    CHECK(grouped("1e30") == "1e30");
}
