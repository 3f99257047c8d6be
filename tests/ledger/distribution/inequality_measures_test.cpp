#include "ledger/distribution/inequality_measures.hpp"

#include <algorithm>

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;
using test::close;
using test::measures_of;
using test::plain;

namespace {

const std::vector<std::int64_t> published{541,  1463, 2445, 3438,  4437,
                                          5401, 6392, 8304, 11904, 22261};

/// Measures that a richer world, all sharing in it, leaves as they are, and that rise with
/// inequality.
const std::vector<std::string> relative{
    "gini",           "gini_corrected", "theil_t",     "theil_l",       "ge(2)", "atkinson(0.5)",
    "atkinson(0.75)", "atkinson(1)",    "atkinson(2)", "atkinson(2.5)", "hoover"};

InequalityMeasures all_of(const Observations& observations) {
    return measure_inequality(test::distribution_of(observations),
                              {.atkinson = {{75, 2}, {25, 1}}});
}

bool notes_say(const InequalityMeasures& measures, const std::string& what) {
    return std::ranges::any_of(measures.notes, [&](const std::string& note) {
        return note.find(what) != std::string::npos;
    });
}

bool is_defined(const InequalityMeasures& measures, const std::string& name) {
    REQUIRE(std::ranges::count(measures.all, name, &Measure::name) == 1);
    return measures.value(name).has_value();
}

}  // namespace

TEST_CASE("the published Ginis come out to the last digit") {
    // shared checks, from the example of R's package ineq
    const auto of_ten = measures_of(plain(published));
    CHECK(to_fixed(*of_ten.value("gini"), 15) == "0.462091130267624");
    CHECK(to_fixed(*of_ten.value("gini_corrected"), 10) == "0.5134345892");
    CHECK(*measures_of(plain({0, 0, 0, 1})).value("gini") == Real{"0.75"});
}

TEST_CASE("measures of two people are those worked out by hand") {
    // Values 1 and 3: mean 2, shares 1/4 and 3/4.
    const auto two = measures_of(plain({1, 3}));
    const Real half = Real{1} / 2;
    const Real three_halves = Real{3} / 2;
    CHECK(*two.value("gini") == Real{"0.25"});
    CHECK(*two.value("gini_corrected") == Real{"0.5"});
    CHECK(close(*two.value("theil_t"), log(half) / 4 + 3 * log(three_halves) / 4));
    CHECK(close(*two.value("theil_l"), -(log(half) + log(three_halves)) / 2));
    CHECK(*two.value("ge(2)") == Real{"0.125"});
    CHECK(close(*two.value("atkinson(1)"), 1 - sqrt(Real{3}) / 2));
    CHECK(close(*two.value("atkinson(2)"), Real{"0.25"}));
    const Real roots = (sqrt(half) + sqrt(three_halves)) / 2;
    CHECK(close(*two.value("atkinson(0.5)"), 1 - roots * roots));
    CHECK(*two.value("hoover") == Real{"0.25"});
    CHECK(*two.value("mean") == 2);
    CHECK(*two.value("share_bottom_40") == Real{"0.2"});
    CHECK(close(*two.value("share_top_10"), Real{"0.15"}));
    CHECK(close(*two.value("palma"), Real{"0.75"}));
    CHECK(*two.value("s80_s20") == 3);
}

TEST_CASE("shares of fifths and of tenths each make the whole") {
    const auto measures = measures_of(plain(published));
    Real fifths{};
    Real tenths{};
    for (int i = 1; i <= 5; ++i) fifths += *measures.value("share_quintile_" + std::to_string(i));
    for (int i = 1; i <= 10; ++i) tenths += *measures.value("share_decile_" + std::to_string(i));
    CHECK(close(fifths, 1));
    CHECK(close(tenths, 1));
    CHECK(close(*measures.value("palma"),
                *measures.value("share_top_10") / *measures.value("share_bottom_40")));
    CHECK(*measures.value("p90") == Real{"17082.5"});
    CHECK(*measures.value("p90_p10") == Real{"17082.5"} / 1002);
}

