#include "ledger/property/property_register.hpp"

#include <optional>

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using Strings = std::vector<std::string>;

/// What became of one lease: `form tenant from..to held`.
std::string told_of(const Prison& prison, const Lease& lease) {
    std::string text{to_string(lease.form)};
    text += ' ' + prison.name(lease.tenant) + ' ' + to_string(*lease.term.begin) + "..";
    if (lease.term.end) text += to_string(Date{lease.term.end->days - 1});
    const auto held = lease.held_on(day("9999-12-31"));
    if (held) text += " holds " + std::to_string(held->minor);
    return text;
}

Strings leases_of(const Prison& prison) {
    Strings lines;
    const PropertyRegister property = prison.property();
    for (const Lease& lease : property.leases()) lines.push_back(told_of(prison, lease));
    return lines;
}

}  // namespace

TEST_CASE("titles move from who holds them to who takes them, and a reversal gives them back") {
    const std::string sale = sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000);
    const std::string numbered =
        sale.substr(0, sale.find('\n')) + ", id:s1" + sale.substr(sale.find('\n'));
    const std::string gift = transaction("2018-04-01", "kind:gift, cell:posta-1",
                                         {{"inmates:i2:expenses:gifts", 30000},
                                          {"inmates:i2:assets:cells", -30000},
                                          {"inmates:i3:assets:cells", 30000},
                                          {"inmates:i3:income:gifts", -30000}});
    const std::string seizure = transaction("2018-05-01", "kind:seizure, cell:posta-1",
                                            {{"inmates:i2:equity:revaluation", 30000},
                                             {"inmates:i2:assets:cells", -30000},
                                             {"sections:posta:assets:cells", 30000},
                                             {"sections:posta:equity:revaluation", -30000}});
    const std::string reversal =
        transaction("2018-03-02", "kind:cell_sale, cell:posta-1, reverses:s1, reason:\"a mistake\"",
                    {{"inmates:i2:assets:cells", -30000},
                     {"inmates:i2:assets:cash", 30000},
                     {"inmates:i1:assets:cash", -30000},
                     {"inmates:i1:assets:cells", 30000}});
    struct Case {
        std::string name;
        std::string text;
        Strings holders;
    };
    const std::string first = "inmates:i1 2017-01-01";
    const std::vector<Case> cases{
        {"none", "", {first}},
        {"a sale", sale, {first, "inmates:i2 2018-03-01"}},
        {"a sale and a gift",
         sale + gift,
         {first, "inmates:i2 2018-03-01", "inmates:i3 2018-04-01"}},
        {"a sale and a seizure",
         sale + seizure,
         {first, "inmates:i2 2018-03-01", "sections:posta 2018-05-01"}},
        {"a sale that is reversed",
         numbered + reversal,
         {first, "inmates:i2 2018-03-01", "inmates:i1 2018-03-02"}},
        {"sold twice on one day",
         sale + sold("2018-03-01", "posta-1", "inmates:i2", "inmates:i4", 31000),
         {first, "inmates:i2 2018-03-01", "inmates:i4 2018-03-01"}},
        {"of two sales the one that stands later in the text is dated before",
         sold("2018-04-01", "posta-1", "inmates:i2", "inmates:i4", 31000) + sale,
         {first, "inmates:i2 2018-03-01", "inmates:i4 2018-04-01"}},
    };
    for (const auto& [name, text, holders] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.holders("posta-1") == holders);
    }
}

