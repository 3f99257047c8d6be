#include "market/whatif/rent_clearing.hpp"

#include <algorithm>

#include "tests/market/whatif/asked.hpp"

using namespace cellbook;

namespace {

/// Two more households than cells, of rising incomes.
struct Crowded {
    test::SmallPrison prison{
        "2018-03-01,family_income,outside:families,inmates:ana,1500,BOB\n"
        "2018-03-01,family_income,outside:families,inmates:bea,1100,BOB\n"
        "2018-03-01,family_income,outside:families,inmates:dora,900,BOB\n"
        "2018-03-01,family_income,outside:families,inmates:eva,700,BOB\n"
        "2018-03-01,family_income,outside:families,inmates:fay,600,BOB\n"
        "2018-03-01,family_income,outside:families,inmates:gil,300,BOB\n"
        "2018-03-02,section_dues,inmates:ana,sections:posta,20,BOB,,1\n"
        "2018-03-02,section_dues,inmates:eva,sections:palmar,10,BOB,,1\n",
        "; party: inmates:fay  sector:households\n"
        "; party: inmates:gil  sector:households\n"
        "; household: inmates:fay  since:2017-01-01, section:sections:posta\n"
        "; household: inmates:gil  since:2017-01-01, section:sections:palmar\n"
        "; member: fay-a  household:inmates:fay, role:inmate, arrived:2017-01-01\n"
        "; member: gil-a  household:inmates:gil, role:inmate, arrived:2017-01-01\n"};
    const Economy* economy = prison.economy.get();

    [[nodiscard]] std::vector<double> by_section(double others, const std::string& section,
                                                 double value) const {
        std::vector<double> values(economy->baseline().agents.size(), others);
        values[economy->find_section(section)] = value;
        return values;
    }
    [[nodiscard]] ClearedRents clear(const std::vector<double>& people,
                                     const std::vector<double>& new_cells,
                                     const RentClearingOptions& options = {}) const {
        auto cleared = clear_rents(*economy, people, new_cells, options);
        if (!cleared) UNSCOPED_INFO(to_string(cleared.error()));
        REQUIRE(cleared);
        return *std::move(cleared);
    }
};

}  // namespace

TEST_CASE("the same people and cells clear at the same rents") {
    const Crowded town;
    const ClearedRents same = town.clear({}, {});
    CHECK(same.before == same.after);
    for (const double factor : same.factors) CHECK(factor == 1);
    CHECK(same.unhoused_before == same.unhoused_after);
    CHECK(same.unhoused_before == 2);
    // What is scarce has a rent.
    for (const std::string section : {"posta", "palmar"}) {
        CHECK(same.before[town.economy->find_section(section)] > 0);
    }
    REQUIRE_FALSE(same.notes.empty());
    CHECK(std::ranges::any_of(same.notes, [](const std::string& note) {
        return note.find("illustrative") != std::string::npos;
    }));
}

TEST_CASE("more people never lower the mean of lowest rents") {
    const Crowded town;
    for (const std::string section : {"posta", "palmar"}) {
        std::vector<double> before = town.clear({}, {}).before;
        for (const double more : {1.5, 2.0, 3.0, 5.0}) {
            const ClearedRents cleared = town.clear(town.by_section(1, section, more), {});
            for (const Place each : town.economy->sections()) {
                INFO(section << " times " << more);
                CHECK(cleared.after[each] >= before[each]);
                before[each] = cleared.after[each];
            }
            CHECK(cleared.unhoused_after > cleared.unhoused_before);
        }
    }
}

TEST_CASE("fewer people never raise the mean of lowest rents, and nobody pays none") {
    const Crowded town;
    const ClearedRents fewer = town.clear(town.by_section(0.5, "posta", 0.5), {});
    for (const Place each : town.economy->sections()) {
        CHECK(fewer.after[each] <= fewer.before[each]);
        CHECK(fewer.factors[each] <= 1);
    }
    const ClearedRents nobody = town.clear(town.by_section(0, "posta", 0), {});
    for (const Place each : town.economy->sections()) {
        CHECK(nobody.after[each] == 0);
        CHECK(nobody.factors[each] == 0);
    }
    CHECK(nobody.unhoused_after == 0);
}

TEST_CASE("new cells never raise the mean of lowest rents, of their section or another") {
    const Crowded town;
    for (const std::string section : {"posta", "palmar"}) {
        std::vector<double> before = town.clear({}, {}).before;
        for (const double more : {1.0, 2.0, 3.0, 6.0}) {
            const ClearedRents cleared = town.clear({}, town.by_section(0, section, more));
            for (const Place each : town.economy->sections()) {
                INFO(more << " in " << section << ", "
                          << town.economy->baseline().agents[each].name);
                CHECK(cleared.after[each] <= before[each]);
                before[each] = cleared.after[each];
            }
        }
    }
    const ClearedRents roomy = town.clear({}, town.by_section(0, "palmar", 2));
    CHECK(roomy.unhoused_after == 0);
}

TEST_CASE("closed cells never lower the rents of those that stay on average") {
    const Crowded town;
    const ClearedRents closed = town.clear({}, town.by_section(0, "palmar", -1));
    CHECK(closed.unhoused_after == closed.unhoused_before + 1);
    const Place posta = town.economy->find_section("posta");
    CHECK(closed.after[posta] >= closed.before[posta]);
}

TEST_CASE("the same seed draws the same answer") {
    const Crowded town;
    const auto fewer = town.by_section(1, "palmar", 0.5);
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const RentClearingOptions options{.seed = Seed{seed}};
        CHECK(town.clear(fewer, {}, options).factors == town.clear(fewer, {}, options).factors);
    }
}

TEST_CASE("without cells there is no market to clear") {
    std::string bare = test::small_register;
    for (const std::string what : {"; cell:", "; title:", "; lease:"}) {
        for (std::size_t at; (at = bare.find(what)) != std::string::npos;) {
            bare.erase(at, bare.find('\n', at) + 1 - at);
        }
    }
    const auto book =
        test::small_book("2018-03-01,section_dues,inmates:ana,sections:posta,20,BOB\n", {}, bare);
    const auto economy = *Economy::read(book, {});
    const auto refused = clear_rents(*economy, {}, {}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::register_empty);
}