TEST_CASE("relative measures do not change with the unit") {
    test::Numbers random{1};
    for (int round = 0; round < 10; ++round) {
        auto values = random.list(40, 1, 10'000);
        const auto before = all_of(plain(values));
        for (auto& value : values) value *= 37;
        const auto after = all_of(plain(values));
        for (const auto& name : relative) {
            INFO(name);
            CHECK(close(*before.value(name), *after.value(name)));
        }
        CHECK(*after.value("mean") == *before.value("mean") * 37);
    }
}

TEST_CASE("repeating everybody changes no measure, and weights do as repeating does") {
    test::Numbers random{2};
    for (int round = 0; round < 10; ++round) {
        const auto values = random.list(25, 1, 1000);
        Observations once;
        Observations weighted;
        Observations repeated;
        for (const auto value : values) {
            const auto times = random.next(1, 5);
            weighted.all.push_back({.value = value, .weight = times});
            for (int i = 0; i < times; ++i) repeated.all.push_back({.value = value});
            for (int i = 0; i < 3; ++i) once.all.push_back({.value = value});
        }
        const auto by_weight = all_of(weighted);
        const auto by_repeating = all_of(repeated);
        const auto thrice = all_of(once);
        const auto single = all_of(plain(values));
        for (const Measure& measure : single.all) {
            if (measure.name == "n" || measure.name == "gini_corrected") continue;
            INFO(measure.name);
            CHECK(by_weight.value(measure.name).has_value());
            CHECK(close(*by_weight.value(measure.name), *by_repeating.value(measure.name)));
            if (measure.name == "weight" || measure.name == "sum") continue;
            CHECK(close(*measure.value, *thrice.value(measure.name)));
        }
    }
}

TEST_CASE("equal weights of any size correct the Gini by n / (n - 1)") {
    Observations sevenfold = plain(published);
    for (auto& observation : sevenfold.all) observation.weight = 7;
    const auto measures = measures_of(sevenfold);
    CHECK(close(*measures.value("gini_corrected"), *measures.value("gini") * 10 / 9));
}

TEST_CASE("a transfer from richer to poorer lowers every measure: Pigou and Dalton") {
    test::Numbers random{3};
    for (int round = 0; round < 30; ++round) {
        auto values = random.list(20, 50, 1000);
        const auto before = all_of(plain(values));
        const auto poor = std::ranges::min_element(values);
        const auto rich = std::ranges::max_element(values);
        if (*rich - *poor < 20) continue;
        *poor += 10;
        *rich -= 10;
        const auto after = all_of(plain(values));
        for (const auto& name : relative) {
            // It matters to Hoover's only that the mean lies between the two, which it does.
            INFO(name);
            CHECK(*after.value(name) < *before.value(name));
        }
    }
}

TEST_CASE("equal incomes give exactly zero, whatever their number, size and weights") {
    for (const auto value : {std::int64_t{1}, std::int64_t{7}, std::int64_t{123'456'789'012}}) {
        for (const std::size_t count : {2U, 3U, 1000U}) {
            auto equal = plain(std::vector<std::int64_t>(count, value));
            equal.all.front().weight = 3;
            equal.value_scale = 2;
            const auto measures = all_of(equal);
            for (const auto& name : relative) {
                INFO(name);
                CHECK(*measures.value(name) == 0);
            }
            CHECK(*measures.value("share_bottom_20") == Real{1} / 5);
        }
    }
}

TEST_CASE("measures keep within their bounds") {
    test::Numbers random{4};
    for (int round = 0; round < 20; ++round) {
        const auto count = static_cast<std::size_t>(random.next(2, 30));
        const auto measures = all_of(plain(random.list(count, 1, 1'000'000)));
        const Real largest = 1 - Real{1} / count;
        for (const auto& name : relative) CHECK(*measures.value(name) >= 0);
        CHECK(*measures.value("gini") <= largest);
        CHECK(*measures.value("gini_corrected") <= 1);
        CHECK(*measures.value("hoover") <= *measures.value("gini"));
        CHECK(*measures.value("theil_t") <= log(Real{count}));
        CHECK(*measures.value("atkinson(0.5)") <= *measures.value("atkinson(1)"));
        CHECK(*measures.value("atkinson(1)") <= *measures.value("atkinson(2)"));
        CHECK(*measures.value("atkinson(2)") < 1);
        CHECK(close(*measures.value("atkinson(1)"), 1 - exp(-*measures.value("theil_l"))));
    }
}

TEST_CASE("one who has all brings the Gini to its bound and Theil to ln n") {
    const auto measures = measures_of(plain({0, 0, 0, 0, 9}));
    CHECK(*measures.value("gini") == Real{"0.8"});
    CHECK(*measures.value("gini_corrected") == 1);
    CHECK(close(*measures.value("theil_t"), log(Real{5})));
    CHECK(close(*measures.value("atkinson(0.5)"), Real{"0.8"}));
}

TEST_CASE("zeros leave Theil L undefined and make Atkinson 1 from aversion 1 on, which is said") {
    const auto measures = all_of(plain({0, 0, 4, 9}));
    CHECK_FALSE(is_defined(measures, "theil_l"));
    CHECK(is_defined(measures, "theil_t"));
    CHECK(*measures.value("atkinson(0.5)") < 1);
    CHECK(*measures.value("atkinson(1)") == 1);
    CHECK(*measures.value("atkinson(2)") == 1);
    CHECK(notes_say(measures, "2 of 4 values are zero"));
    CHECK_FALSE(is_defined(measures, "p90_p10"));
    CHECK(notes_say(measures, "p90_p10"));
}

TEST_CASE("values below zero leave logarithms undefined, and a Gini that may exceed one") {
    const auto measures = all_of(plain({-10, -10, 3, 20}));
    CHECK(*measures.value("gini") > 1);
    CHECK(*measures.value("ge(2)") > 0);
    for (const std::string name : {"theil_t", "theil_l", "atkinson(0.5)", "atkinson(1)", "palma"}) {
        CHECK_FALSE(is_defined(measures, name));
    }
    CHECK(notes_say(measures, "2 of 4 values are below zero"));
}

TEST_CASE("values that sum to nothing have no measure that divides by their mean") {
    for (const auto& values : {std::vector<std::int64_t>{0, 0, 0}, {-5, 5}, {-7, 2}}) {
        const auto measures = all_of(plain(values));
        for (const auto& name : relative) CHECK_FALSE(is_defined(measures, name));
        CHECK_FALSE(is_defined(measures, "share_top_10"));
        CHECK_FALSE(is_defined(measures, "palma"));
        CHECK(is_defined(measures, "mean"));
        CHECK(notes_say(measures, "sum to nothing or less"));
    }
}

TEST_CASE("one observation is equal with itself and has no corrected Gini") {
    const auto measures = all_of(plain({42}));
    CHECK(*measures.value("gini") == 0);
    CHECK(*measures.value("theil_t") == 0);
    CHECK_FALSE(is_defined(measures, "gini_corrected"));
    CHECK(notes_say(measures, "one observation"));
    CHECK(*measures.value("median") == 42);
}

TEST_CASE("an aversion asked for twice, or one that is there anyway, is measured once") {
    const auto measures = measure_inequality(test::distribution_of(plain({1, 2})),
                                             {.atkinson = {{10, 1}, {3, 0}, {30, 1}}});
    CHECK(is_defined(measures, "atkinson(1)"));
    CHECK(is_defined(measures, "atkinson(3)"));
}

TEST_CASE("measuring stops when progress asks it to") {
    const auto made = test::distribution_of(plain({1, 2}));
    const auto measures =
        measure_inequality(made, {.progress = [](std::int64_t, std::int64_t) { return false; }});
    CHECK(measures.cancelled);
    CHECK(measures.all.empty());
}