TEST_CASE("a title tells its price, the levies of its sale and where it came from") {
    const Prison prison{test::prison + transaction("2018-03-01",
                                                   "kind:cell_sale, cell:posta-1, id:s1",
                                                   {{"inmates:i2:assets:cells", 30000},
                                                    {"inmates:i2:assets:cash", -30000},
                                                    {"inmates:i1:assets:cash", 30000},
                                                    {"inmates:i1:assets:cells", -30000},
                                                    {"inmates:i1:expenses:levies", 1500},
                                                    {"inmates:i1:assets:cash", -1500},
                                                    {"sections:posta:assets:cash", 1500},
                                                    {"sections:posta:income:levies", -1500}})};
    const PropertyRegister property = prison.property();
    const WordId cell = prison.word("posta-1");
    const Title& first = property.titles(cell).at(0);
    CHECK_FALSE(first.from.valid());
    CHECK(first.price->minor == 3'000'000);
    const Title& sold = property.titles(cell).at(1);
    CHECK(prison.name(sold.from) == "inmates:i1");
    CHECK(sold.price->minor == 3'000'000);
    CHECK(sold.levies.begin()->second == 150'000);
    CHECK(sold.id == "s1");

    const auto owner_on = [&](const char* date) {
        const Title* const title = property.title_on(cell, day(date));
        return title == nullptr ? std::string{"nobody"} : prison.name(title->owner);
    };
    CHECK(owner_on("2016-12-31") == "nobody");
    CHECK(owner_on("2017-01-01") == "inmates:i1");
    CHECK(owner_on("2018-02-28") == "inmates:i1");
    CHECK(owner_on("2018-03-01") == "inmates:i2");
    CHECK(property.titles(prison.word("sections:posta")).empty());
}

TEST_CASE("who does not hold a cell on that day cannot pass it on") {
    const std::string sale = sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i2", 30000);
    struct Case {
        std::string name;
        std::string text;
        Strings told;
    };
    const std::vector<Case> cases{
        {"a stranger",
         sold("2018-03-01", "posta-1", "inmates:i3", "inmates:i2", 30000),
         {"title_not_held 10"}},
        {"the owner, before it is theirs",
         sold("2016-12-31", "posta-1", "inmates:i1", "inmates:i2", 30000),
         {"title_not_held 10"}},
        {"the owner, on the day it becomes theirs",
         sold("2017-01-01", "posta-1", "inmates:i1", "inmates:i2", 30000),
         {}},
        {"who sold it already",
         sale + sold("2018-03-01", "posta-1", "inmates:i1", "inmates:i3", 30000),
         {"title_not_held 16"}},
        {"who sold it already, by a sale dated before one that is recorded",
         sale + sold("2018-02-01", "posta-1", "inmates:i1", "inmates:i3", 30000),
         {"title_not_held 10"}},
        {"a buyer, before they bought",
         sale + sold("2018-02-28", "posta-1", "inmates:i2", "inmates:i3", 30000),
         {"title_not_held 16"}},
        {"anybody, of a cell that nobody is known to hold",
         "; cell: palmar-2  section:sections:palmar, places:1\n" +
             sold("2018-03-01", "palmar-2", "inmates:i2", "inmates:i3", 3000),
         {"title_not_held 11"}},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.told() == told);
    }
}

TEST_CASE("a deposit begins a lease, its return ends it, a part of it does not") {
    const std::string given = deposited("2018-03-01", "posta-1", "inmates:i3", "inmates:i1", 1300);
    const auto back = [](const char* date, int sum) {
        return returned(date, "posta-1", "inmates:i3", "inmates:i1", sum);
    };
    const std::string row = lease("L1", "posta-1", "anticretico", "inmates:i1", "inmates:i3",
                                  "2018-01-01", ", deposit:1300, commodity:BOB, to:2018-12-31");
    struct Case {
        std::string name;
        std::string text;
        Strings leases;
    };
    const std::vector<Case> cases{
        {"given", given, {"anticretico inmates:i3 2018-03-01.. holds 130000"}},
        {"returned",
         given + back("2018-05-01", 1300),
         {"anticretico inmates:i3 2018-03-01..2018-04-30 holds 0"}},
        {"returned in part",
         given + back("2018-05-01", 500),
         {"anticretico inmates:i3 2018-03-01.. holds 80000"}},
        {"returned in two parts",
         given + back("2018-05-01", 500) + back("2018-06-01", 800),
         {"anticretico inmates:i3 2018-03-01..2018-05-31 holds 0"}},
        {"given a second time after its return",
         given + back("2018-05-01", 1300) +
             deposited("2018-05-01", "posta-1", "inmates:i3", "inmates:i1", 2000),
         {"anticretico inmates:i3 2018-03-01..2018-04-30 holds 0",
          "anticretico inmates:i3 2018-05-01.. holds 200000"}},
        {"given for a lease that is registered",
         row + given,
         {"anticretico inmates:i3 2018-01-01..2018-12-31 holds 130000"}},
        {"given before the book begins, as the row alone tells",
         row + back("2018-05-01", 1300),
         {"anticretico inmates:i3 2018-01-01..2018-04-30 holds 0"}},
        {"returned after the lease has ended",
         row + back("2019-05-01", 1300),
         {"anticretico inmates:i3 2018-01-01..2018-12-31 holds 0"}},
        {"given for rooms that are let against rent and a deposit",
         lease("L1", "posta-1", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", deposit:600") +
             deposited("2018-01-01", "posta-1", "inmates:i3", "inmates:i1", 600),
         {"rent inmates:i3 2018-01-01.. holds 60000"}},
    };
    for (const auto& [name, text, leases] : cases) {
        INFO(name);
        CHECK(leases_of(Prison{prison + text}) == leases);
    }
}

