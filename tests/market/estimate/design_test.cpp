#include "market/estimate/design.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

const std::string data =
    "y,x,g,n,my col\n1,2,a,10,1\n2,5,b,20,2\n3,1,c,10,3\n4,,a,30,4\n5,8,b,20,5\n6,4,c,10,7\n";

std::vector<std::string> names(const std::string& formula, const DesignOptions& options = {}) {
    const auto design = make_design(test::frame_of(data), test::formula_of(formula), options);
    if (!design) UNSCOPED_INFO(to_string(design.error()));
    REQUIRE(design.has_value());
    return design->names;
}

}  // namespace

TEST_CASE("columns are named as patsy names them, and coded by R's rule") {
    using Names = std::vector<std::string>;
    CHECK(names("y ~ x + g") == Names{"const", "x", "g[T.b]", "g[T.c]", "y"});
    CHECK(names("y ~ g - 1") == Names{"g[a]", "g[b]", "g[c]", "y"});
    CHECK(names("y ~ C(n)") == Names{"const", "C(n)[T.20]", "C(n)[T.30]", "y"});
    CHECK(names("y ~ g + C(n) - 1") ==
          Names{"g[a]", "g[b]", "g[c]", "C(n)[T.20]", "C(n)[T.30]", "y"});
    CHECK(names("y ~ x:g") == Names{"const", "x:g[a]", "x:g[b]", "x:g[c]", "y"});
    CHECK(names("y ~ x*g") == Names{"const", "x", "g[T.b]", "g[T.c]", "x:g[T.b]", "x:g[T.c]", "y"});
    CHECK(names("y ~ .") == Names{"const", "x", "g[T.b]", "g[T.c]", "n", "my col", "y"});
    CHECK(names("y ~ x", {.absorbed = {"g"}}) == Names{"x", "y"});
    CHECK(names("y ~ [x ~ n + `my col`]") == Names{"const", "x", "n", "my col", "y"});
}

TEST_CASE("rows that lack a number that is asked for are left out, and counted") {
    const auto design = make_design(test::frame_of(data), test::formula_of("y ~ x"), {});
    CHECK(design->rows == std::vector<std::size_t>{0, 1, 2, 4, 5});
    CHECK(design->missing == 1);
    const auto whole = make_design(test::frame_of(data), test::formula_of("y ~ n"), {});
    CHECK(whole->missing == 0);
}

TEST_CASE("a group that no used row has gets no dummy") {
    CHECK(names("y ~ C(n) + x") == std::vector<std::string>{"const", "C(n)[T.20]", "x", "y"});
}

TEST_CASE("rows that were not observed are used only when that is asked for") {
    const DataFrame frame = test::frame_of("y,x,standing\n1,2,observed\n2,4,simulated\n3,5,\n");
    const Formula formula = test::formula_of("y ~ x");
    CHECK(make_design(frame, formula, {})->rows.size() == 2);
    CHECK(make_design(frame, formula, {})->unobserved == 1);
    const auto all = make_design(frame, formula, {.on_simulated = true});
    CHECK(all->rows.size() == 3);
    CHECK(all->simulated);
}
