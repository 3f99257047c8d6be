#include "ledger/housing/quantile.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace cellbook;

TEST_CASE("quantiles are those of type 7, as R and numpy give them") {
    // R: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .5, .9, 1))
    const std::vector<Real> sorted{1, 2, 4, 8, 16};
    struct Case {
        int per_cent;
        const char* value;
    };
    for (const auto& [per_cent, value] : {Case{0, "1"}, Case{10, "1.4"}, Case{25, "2"},
                                          Case{50, "4"}, Case{90, "12.8"}, Case{100, "16"}}) {
        CAPTURE(per_cent);
        CHECK(to_string(quantile(sorted, Real{per_cent} / 100)) == value);
    }
}

TEST_CASE("a median needs no order, and of one value is that value") {
    CHECK(to_string(median(std::vector<Real>{9, 1, 5, 2})) == "3.5");
    CHECK(to_string(median(std::vector<Real>{7})) == "7");
}
