#include "market/scenario/correlation.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;

TEST_CASE("the root of a correlation matrix times itself is the matrix") {
    Matrix matrix(3, 3);
    matrix << 1, 0.5, 0.2, 0.5, 1, -0.3, 0.2, -0.3, 1;
    const auto root = correlation_root(matrix);
    REQUIRE(root);
    CHECK(((*root * root->transpose()) - matrix).cwiseAbs().maxCoeff() < 1e-15);
    CHECK((*root)(0, 1) == 0);
}

TEST_CASE("a singular matrix has a root, and an impossible one is refused") {
    Matrix same(2, 2);
    same << 1, 1, 1, 1;
    const auto root = correlation_root(same);
    REQUIRE(root);
    CHECK((*root * root->transpose() - same).cwiseAbs().maxCoeff() < 1e-15);
    Matrix impossible(3, 3);
    impossible << 1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1;
    const auto refused = correlation_root(impossible);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::correlation_invalid);
    CHECK(refused.error().explanation == "no 3 numbers have all these correlations at once");
}

TEST_CASE("an estimate's covariance becomes distributions and correlations") {
    Matrix covariance(2, 2);
    covariance << 0.04, -0.012, -0.012, 0.09;
    Vector means(2);
    means << -1.4, 0.7;
    const auto joint = joint_normal({"own", "income"}, means, covariance);
    REQUIRE(joint);
    CHECK(to_string(std::get<ProbabilityDistribution>(joint->parameters[0].value)) ==
          "normal(mean = -1.4, sd = 0.2)");
    REQUIRE(joint->correlations.size() == 1);
    CHECK(joint->correlations[0].value == Approx(-0.2));
    covariance(1, 1) = 0;
    const auto refused = joint_normal({"own", "income"}, means, covariance);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().explanation == "the variance of `income` is 0");
}

TEST_CASE("correlations that cannot all be are told where they begin") {
    const Diagnostic problem = test::only_problem(test::example_with(
        "[[output]]\nseries = \"price_index.fisher\"",
        "[[correlation]]\nbetween = [\"household.mpc\", \"tax.sales\"]\nvalue = 0.9\n"
        "[[correlation]]\nbetween = [\"household.mpc\", \"demand.sauna.elasticity\"]\nvalue = 0.9\n"
        "[[correlation]]\nbetween = [\"tax.sales\", \"demand.sauna.elasticity\"]\nvalue = -0.9\n"
        "[[output]]\nseries = \"price_index.fisher\""));
    CHECK(problem.code == DiagnosticCode::correlation_invalid);
    CHECK(problem.excerpt == "between = [\"household.mpc\", \"tax.sales\"]");
}
