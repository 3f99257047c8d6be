#include "market/estimate/real_matrix.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

/// Hilbert's matrix: 1 / (i + j + 1), of which doubles lose the inverse at size 13.
RealMatrix hilbert(std::size_t size) {
    RealMatrix matrix{size, size};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) matrix(i, j) = Real{1} / Real{i + j + 1};
    }
    return matrix;
}

}  // namespace

TEST_CASE("an inverse undoes its matrix, of a condition number that doubles cannot hold") {
    const RealMatrix matrix = hilbert(14);
    const auto inverted = inverse(matrix);
    REQUIRE(inverted);
    const RealMatrix one = matrix * *inverted - RealMatrix::identity(14);
    CHECK(one.to_doubles().cwiseAbs().maxCoeff() < 1e-25);
}

TEST_CASE("what is not positive definite, or hardly so, has no inverse") {
    RealMatrix singular{2, 2};
    singular(0, 0) = singular(0, 1) = singular(1, 0) = singular(1, 1) = 1;
    CHECK_FALSE(inverse(singular));
    singular(1, 1) = Real{1} + Real{1e-20};
    CHECK(inverse(singular));
    CHECK_FALSE(inverse(singular, 1e-10));
}

TEST_CASE("eigenvalues rise, and are those known") {
    RealMatrix matrix{2, 2};
    matrix(0, 0) = matrix(1, 1) = 2;
    matrix(0, 1) = matrix(1, 0) = -1;
    const auto values = eigenvalues(matrix);
    CHECK(values[0].convert_to<double>() == Approx(1).epsilon(1e-15));
    CHECK(values[1].convert_to<double>() == Approx(3).epsilon(1e-15));
    Real trace = 0;
    for (const Real& value : eigenvalues(hilbert(6))) trace += value;
    Real diagonal = 0;
    for (std::size_t i = 0; i < 6; ++i) diagonal += hilbert(6)(i, i);
    CHECK(abs(trace - diagonal).convert_to<double>() < 1e-40);
}
