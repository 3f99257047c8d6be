#include "ledger/prices/exact_sum.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace cellbook;

namespace {

Decimal decimal(const std::string& text) {
    return *parse_decimal(text);
}

}  // namespace

TEST_CASE("decimals of any scale add up exactly") {
    ExactSum sum;
    for (int i = 0; i < 10; ++i) sum.add(decimal("0.1"));
    sum.add(decimal("2"));
    sum.subtract(decimal("0.000000000000000001"));
    sum.subtract(decimal("2.999999999999999999"));
    CHECK(sum.sign() == 0);
    sum.add_product(decimal("1.25"), decimal("-0.04"));
    CHECK(sum.sign() == -1);
    CHECK(to_string(sum.to_real()) == "-0.05");
}

TEST_CASE("a sum beyond 128 bits, or with more decimals than a decimal has, stays exact") {
    const std::string nines(37, '9');
    ExactSum sum;
    for (int i = 0; i < 1000; ++i) sum.add(decimal(nines));
    sum.add_product(decimal(nines), decimal(nines));
    sum.add_product(decimal("0.0000000000000000000000000000000001"), decimal("0.0001"));
    sum.add_product(decimal(nines), decimal("-" + nines));
    for (int i = 0; i < 1000; ++i) sum.subtract(decimal(nines));
    CHECK(sum.sign() == 1);
    CHECK(to_string(sum.to_real()) == "1e-38");
}
