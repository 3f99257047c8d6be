#include "market/estimate/wide_matrix.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("cross products keep what doubles would lose") {
    // 1e16 + 1 - 1e16, summed as squares of a column.
    const WideMatrix x{3, {{{1e8, 0}, {1, 0}, {1e-8, 0}}, {{1e8, 0}, {1, 0}, {-1e8, 0}}}};
    const RealMatrix products = cross_products(x);
    CHECK(abs(products(0, 0) - (Real{1e8} * Real{1e8} + 1 + Real{1e-8} * Real{1e-8}))
              .convert_to<double>() < 1e-15);
    CHECK(products(0, 1) == products(1, 0));
}

TEST_CASE("columns mostly of zeros give the same products as full ones") {
    std::vector<DoubleDouble> dummy(40);
    std::vector<DoubleDouble> full(40);
    for (std::size_t i = 0; i < 40; ++i) full[i] = {static_cast<double>(i), 0};
    dummy[3] = dummy[17] = {1, 0};
    const RealMatrix products = cross_products({40, {full, dummy}});
    CHECK(products(0, 1) == 20);
    CHECK(products(1, 1) == 2);
}

TEST_CASE("means of groups are taken out column by column") {
    WideMatrix x{4, {{{1, 0}, {3, 0}, {10, 0}, {20, 0}}}};
    subtract_group_means(x, {.of_row = {0, 0, 1, 1}, .count = 2});
    CHECK(x.high.col(0) == Eigen::Vector4d{-1, 1, -5, 5});
}

TEST_CASE("a combination is rounded once") {
    RealMatrix weights{2, 1};
    weights(0, 0) = 1;
    weights(1, 0) = -1;
    const WideMatrix x{1, {{{1, 1e-20}}, {{1, 0}}}};
    CHECK(combine(x, weights)(0, 0) == 1e-20);
}
