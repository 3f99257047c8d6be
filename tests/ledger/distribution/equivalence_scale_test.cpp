#include "ledger/distribution/equivalence_scale.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

namespace {

constexpr Int128 unit = 1'000'000'000'000'000'000;

}  // namespace

TEST_CASE("a couple with two children counts as each scale says") {
    const HouseholdSize family{2, 2};
    const Int128 minor = 4200;
    CHECK(*equivalised(minor, family, EquivalenceScale::none) == 4200 * unit);
    CHECK(*equivalised(minor, family, EquivalenceScale::per_capita) == 1050 * unit);
    CHECK(*equivalised(minor, family, EquivalenceScale::square_root) == 2100 * unit);
    CHECK(*equivalised(minor, family, EquivalenceScale::oecd_modified) == 2000 * unit);  // 2.1
    CHECK(*equivalised(2700, family, EquivalenceScale::oecd) == 1000 * unit);            // 2.7
}

TEST_CASE("one adult counts as one by every scale, and so does a child alone") {
    for (const auto& name : equivalence_scale_names()) {
        const auto scale = *parse_equivalence_scale(name);
        CHECK(*equivalised(-777, {1, 0}, scale) == -777 * unit);
        CHECK(*equivalised(777, {0, 1}, scale) == 777 * unit);
    }
    CHECK(*equivalised(1300, {0, 2}, EquivalenceScale::oecd_modified) == 1000 * unit);
}

TEST_CASE("what does not come out even is rounded in the eighteenth decimal") {
    CHECK(*equivalised(1, {3, 0}, EquivalenceScale::per_capita) == 333'333'333'333'333'333);
    CHECK(*equivalised(2, {3, 0}, EquivalenceScale::per_capita) == 666'666'666'666'666'667);
    // 1 / sqrt(2) = 0.70710678118654752440...
    CHECK(*equivalised(1, {2, 0}, EquivalenceScale::square_root) == 707'106'781'186'547'524);
    CHECK(*equivalised(-1, {2, 0}, EquivalenceScale::square_root) == -707'106'781'186'547'524);
}

TEST_CASE("an amount that is too large to be divided has no share") {
    const Int128 huge = Int128{1} << 100;
    for (const auto& name : equivalence_scale_names()) {
        CHECK_FALSE(equivalised(huge, {2, 1}, *parse_equivalence_scale(name)));
    }
}

TEST_CASE("scales are known by name alone") {
    CHECK(parse_equivalence_scale("oecd") == EquivalenceScale::oecd);
    CHECK_FALSE(parse_equivalence_scale("OECD"));
    CHECK_FALSE(parse_equivalence_scale(""));
}
