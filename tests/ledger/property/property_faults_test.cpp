#include "ledger/property/property_faults.hpp"

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// What is said of the one thing that is wrong.
std::string said_of(const std::string& text) {
    const Prison prison{test::prison + text};
    REQUIRE(prison.report.problems.size() == 1);
    const Diagnostic& problem = prison.report.problems[0];
    CHECK_FALSE(problem.remedy.empty());
    return problem.explanation;
}

}  // namespace

TEST_CASE("what contradicts the register is told with names, days and figures") {
    struct Case {
        std::string text;
        std::string said;
    };
    const std::string given = deposited("2018-03-01", "posta-1", "inmates:i3", "inmates:i1", 1300);
    const std::string whole =
        lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", to:2018-06-30");
    const std::vector<Case> cases{
        {sold("2018-03-01", "posta-1", "inmates:i3", "inmates:i2", 30000),
         "`inmates:i3` cannot pass on cell `posta-1` on 2018-03-01: `inmates:i1` holds it since "
         "2017-01-01"},
        {sold("2016-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000),
         "`inmates:i1` cannot pass on cell `posta-1` on 2016-03-01: it came to them on "
         "2017-01-01, later than that"},
        {"; cell: new  section:sections:posta, places:1\n" +
             sold("2018-03-01", "new", "inmates:i1", "inmates:i2", 30000),
         "`inmates:i1` cannot pass on cell `new` on 2018-03-01: nobody is known to hold it"},
        {returned("2018-03-01", "posta-1", "inmates:i3", "inmates:i1", 1300),
         "`inmates:i1` returns 1300.00 BOB to `inmates:i3` for cell `posta-1` on 2018-03-01, but "
         "no deposit of theirs on it is outstanding"},
        {given + returned("2018-04-01", "posta-1", "inmates:i3", "inmates:i1", 1301),
         "`inmates:i1` returns 1301.00 BOB to `inmates:i3` for cell `posta-1` on 2018-04-01, but "
         "the deposit outstanding is 1300.00 BOB"},
        {lease("L1", "posta-1", "free", "inmates:i2", "inmates:i3", "2018-01-01"),
         "`inmates:i2` lets cell `posta-1` from 2018-01-01 on, but `inmates:i1` holds it since "
         "2017-01-01 on that day"},
        {whole + lease("L2", "posta-1", "rent", "inmates:i1", "inmates:i4", "2018-06-30"),
         "lease `L2` takes 2 of the 2 places of cell `posta-1` from 2018-06-30 on, when 2 are let "
         "already, by lease `L1` until 2018-06-30"},
        {given +
             lease("L2", "posta-1", "rent", "inmates:i1", "inmates:i4", "2018-06-30", ", places:1"),
         "lease `L2` takes 1 of the 2 places of cell `posta-1` from 2018-06-30 on, when 2 are let "
         "already, by the anticretico of `inmates:i3` without an end"},
        {lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", places:3"),
         "lease `L1` takes 3 of the 2 places of cell `posta-1` from 2018-01-01 on"},
        {lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", places:1") +
             lease("L2", "posta-1", "rent", "inmates:i3", "inmates:i4", "2018-01-01"),
         "lease `L2` takes 2 of the 1 places of cell `posta-1` that are let to `inmates:i3` from "
         "2018-01-01 on"},
    };
    for (const auto& [text, said] : cases) CHECK(said_of(text) == said);
}

TEST_CASE("amounts are told with all decimals of their commodity") {
    Chart chart;
    const CommodityId bob = chart.commodity("BOB");
    chart[bob].scale = 2;
    CHECK(amount_label({500'000, bob}, chart) == "5000.00 BOB");
    CHECK(amount_label({7, chart.commodity("")}, chart) == "7");
}