TEST_CASE("a deposit is returned once, by who has it, to who gave it") {
    const std::string given = deposited("2018-03-01", "posta-1", "inmates:i3", "inmates:i1", 1300);
    const auto back = [](const char* date, int sum, const char* tenant = "inmates:i3",
                         const char* cell = "posta-1", const char* owner = "inmates:i1") {
        return returned(date, cell, tenant, owner, sum);
    };
    struct Case {
        std::string name;
        std::string text;
        Strings told;
    };
    const std::vector<Case> cases{
        {"never given", back("2018-05-01", 1300), {"deposit_not_held 10"}},
        {"twice",
         given + back("2018-05-01", 1300) + back("2018-06-01", 1300),
         {"deposit_not_held 22"}},
        {"more than is left",
         given + back("2018-05-01", 1000) + back("2018-06-01", 301),
         {"deposit_not_held 22"}},
        {"before it was given", given + back("2018-02-28", 1300), {"deposit_not_held 16"}},
        {"to somebody else",
         given + back("2018-05-01", 1300, "inmates:i4"),
         {"deposit_not_held 16"}},
        {"for another cell",
         given + back("2018-05-01", 1300, "inmates:i3", "posta-2"),
         {"deposit_not_held 16"}},
        {"by somebody else",
         given + back("2018-05-01", 1300, "inmates:i3", "posta-1", "inmates:i2"),
         {"deposit_not_held 16"}},
        {"before the lease begins whose row tells of it",
         lease("L1", "posta-1", "anticretico", "inmates:i1", "inmates:i3", "2018-06-01",
               ", deposit:1300, commodity:BOB") +
             back("2018-05-01", 1300),
         {"deposit_not_held 11"}},
        {"by the seller of the cell, whose debt it still is",
         given + sold("2018-04-01", "posta-1", "inmates:i1", "inmates:i2", 30000) +
             back("2018-05-01", 1300),
         {}},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.told() == told);
    }
}

TEST_CASE("who lets a cell holds it when the lease begins, or is let it") {
    const std::string to_i3 = lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3",
                                    "2018-01-01", ", places:2, to:2018-06-30");
    struct Case {
        std::string name;
        std::string text;
        Strings told;
    };
    const std::vector<Case> cases{
        {"the owner", to_i3, {}},
        {"a stranger",
         lease("L1", "posta-2", "free", "inmates:i2", "inmates:i3", "2018-01-01"),
         {"lease_not_owner 10"}},
        {"the owner, before the cell was theirs",
         lease("L1", "posta-2", "free", "inmates:i1", "inmates:i3", "2017-05-31"),
         {"lease_not_owner 10"}},
        {"the seller, after the sale",
         sold("2017-12-31", "posta-2", "inmates:i1", "inmates:i2", 20000) + to_i3,
         {"lease_not_owner 16"}},
        {"the buyer, from the day of the sale",
         sold("2018-01-01", "posta-2", "inmates:i1", "inmates:i2", 20000) +
             lease("L1", "posta-2", "free", "inmates:i2", "inmates:i3", "2018-01-01"),
         {}},
        {"a tenant",
         to_i3 +
             lease("L2", "posta-2", "rent", "inmates:i3", "inmates:i4", "2018-06-30", ", places:1"),
         {}},
        {"who was a tenant until the day before",
         to_i3 +
             lease("L2", "posta-2", "rent", "inmates:i3", "inmates:i4", "2018-07-01", ", places:1"),
         {"lease_not_owner 11"}},
        {"a tenant by anticretico",
         deposited("2018-01-01", "posta-1", "inmates:i3", "inmates:i1", 5000) +
             lease("L2", "posta-1", "rent", "inmates:i3", "inmates:i4", "2018-02-01"),
         {}},
        {"a tenant of another cell",
         to_i3 + lease("L2", "posta-1", "free", "inmates:i3", "inmates:i4", "2018-02-01"),
         {"lease_not_owner 11"}},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.told() == told);
    }
}

