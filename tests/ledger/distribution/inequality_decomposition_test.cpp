#include "ledger/distribution/inequality_decomposition.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;
using test::close;

namespace {

Observations grouped(std::vector<Observation> all, std::vector<std::string> names) {
    return {.all = std::move(all), .groups = std::move(names)};
}

}  // namespace

TEST_CASE("inequality within groups and between them adds up to that of everybody, to 40 digits") {
    test::Numbers random{5};
    for (int round = 0; round < 20; ++round) {
        std::vector<Observation> all;
        for (int i = 0; i < 60; ++i) {
            all.push_back({.value = random.next(1, 100'000),
                           .weight = random.next(0, 5),
                           .group = static_cast<std::uint32_t>(random.next(0, 4))});
        }
        const auto observations = grouped(all, {"e", "d", "c", "b", "a"});
        const auto parts = *decompose_inequality(observations, {});
        const auto whole = test::measures_of(observations);
        CHECK(close(*parts.theil_t.within + *parts.theil_t.between, *whole.value("theil_t")));
        CHECK(close(*parts.theil_l.within + *parts.theil_l.between, *whole.value("theil_l")));
        CHECK(close(*parts.ge_2.within + *parts.ge_2.between, *whole.value("ge(2)")));
        CHECK(*parts.theil_t.between >= 0);
        CHECK(*parts.theil_l.between >= 0);
        REQUIRE(parts.groups.size() == 5);
        CHECK(parts.groups.front().name == "a");
        Real people{};
        Real value{};
        for (const auto& group : parts.groups) {
            people += group.people;
            value += *group.value;
        }
        CHECK(close(people, 1));
        CHECK(close(value, 1));
    }
}

TEST_CASE("groups of equals have all inequality between them, equal groups none") {
    const auto between = *decompose_inequality(
        grouped({{2, 1, 0}, {2, 1, 0}, {7, 1, 1}, {7, 3, 1}}, {"poor", "rich"}), {});
    CHECK(*between.theil_t.within == 0);
    CHECK(*between.theil_l.within == 0);
    CHECK(*between.ge_2.within == 0);
    CHECK(*between.theil_t.between > 0);
    const auto within = *decompose_inequality(
        grouped({{1, 1, 0}, {5, 1, 0}, {2, 1, 1}, {4, 1, 1}}, {"one", "other"}), {});
    CHECK(*within.theil_t.between == 0);
    CHECK(*within.theil_l.between == 0);
    CHECK(close(*within.ge_2.between, 0));
    CHECK(*within.theil_l.within > 0);
}

TEST_CASE("a group that has nothing adds nothing within, and leaves Theil L undefined") {
    const auto observations =
        grouped({{0, 1, 0}, {0, 1, 0}, {3, 1, 1}, {9, 1, 1}, {8, 0, 2}}, {"none", "some", "zero"});
    const auto parts = *decompose_inequality(observations, {});
    REQUIRE(parts.groups.size() == 2);
    CHECK(*parts.groups[0].value == 0);
    const auto whole = test::measures_of(observations);
    CHECK(close(*parts.theil_t.within + *parts.theil_t.between, *whole.value("theil_t")));
    CHECK(close(*parts.ge_2.within + *parts.ge_2.between, *whole.value("ge(2)")));
    CHECK_FALSE(parts.theil_l.within);
}

TEST_CASE("debts leave the squares alone to be taken apart, and no sum leaves nothing") {
    const auto debts = grouped({{-4, 1, 0}, {4, 1, 0}, {3, 1, 1}, {9, 1, 1}}, {"a", "b"});
    const auto parts = *decompose_inequality(debts, {});
    CHECK_FALSE(parts.theil_t.within);
    CHECK(
        close(*parts.ge_2.within + *parts.ge_2.between, *test::measures_of(debts).value("ge(2)")));
    const auto nothing = *decompose_inequality(grouped({{-3, 1, 0}, {3, 1, 1}}, {"a", "b"}), {});
    CHECK_FALSE(nothing.ge_2.within);
    CHECK_FALSE(nothing.groups.front().value);
}
