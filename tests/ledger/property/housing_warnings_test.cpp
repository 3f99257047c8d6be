#include "ledger/property/housing_warnings.hpp"

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

struct Warned {
    std::vector<std::string> said{};
    std::vector<std::string> told{};
};

Warned warned(const std::string& text) {
    const Prison prison{test::prison + text};
    REQUIRE(prison.report.ok());
    Warned warned{.told = prison.told()};
    for (const Diagnostic& warning : prison.report.warnings) {
        CHECK(warning.severity == Severity::warning);
        warned.said.push_back(warning.explanation);
    }
    return warned;
}

std::string family(const std::string& household_name, int people, const std::string& until = "") {
    std::string text = household(household_name);
    for (int i = 0; i < people; ++i) {
        text += member(household_name.substr(8) + std::to_string(i), household_name, "adult",
                       "2017-01-0" + std::to_string(i + 1), until);
    }
    return text;
}

}  // namespace

TEST_CASE("more people in a cell than places is warned of, with the numbers") {
    struct Case {
        std::string name;
        std::string text;
        std::vector<std::string> said;
        std::vector<std::string> told;
    };
    const std::vector<Case> cases{
        {"as many as there are places", family("inmates:i1", 2), {}, {}},
        {"one more, at the last to arrive",
         family("inmates:i1", 3),
         {"cell `posta-1` holds 3 persons on 2 places on 2017-06-01"},
         {"cells_crowded 13"}},
        {"a child counts",
         family("inmates:i2", 1) + member("c", "inmates:i2", "child", "2018-03-01"),
         {"cell `palmar-1` holds 2 persons on 1 place on 2018-03-01"},
         {"cells_crowded 12"}},
        {"a lodger on the floor, at the lease",
         family("inmates:i1", 2) + family("inmates:i3", 1) +
             lease("L1", "posta-1", "floor_space", "inmates:i1", "inmates:i3", "2018-01-01"),
         {"cell `posta-1` holds 3 persons on 2 places on 2018-01-01"},
         {"cells_crowded 15"}},
        {"two cells, and the worse of them",
         family("inmates:i1", 3) + family("inmates:i2", 3),
         {"2 cells hold more people than places on 2017-06-01, 6 persons on 3 places; `palmar-1` "
          "holds 3 persons on 1 place"},
         {"cells_crowded 17"}},
        {"only as the register stands at its end",
         family("inmates:i1", 3, "2018-01-01") + family("inmates:i1", 1),
         {},
         {}},
        {"fewer places than before, at the row that says so",
         family("inmates:i1", 2) + "; cell: posta-1  section:sections:posta, places:1\n",
         {"cell `posta-1` holds 2 persons on 1 place on 2017-06-01"},
         {"cells_crowded 13"}},
    };
    for (const auto& [name, text, said, told] : cases) {
        INFO(name);
        const Warned warned = ::warned(text);
        CHECK(warned.said == said);
        CHECK(warned.told == told);
    }
}

TEST_CASE("households that have left with titles or leases are warned of once, with how many") {
    const std::string i2 = family("inmates:i2", 1, "2018-05-20");
    const auto one = warned(i2);
    CHECK(one.said ==
          std::vector<std::string>{"`inmates:i2` has left by 2018-05-20 with open titles (1) or "
                                   "leases (0)"});
    CHECK(one.told == std::vector<std::string>{"gone_with_property 11"});
    const auto two =
        warned(i2 + lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01") +
               family("inmates:i3", 1, "2018-05-21"));
    CHECK(two.said == std::vector<std::string>{"`inmates:i2` and 1 other household have left by "
                                               "2018-05-21 with open titles (1) or leases (1)"});
    CHECK(warned(i2 + sold("2018-05-20", "palmar-1", "inmates:i2", "inmates:i4", 1)).said.empty());
    // A cell that comes to who is gone already.
    const auto late = warned(family("inmates:i3", 1, "2018-01-01") +
                             sold("2018-05-20", "palmar-1", "inmates:i2", "inmates:i3", 1));
    CHECK(late.told == std::vector<std::string>{"gone_with_property 12"});
}

TEST_CASE("a register in which nothing has a day warns of nothing") {
    Chart chart;
    CHECK(housing_warnings(PropertyRegister{chart}).empty());
}
