#include "market/whatif/economy.hpp"

#include "tests/market/baseline/small_prison.hpp"

using namespace cellbook;
using test::small_book;

namespace {

std::unique_ptr<Economy> economy_of(const EntrySource& book, const BaselineOptions& options = {}) {
    auto economy = Economy::read(book, options);
    REQUIRE(economy);
    return *std::move(economy);
}

}  // namespace

TEST_CASE("levels are what shocks start from, in the units of their targets") {
    const auto book = small_book();
    const auto economy = economy_of(book);
    const BaselineLevels& levels = economy->levels();
    const Place posta = economy->find_section("posta");
    const Place palmar = economy->find_section("palmar");
    REQUIRE(posta != nowhere);
    REQUIRE(palmar != nowhere);
    // 1 to 21 March.
    const double months = 21 / (365.25 / 12);
    CHECK(levels.months == Approx(months));
    CHECK(levels.exchange_rate == Approx(6.9));
    CHECK(levels.foreign_money == "USD");
    CHECK(levels.family_income == Approx((300 + 900 + 250 + 69) / (4 * months)));
    CHECK(levels.allowance == Approx(2));
    CHECK(levels.cell_sale_tax == Approx(0.05));
    CHECK(levels.people[posta] == 3);
    CHECK(levels.people[palmar] == 2);
    CHECK(levels.dues[posta] == Approx(20));
    CHECK(levels.dues[palmar] == Approx(10));
    CHECK(levels.entry[posta] == 0);
    CHECK(levels.entry[palmar] == Approx(100));
    CHECK(levels.rents[posta] == std::vector<double>{300});
    CHECK(levels.rents[palmar] == std::vector<double>{100});
    CHECK(levels.cells[posta] == 2);
    CHECK(levels.cells[palmar] == 2);
}

TEST_CASE("people, cells and leases count as they stand on the period's last day") {
    const std::string later =
        "; member: eva-b  household:inmates:eva, role:spouse, arrived:2018-03-20\n"
        "; member: bea-b  household:inmates:bea, role:spouse, arrived:2017-05-01, "
        "released:2018-03-10\n"
        "; cell: palmar-03  section:sections:palmar, area:5, places:1, opened:2018-03-15\n"
        "; lease: L3  cell:posta-01, places:1, form:rent, landlord:inmates:ana, "
        "tenant:inmates:bea, rate:70, commodity:BOB, period:month, from:2018-03-12\n";
    const auto book = small_book(test::small_events, later);
    const Date twelfth = *parse_date("2018-03-12");
    const auto early = economy_of(book, {.dates = {.end = twelfth}});
    const auto late = economy_of(book);
    const Place posta = early->find_section("posta");
    const Place palmar = early->find_section("palmar");
    CHECK(early->levels().people[palmar] == 2);
    CHECK(late->levels().people[late->find_section("palmar")] == 3);
    CHECK(early->levels().people[posta] == 3);
    CHECK(early->levels().rents[posta].size() == 1);
    CHECK(late->levels().rents[late->find_section("posta")].size() == 2);
    CHECK(early->levels().cells[palmar] == 2);
    CHECK(late->levels().cells[late->find_section("palmar")] == 3);
}

TEST_CASE("rents of every period are brought to a month") {
    const std::string weekly =
        "; lease: L3  cell:posta-01, places:1, form:rent, landlord:inmates:ana, "
        "tenant:inmates:bea, rate:70, commodity:BOB, period:week, from:2018-01-01\n"
        "; lease: L4  cell:palmar-01, places:1, form:rent, landlord:inmates:eva, "
        "tenant:inmates:dora, rate:10, commodity:USD, period:month, from:2018-01-01\n";
    const auto book = small_book(test::small_events, weekly);
    const auto economy = economy_of(book);
    const auto& rents = economy->levels().rents[economy->find_section("posta")];
    REQUIRE(rents.size() == 2);
    CHECK(std::max(rents[0], rents[1]) == Approx(70.0 * 365 / 84).epsilon(0.01));
    // Rents in other money are none that a ceiling in this one could cut.
    CHECK(economy->levels().rents[economy->find_section("palmar")].size() == 1);
}

TEST_CASE("sections are found by their name or its end, and nothing else is") {
    const auto book = small_book();
    const auto economy = economy_of(book);
    CHECK(economy->sections().size() == 2);
    CHECK(economy->find_section("sections:posta") == economy->find_section("posta"));
    for (const std::string absent : {"", "pos", "sections", "ana", "inmates:ana", "posta "}) {
        CHECK(economy->find_section(absent) == nowhere);
    }
}

TEST_CASE("without a register of members households count for people") {
    std::string bare = test::small_register;
    for (std::size_t at; (at = bare.find("; member:")) != std::string::npos;) {
        bare.erase(at, bare.find('\n', at) + 1 - at);
    }
    const auto book = small_book(test::small_events, {}, bare);
    const auto economy = economy_of(book);
    CHECK(economy->levels().people[economy->find_section("posta")] == 2);
    CHECK(economy->levels().people[economy->find_section("palmar")] == 2);
}

TEST_CASE("an economy without payments is refused as its baseline is") {
    CHECK(Economy::read(MemoryBook{}, {}).error().code == DiagnosticCode::baseline_empty);
}
