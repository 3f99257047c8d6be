#include "market/sensitivity/variance_shares.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "market/random/random_stream.hpp"

using namespace cellbook;

namespace {

Matrix normal_draws(Eigen::Index rows, Eigen::Index columns) {
    Matrix draws(rows, columns);
    for (Eigen::Index i = 0; i < rows; ++i) {
        RandomStream stream{Seed{1}, "draws", Replica{static_cast<std::uint64_t>(i)}};
        for (Eigen::Index d = 0; d < columns; ++d) draws(i, d) = stream.normal();
    }
    return draws;
}

std::vector<double> values_of(const Vector& vector) {
    return {vector.begin(), vector.end()};
}

}  // namespace

TEST_CASE("of a linear function the shares are those of its terms' variances") {
    Matrix draws = normal_draws(4000, 3);
    draws.col(2).setConstant(7);
    const Vector output = 5 + draws.col(0).array() + 2 * draws.col(1).array();
    const auto shares = variance_shares(draws, values_of(output));
    REQUIRE(shares);
    CHECK(shares->shares[0] == Approx(0.2).margin(0.03));
    CHECK(shares->shares[1] == Approx(0.8).margin(0.03));
    CHECK(shares->shares[2] == 0);
    CHECK(shares->unexplained == Approx(0).margin(1e-12));
}

TEST_CASE("shares of correlated parameters add up, and equal ones have equal shares") {
    const Matrix base = normal_draws(4000, 3);
    Matrix draws(4000, 2);
    draws.col(0) = base.col(0) + base.col(1);
    draws.col(1) = base.col(0) + base.col(2);
    const Vector output = draws.col(0) + draws.col(1);
    const auto shares = variance_shares(draws, values_of(output));
    REQUIRE(shares);
    CHECK(shares->shares[0] + shares->shares[1] == Approx(1).margin(1e-9));
    CHECK(shares->shares[0] == Approx(0.5).margin(0.02));
}

TEST_CASE("what is not linear is left unexplained") {
    const Matrix draws = normal_draws(4000, 1);
    const Vector output = draws.col(0).array().square();
    const auto shares = variance_shares(draws, values_of(output));
    REQUIRE(shares);
    CHECK(shares->unexplained > 0.98);
}

TEST_CASE("too few draws, or an output that does not vary, have no shares") {
    const auto few = variance_shares(normal_draws(3, 2), std::vector<double>{1, 2, 3});
    REQUIRE_FALSE(few);
    CHECK(few.error().explanation == "3 draws are too few to share a variance among 2 parameters");
    const auto constant = variance_shares(normal_draws(9, 2), std::vector<double>(9, 0.1));
    REQUIRE_FALSE(constant);
    CHECK(constant.error().code == DiagnosticCode::sensitivity_undefined);
}
