#include "ledger/property/dwellings.hpp"

#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// `posta-1: inmates:i1 2+1; homeless: inmates:i4 1+0; gone: inmates:i5`, adults and children.
std::string living(const std::string& text, const char* date) {
    const Prison prison{test::prison + text};
    const PropertyRegister property = prison.property();
    const Dwellings dwellings = dwellings_on(property, day(date));
    std::string told;
    const auto add = [&](const std::string& where, const std::string& who) {
        told += (told.empty() ? "" : "; ") + where + ": " + who;
    };
    const auto people = [&](const Dweller& dweller) {
        return prison.name(dweller.household) + ' ' + std::to_string(dweller.people.adults) + '+' +
               std::to_string(dweller.people.children);
    };
    for (const auto& [cell, dwellers] : dwellings.in_cells) {
        for (const Dweller& dweller : dwellers) add(prison.book.chart()[cell], people(dweller));
    }
    for (const Dweller& dweller : dwellings.homeless) add("homeless", people(dweller));
    for (const PartyId household : dwellings.gone) add("gone", prison.name(household));
    return told;
}

/// A household of one inmate, inside since 2017.
std::string alone(const std::string& name) {
    return household(name) + member(name.substr(name.find(':') + 1), name, "inmate", "2017-01-01");
}

/// i1 lets to i3.
std::string let(const char* name, const char* cell, const char* form, const char* from,
                const char* more = "") {
    return lease(name, cell, form, "inmates:i1", "inmates:i3", from, more);
}

struct Case {
    std::string name;
    std::string text;
    std::string living;
};

}  // namespace

TEST_CASE("people are counted from the day they arrive to the day before they leave") {
    const std::string family = household("inmates:i1") +
                               member("a", "inmates:i1", "inmate", "2017-03-01", "2018-05-20") +
                               member("b", "inmates:i1", "spouse", "2017-07-01", "2017-09-01") +
                               member("c", "inmates:i1", "child", "2017-07-02", "2018-05-21");
    struct Day {
        const char* day;
        const char* living;
    };
    for (const auto& [date, told] : std::vector<Day>{
             {"2017-02-28", ""},  // nobody has come yet, so nobody is gone
             {"2017-03-01", "posta-1: inmates:i1 1+0"},
             {"2017-07-01", "posta-1: inmates:i1 2+0"},
             {"2017-07-02", "posta-1: inmates:i1 2+1"},
             {"2017-08-31", "posta-1: inmates:i1 2+1"},
             {"2017-09-01", "posta-1: inmates:i1 1+1"},
             {"2018-05-19", "posta-1: inmates:i1 1+1"},
             {"2018-05-20", "posta-1: inmates:i1 0+1"},
             {"2018-05-21", "gone: inmates:i1"},
         }) {
        INFO(date);
        CHECK(living(family, date) == told);
    }
}

TEST_CASE("a household lives where it is a tenant, in the cell of the latest lease") {
    const std::string i3 = alone("inmates:i3");
    const std::vector<Case> cases{
        {"neither", i3, "homeless: inmates:i3 1+0"},
        {"a tenant", i3 + let("A", "posta-2", "rent", "2018-01-01"), "posta-2: inmates:i3 1+0"},
        {"a tenant whose lease has ended",
         i3 + let("A", "posta-2", "rent", "2018-01-01", ", to:2018-05-31"),
         "homeless: inmates:i3 1+0"},
        {"a tenant on the last day",
         i3 + let("A", "posta-2", "rent", "2018-01-01", ", to:2018-06-01"),
         "posta-2: inmates:i3 1+0"},
        {"of two leases the later",
         i3 + let("A", "posta-2", "rent", "2018-01-01") + let("B", "posta-1", "rent", "2018-02-01"),
         "posta-1: inmates:i3 1+0"},
        {"rent before floor space, though that is later",
         i3 + let("A", "posta-2", "rent", "2018-01-01") +
             let("B", "posta-1", "floor_space", "2018-02-01"),
         "posta-2: inmates:i3 1+0"},
        {"a place for nothing before floor space",
         i3 + let("A", "posta-2", "free", "2018-01-01") +
             let("B", "posta-1", "floor_space", "2018-02-01"),
         "posta-2: inmates:i3 1+0"},
        {"a tenant by anticretico",
         i3 + deposited("2018-02-01", "posta-1", "inmates:i3", "inmates:i1", 1300),
         "posta-1: inmates:i3 1+0"},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(living(text, "2018-06-01") == told);
    }
}

