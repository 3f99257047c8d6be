#include "ledger/property/row_rules.hpp"

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const std::string houses = prison + household("inmates:i1") + household("inmates:i2");

std::string tenancy(const std::string& form, const std::string& more) {
    return "; lease: L  cell:posta-1, form:" + form +
           ", landlord:inmates:i1, tenant:inmates:i2, from:2018-01-01" + more + "\n";
}

}  // namespace

TEST_CASE("a row that cannot stand is refused for the first reason there is") {
    struct Case {
        std::string row;
        std::vector<std::string> codes;
    };
    const std::string missing = "register_field_missing";
    const std::string reversed = "register_dates_reversed";
    const std::vector<Case> cases{
        // What a lease's form calls for.
        {tenancy("free", ""), {}},
        {tenancy("rent", ", rate:480, commodity:BOB, period:month"), {}},
        {tenancy("rent", ", commodity:BOB, period:month"), {missing}},
        {tenancy("rent", ", rate:480, commodity:BOB"), {missing}},
        {tenancy("rent", ", rate:480, period:month"), {missing}},
        {tenancy("floor_space", ""), {missing}},
        {tenancy("floor_space", ", rate:60, commodity:BOB, period:week"), {}},
        {tenancy("anticretico", ", deposit:1300, commodity:BOB"), {}},
        {tenancy("anticretico", ", rate:480, commodity:BOB, period:month"), {missing}},
        {tenancy("anticretico", ", deposit:1300"), {missing}},
        // Ends before beginnings.
        {tenancy("free", ", to:2018-01-01"), {}},
        {tenancy("free", ", to:2017-12-31"), {reversed}},
        {"; cell: x  section:sections:posta, places:1, opened:2018-02-01, closed:2018-01-31\n",
         {reversed}},
        {"; cell: x  section:sections:posta, places:1, closed:2018-01-31\n", {}},
        {member("m", "inmates:i1", "inmate", "2018-02-01", "2018-01-31"), {reversed}},
        {member("m", "inmates:i1", "inmate", "2018-02-01", "2018-02-01"), {}},
        {"; tariff: t  section:sections:posta, kind:section_dues, amount:50, commodity:BOB, "
         "per:adult, period:month, from:2017-01-02, to:2017-01-01\n",
         {reversed}},
        // Whom it speaks of.
        {"; cell: x  section:sections:nowhere, places:1\n", {"section_unknown"}},
        {"; cell: x  section:inmates:i1, places:1\n", {"section_unknown"}},
        {household("inmates:i3", "sections:nowhere"), {"section_unknown"}},
        {"; business: businesses:b  section:sections:nowhere\n", {"section_unknown"}},
        {"; business: businesses:b  sells:soap\n", {}},
        {"; tariff: t  section:inmates:i1, kind:section_dues, amount:50, commodity:BOB, per:adult, "
         "period:month, from:2017-01-02\n",
         {"section_unknown"}},
        {member("m", "inmates:i9", "inmate", "2018-02-01"), {"household_unknown"}},
        {member("m", "sections:posta", "inmate", "2018-02-01"), {"household_unknown"}},
        {"; member: m  household:inmates:i1, role:child, works:outside, arrived:2018-01-01\n",
         {"child_works"}},
        {"; member: m  household:inmates:i1, role:child, works:no, arrived:2018-01-01\n", {}},
        {"; member: m  household:inmates:i1, role:spouse, works:outside, arrived:2018-01-01\n", {}},
        {lease("L", "posta-1", "free", "inmates:i1", "inmates:i1", "2018-01-01"),
         {"lease_parties_equal"}},
        // In this order.
        {member("m", "inmates:i9", "inmate", "2018-02-01", "2018-01-31"), {reversed}},
        {tenancy("rent", ", to:2017-12-31"), {missing}},
    };
    for (const auto& [row, codes] : cases) {
        INFO(row);
        auto told = codes_of(houses + row);
        std::erase(told, "gone_with_property");
        CHECK(told == codes);
    }
}

TEST_CASE("a name that is nearly one of the book's is suggested") {
    const auto remedy = [](const std::string& row) {
        const Prison prison{houses + row};
        REQUIRE(prison.report.problems.size() == 1);
        return prison.report.problems[0].remedy;
    };
    CHECK(remedy("; cell: x  section:sections:pota, places:1\n").find("`sections:posta`") !=
          std::string::npos);
    CHECK(remedy(member("m", "inmates:i", "adult", "2018-01-01")).find("`inmates:i1`") !=
          std::string::npos);
}

TEST_CASE("a row without what its form requires is refused, whoever made it") {
    Chart chart;
    RegisterDeclaration row{.sort = Register::section};
    row.values.resize(register_form(Register::section).fields.size());
    const auto fault = row_fault(row, chart);
    REQUIRE(fault);
    CHECK(fault->code == DiagnosticCode::register_field_missing);
    row.values[0] = chart.party("sections:posta");
    CHECK_FALSE(row_fault(row, chart));
}