TEST_CASE("as many places are let at once as there are, and no more") {
    const auto let = [](const char* name, const char* cell, const char* tenant, const char* from,
                        const char* more) {
        return lease(name, cell, "rent", "inmates:i1", tenant, from, more);
    };
    const std::string two = let("A", "posta-2", "inmates:i3", "2018-01-01", ", places:2");
    struct Case {
        std::string name;
        std::string text;
        Strings told;
    };
    const std::vector<Case> cases{
        {"two halves", two + let("B", "posta-2", "inmates:i4", "2018-02-01", ", places:2"), {}},
        {"two halves and one more",
         two + let("B", "posta-2", "inmates:i4", "2018-02-01", ", places:2") +
             let("C", "posta-2", "inmates:i5", "2018-03-01", ", places:1"),
         {"lease_overlap 12"}},
        {"a half, and the whole",
         two + let("B", "posta-2", "inmates:i4", "2018-02-01", ""),
         {"lease_overlap 11"}},
        {"the whole after the whole",
         let("A", "posta-1", "inmates:i3", "2018-01-01", ", to:2018-01-31") +
             let("B", "posta-1", "inmates:i4", "2018-02-01", ""),
         {}},
        {"the whole on the last day of the whole",
         let("A", "posta-1", "inmates:i3", "2018-01-01", ", to:2018-01-31") +
             let("B", "posta-1", "inmates:i4", "2018-01-31", ""),
         {"lease_overlap 11"}},
        {"the later in time is refused, whichever stands first",
         let("B", "posta-1", "inmates:i4", "2018-01-31", "") +
             let("A", "posta-1", "inmates:i3", "2018-01-01", ", to:2018-01-31"),
         {"lease_overlap 10"}},
        {"more places than the cell has",
         let("A", "posta-1", "inmates:i3", "2018-01-01", ", places:3"),
         {"lease_overlap 10"}},
        {"floor space and free use take no places",
         let("A", "posta-1", "inmates:i3", "2018-01-01", "") +
             lease("B", "posta-1", "floor_space", "inmates:i1", "inmates:i4", "2018-01-01") +
             lease("C", "posta-1", "free", "inmates:i1", "inmates:i5", "2018-01-01"),
         {}},
        {"unless they say so",
         let("A", "posta-1", "inmates:i3", "2018-01-01", "") +
             lease("B", "posta-1", "free", "inmates:i1", "inmates:i5", "2018-01-01", ", places:1"),
         {"lease_overlap 11"}},
        {"what the seller let stays let",
         let("A", "posta-1", "inmates:i3", "2018-01-01", "") +
             sold("2018-02-01", "posta-1", "inmates:i1", "inmates:i2", 30000) +
             lease("B", "posta-1", "rent", "inmates:i2", "inmates:i4", "2018-03-01"),
         {"lease_overlap 17"}},
        {"an anticretico while the cell is let",
         let("A", "posta-1", "inmates:i3", "2018-01-01", "") +
             deposited("2018-03-01", "posta-1", "inmates:i4", "inmates:i1", 1300),
         {"lease_overlap 11"}},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.told() == told);
    }
}

