#include "ledger/property/property_rows.hpp"

#include "tests/ledger/property/property_fixture.hpp"
#include "tests/ledger/register_rows.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// The row of a comment, which must be one.
RegisterDeclaration row_of(Chart& chart, Register sort,
                           const std::vector<std::pair<std::string, std::string>>& said) {
    RegisterDeclaration row = empty_row(register_form(sort));
    for (const auto& [name, text] : said) {
        const auto fault = read_row_field(register_form(sort), name, text, chart, row);
        REQUIRE_FALSE(fault);
    }
    REQUIRE_FALSE(missing_field(row));
    return row;
}

}  // namespace

TEST_CASE("rows become things with all that they say, and how it is known") {
    Chart chart;
    const auto full = [&](Register sort) { return full_row(register_form(sort), chart); };

    const Section section = section_of(full(Register::section), 3);
    CHECK(chart[section.party].name == "parties:section");
    CHECK(section.grade == 5);
    CHECK(section.places == 1'000'000);
    CHECK(section.origin.seq == 3);
    CHECK(section.origin.standing == Standing::simulated);
    CHECK(chart[section.origin.source] == "S12");
    CHECK(section.origin.note == row_note);

    const Cell cell = cell_of(full(Register::cell), 4);
    CHECK(chart[cell.name] == "the cell");
    CHECK(chart[cell.section].name == "parties:section");
    CHECK(cell.grade == 5);
    CHECK(same_value(*cell.area_m2, *parse_decimal("0.50")));
    CHECK(cell.places == 1'000'000);
    CHECK(cell.floor == 1'000'000);
    CHECK(cell.improvements == row_text);
    CHECK(cell.improved == day("2018-01-12"));
    CHECK(cell.life == DateRange{day("2018-01-13"), day("2018-01-15")});  // its last day included

    const Business business = business_of(full(Register::business), 5);
    CHECK(chart[business.owner].name == "parties:owner");
    CHECK(chart[business.section].name == "parties:section");
    CHECK(chart[business.cell] == "the cell");
    CHECK(business.sells == row_text);

    const HouseholdStay stay = stay_of(full(Register::household), 6);
    CHECK(chart[stay.household].name == "parties:household");
    CHECK(chart[stay.section].name == "parties:section");
    CHECK(stay.since == day("2018-01-06"));

    const Member member = member_of(full(Register::member), 7);
    CHECK(chart[member.household].name == "parties:household");
    CHECK(member.role == MemberRole::child);
    CHECK(member.works == MemberWork::outside);
    CHECK(member.inside == DateRange{day("2018-01-09"), day("2018-01-10")});  // released: outside

    const Lease lease = lease_of(full(Register::lease), 8);
    CHECK(lease.form == LeaseForm::free);
    CHECK(chart[lease.landlord].name == "parties:landlord");
    CHECK(chart[lease.tenant].name == "parties:tenant");
    CHECK(lease.places == 1'000'000);
    CHECK(same_value(lease.rate->amount, *parse_decimal("0.50")));
    CHECK(chart[lease.rate->commodity].symbol == "BOB");
    CHECK(lease.period == ChargePeriod::year);
    CHECK(chart[lease.deposit->commodity].symbol == "BOB");
    CHECK(lease.term == DateRange{day("2018-01-15"), day("2018-01-17")});

    const Tariff tariff = tariff_of(full(Register::tariff), 9);
    CHECK(chart[tariff.kind] == "the kind");
    CHECK(tariff.per == TariffBase::business);
    CHECK(tariff.period == ChargePeriod::year);
    CHECK(tariff.term == DateRange{day("2018-01-12"), day("2018-01-14")});

    chart[chart.commodity("BOB")].scale = 1;
    const Title title = title_of(full(Register::title), 10, chart);
    CHECK(chart[title.owner].name == "parties:owner");
    CHECK(title.since == day("2018-01-07"));
    CHECK(title.price->minor == 5);
    CHECK_FALSE(title.from.valid());
}

TEST_CASE("rent and anticretico are of the whole cell unless they say how many places") {
    struct Case {
        std::string form;
        std::string places;
        std::optional<std::int64_t> let;
    };
    for (const auto& [form, places, let] : std::vector<Case>{
             {"rent", "", {}},
             {"rent", "1", 1},
             {"anticretico", "", {}},
             {"floor_space", "", 0},
             {"floor_space", "1", 1},
             {"free", "", 0},
             {"free", "2", 2},
         }) {
        INFO(form << ' ' << places);
        Chart chart;
        const Lease lease = lease_of(row_of(chart, Register::lease,
                                            {{"lease", "L"},
                                             {"cell", "c"},
                                             {"form", form},
                                             {"landlord", "a"},
                                             {"tenant", "b"},
                                             {"places", places},
                                             {"from", "2018-01-01"}}),
                                     1);
        CHECK(lease.places == let);
        CHECK_FALSE(lease.rate);
        CHECK_FALSE(lease.term.end);
    }
}

TEST_CASE("prices are rounded half to even where they are written finer than money is counted") {
    Chart chart;
    const CommodityId bob = chart.commodity("BOB");
    chart[bob].scale = 2;
    const auto minor = [&](const char* text) {
        return amount_of({*parse_decimal(text), bob}, chart)->minor;
    };
    CHECK(minor("480") == 48000);
    CHECK(minor("0.125") == 12);
    CHECK(minor("0.135") == 14);
    const auto large = amount_of({*parse_decimal("9223372036854775807"), bob}, chart);
    REQUIRE_FALSE(large);
    CHECK(large.error().code == DiagnosticCode::amount_overflow);
}