TEST_CASE("a household that is no tenant lives in a cell of its own, or nowhere") {
    const std::string i3 = alone("inmates:i3");
    const std::string i1 = alone("inmates:i1");
    const std::vector<Case> cases{
        {"an owner of two cells lives in the one held longest", i1, "posta-1: inmates:i1 1+0"},
        {"and in the other when that is let", i1 + let("A", "posta-1", "rent", "2018-01-01"),
         "posta-2: inmates:i1 1+0"},
        {"but stays when only a part of it is",
         i1 + let("A", "posta-1", "rent", "2018-01-01", ", places:1"), "posta-1: inmates:i1 1+0"},
        {"also when that part is sublet",
         i1 + let("A", "posta-1", "rent", "2018-01-01", ", places:1") +
             lease("B", "posta-1", "rent", "inmates:i3", "inmates:i4", "2018-02-01", ", places:1"),
         "posta-1: inmates:i1 1+0"},
        {"or its floor", i1 + i3 + let("A", "posta-1", "floor_space", "2018-01-01"),
         "posta-1: inmates:i1 1+0; posta-1: inmates:i3 1+0"},
        {"both let: the owner has no place",
         i1 + let("A", "posta-1", "rent", "2018-01-01") +
             let("B", "posta-2", "anticretico", "2018-01-01", ", deposit:9, commodity:BOB"),
         "homeless: inmates:i1 1+0"},
        {"the buyer of a cell that is let does not live in it",
         alone("inmates:i5") + let("A", "posta-1", "rent", "2018-01-01") +
             sold("2018-02-01", "posta-1", "inmates:i1", "inmates:i5", 30000),
         "homeless: inmates:i5 1+0"},
        {"an owner who is a tenant lives where they are a tenant",
         alone("inmates:i2") +
             lease("A", "posta-1", "rent", "inmates:i1", "inmates:i2", "2018-01-01"),
         "posta-1: inmates:i2 1+0"},
        {"an owner who sold", i1 + sold("2018-01-01", "posta-1", "inmates:i1", "inmates:i5", 30000),
         "posta-2: inmates:i1 1+0"},
        {"an owner of a cell that is closed",
         alone("inmates:i2") +
             "; cell: palmar-1  section:sections:palmar, places:1, closed:2018-05-31\n",
         "homeless: inmates:i2 1+0"},
        {"a business that is a tenant is nobody",
         lease("A", "posta-1", "rent", "inmates:i1", "businesses:b", "2018-01-01"), ""},
    };
    for (const auto& [name, text, told] : cases) {
        INFO(name);
        CHECK(living(text, "2018-06-01") == told);
    }
}

TEST_CASE("a household that moves to another section stays in its cell") {
    const std::string moved =
        alone("inmates:i1") + household("inmates:i1", "sections:palmar", "2018-03-01");
    CHECK(living(moved, "2018-02-28") == "posta-1: inmates:i1 1+0");
    CHECK(living(moved, "2018-03-01") == "posta-1: inmates:i1 1+0");
}

TEST_CASE("heads are counted by household, with those who have nobody inside") {
    const Prison prison{test::prison + household("inmates:i1") +
                        member("a", "inmates:i1", "adult", "2017-03-01") +
                        member("b", "inmates:i1", "child", "2018-03-01")};
    const auto counts = headcounts(prison.property(), day("2018-02-28"));
    REQUIRE(counts.size() == 1);
    CHECK(counts.begin()->second.adults == 1);
    CHECK(counts.begin()->second.persons() == 1);
    CHECK(headcounts(prison.property(), day("2016-01-01")).begin()->second.persons() == 0);
}