TEST_CASE("sublets take places of the tenant, not of the cell") {
    const std::string two =
        lease("A", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01", ", places:2");
    struct Case {
        std::string name;
        std::string text;
        Strings told;
    };
    const std::vector<Case> cases{
        {"the other half is let, and this one sublet to two",
         two +
             lease("B", "posta-2", "rent", "inmates:i1", "inmates:i4", "2018-01-01", ", places:2") +
             lease("C", "posta-2", "rent", "inmates:i3", "inmates:i5", "2018-02-01", ", places:1") +
             lease("D", "posta-2", "rent", "inmates:i3", "inmates:i6", "2018-02-01", ", places:1"),
         {}},
        {"nobody sublets more than they are let",
         two +
             lease("C", "posta-2", "rent", "inmates:i3", "inmates:i5", "2018-02-01", ", places:2") +
             lease("D", "posta-2", "rent", "inmates:i3", "inmates:i6", "2018-02-01", ", places:1"),
         {"lease_overlap 12"}},
        {"who sleeps on the floor has no place to sublet",
         lease("A", "posta-1", "floor_space", "inmates:i1", "inmates:i3", "2018-01-01") +
             lease("B", "posta-1", "rent", "inmates:i3", "inmates:i4", "2018-01-01", ", places:1"),
         {"lease_overlap 11"}},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(Prison{prison + text}.told() == told);
    }
}

TEST_CASE("a later row replaces an earlier one of the same key") {
    const Prison prison{
        test::prison + "; cell: posta-1  section:sections:palmar, places:3, floor:2\n" +
        "; section: sections:palmar  grade:3, places:90\n" +
        household("inmates:i1", "sections:posta", "2017-01-01") +
        household("inmates:i1", "sections:palmar", "2018-01-01") +
        household("inmates:i1", "sections:palmar", "2017-01-01") +
        member("a", "inmates:i1", "adult", "2017-01-01") +
        member("a", "inmates:i1", "inmate", "2017-02-01") +
        lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01") +
        lease("L1", "posta-2", "rent", "inmates:i1", "inmates:i3", "2018-01-01",
              ", to:2018-01-31") +
        lease("L2", "posta-2", "rent", "inmates:i1", "inmates:i4", "2018-02-01") +
        "; business: businesses:b  owner:inmates:i1, sells:bread\n" +
        "; business: businesses:b  owner:inmates:i1, sells:soap\n" +
        "; tariff: t  section:sections:posta, kind:section_dues, amount:50, commodity:BOB, "
        "per:adult, period:month, from:2017-01-01\n" +
        "; tariff: t  section:sections:posta, kind:section_dues, amount:60, commodity:BOB, "
        "per:adult, period:week, from:2017-01-01\n" +
        "; title: posta-1  owner:inmates:i5, since:2017-01-01\n"};
    const PropertyRegister property = prison.property();
    const Cell& cell = *property.cell(prison.word("posta-1"));
    CHECK(cell.places == 3);
    CHECK(prison.name(cell.section) == "sections:palmar");
    CHECK(property.grade_of(cell) == 3);
    CHECK(property.grade_of(*property.cell(prison.word("posta-2"))) == 4);
    CHECK(property.members().at(prison.word("a")).role == MemberRole::inmate);
    CHECK(property.leases().size() == 2);
    CHECK(property.leases()[0].term.end == day("2018-02-01"));
    CHECK(property.businesses().at(prison.party("businesses:b")).sells == "soap");
    CHECK(property.tariffs().at(prison.word("t")).period == ChargePeriod::week);
    CHECK(prison.holders("posta-1") == Strings{"inmates:i5 2017-01-01"});
    const PartyId i1 = prison.party("inmates:i1");
    REQUIRE(property.stays(i1).size() == 2);
    CHECK(prison.name(property.stays(i1)[0].section) == "sections:palmar");
}

TEST_CASE("a household belongs to the section that it moved to last") {
    const Prison prison{test::prison + household("inmates:i1", "sections:posta", "2017-03-01") +
                        household("inmates:i1", "sections:palmar", "2018-01-01") +
                        "; party: inmates:i9  sector:households, parent:sections:palmar\n"
                        "; party: inmates:i8  sector:households\n" +
                        transaction("2018-01-01", "kind:gift",
                                    {{"inmates:i8:expenses:gifts", 1},
                                     {"inmates:i8:assets:cash", -1},
                                     {"inmates:i9:assets:cash", 1},
                                     {"inmates:i9:income:gifts", -1}})};
    const PropertyRegister property = prison.property();
    const auto section = [&](const char* who, const char* date) {
        return prison.name(property.section_on(prison.party(who), day(date)));
    };
    CHECK(section("inmates:i1", "2017-03-01") == "sections:posta");
    CHECK(section("inmates:i1", "2017-12-31") == "sections:posta");
    CHECK(section("inmates:i1", "2018-01-01") == "sections:palmar");
    CHECK(section("inmates:i9", "2018-01-01") == "sections:palmar");  // as its party says
    CHECK(section("inmates:i8", "2018-01-01") == "nobody");
    CHECK(property.households() == std::vector<PartyId>{prison.party("inmates:i1")});
}

TEST_CASE("improvements are dated by the last, and the last day of a register by its last change") {
    const auto improved = [](const char* date) {
        return transaction(date, "kind:cell_improvement, cell:posta-1",
                           {{"inmates:i1:assets:improvements", 500},
                            {"inmates:i1:assets:cash", -500},
                            {"inmates:i7:assets:cash", 500},
                            {"inmates:i7:income:sales", -500}});
    };
    const Prison prison{test::prison + improved("2018-06-01") + improved("2018-05-01")};
    const PropertyRegister property = prison.property();
    const Cell& cell = *property.cell(prison.word("posta-1"));
    CHECK(cell.improved_by(day("2018-12-31")) == day("2018-06-01"));
    CHECK(cell.improved_by(day("2018-05-31")) == day("2018-05-01"));
    CHECK(cell.improved_by(day("2018-04-30")) == std::nullopt);
    CHECK(property.last_day() == day("2018-06-01"));
    const Prison ahead{
        test::prison +
        lease("L", "posta-1", "free", "inmates:i1", "inmates:i3", "2018-01-01", ", to:2030-12-31") +
        "; cell: palmar-1  section:sections:palmar, places:1, closed:2030-12-31\n"};
    CHECK(ahead.property().last_day() == day("2018-01-01"));
    CHECK_FALSE(property.empty());
    CHECK(property.sections().size() == 2);
    CHECK(property.cells().size() == 3);
    CHECK(PropertyRegister{prison.book.chart()}.empty());
    CHECK_FALSE(PropertyRegister{prison.book.chart()}.last_day());
}
