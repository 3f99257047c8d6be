#include "market/whatif/scenario_policy.hpp"

#include "tests/market/whatif/asked.hpp"

using namespace cellbook;
using test::SmallPrison;

namespace {

constexpr double bread_price = 176.0 / 170;
constexpr double soup_price = 5;

}  // namespace

TEST_CASE("every target of a product maps to its market, relative to the baseline's price") {
    const SmallPrison prison;
    const auto market = [&](const std::string& setting, std::string_view product) {
        return prison.product(prison.ask({setting}), product).market;
    };
    CHECK(prison.product(prison.ask({"price.soup=6"}), "soup").price == Approx(6 / soup_price));
    CHECK(prison.product(prison.ask({"price.bread=+20%"}), "bread").price == Approx(1.2));
    CHECK(prison.product(prison.ask({"price.bread=+1"}), "bread").price ==
          Approx(1 + 1 / bread_price));
    CHECK(market("price.soup<=4", "soup").ceiling == Approx(4 / soup_price));
    CHECK(market("price.soup>=8", "soup").floor == Approx(8 / soup_price));
    CHECK(market("tax.soup=10%", "soup").tax == Approx(0.1));
    CHECK(market("unit_tax.soup=0.5", "soup").unit_tax == Approx(0.5 / soup_price));
    CHECK(market("subsidy.soup=1", "soup").subsidy == Approx(1 / soup_price));
    // 30 portions, in spending at the baseline's prices.
    CHECK(market("quantity.soup<=30", "soup").limit == Approx(30 * soup_price));
    // Without recorded quantities a unit is what cost a boliviano.
    CHECK(market("unit_tax.laundry=0.2", "laundry").unit_tax == Approx(0.2));
    CHECK(market("quantity.laundry<=200", "laundry").limit == Approx(200));
    // Nobody else's market is touched.
    const ScenarioPolicy only = prison.ask({"price.soup=6"});
    CHECK_FALSE(prison.product(only, "bread").price);
    CHECK_FALSE(only.moves_cells);
    CHECK(only.notes.empty());
}

TEST_CASE("the limit rule goes to every market") {
    const SmallPrison prison;
    const auto shocks = test::shocks_of({"quantity.soup<=30"});
    const auto rationed = test::ask(*prison.economy, shocks, LimitRule::ration);
    CHECK(prison.product(*rationed, "soup").market.limit_rule == LimitRule::ration);
    CHECK(prison.product(*test::ask(*prison.economy, shocks), "soup").market.limit_rule ==
          LimitRule::price);
}

TEST_CASE("targets of sections map to factors, of one section or of all") {
    const SmallPrison prison;
    const struct {
        std::string setting;
        std::vector<double> Policy::*field;
        double posta;
        double palmar;
    } cases[] = {
        {"fee.dues=25", &Policy::dues, 1.25, 2.5},
        {"fee.dues=+20%", &Policy::dues, 1.2, 1.2},
        {"fee.dues.section.posta=+5", &Policy::dues, 1.25, 1},
        {"fee.entry.section.palmar=50", &Policy::entry, 1, 0.5},
        {"fee.entry=x3", &Policy::entry, 3, 3},
        {"population=10", &Policy::people, 2, 2},
        {"population.section.posta=+3", &Policy::people, 2, 1},
        {"population.section.palmar=0", &Policy::people, 1, 0},
        {"price.rent=+10%", &Policy::rents, 1.1, 1.1},
        {"price.rent.section.posta=330", &Policy::rents, 1.1, 1},
    };
    for (const auto& each : cases) {
        INFO(each.setting);
        const ScenarioPolicy scenario = prison.ask({each.setting});
        CHECK(prison.of_section(scenario.policy.*each.field, "posta") == Approx(each.posta));
        CHECK(prison.of_section(scenario.policy.*each.field, "palmar") == Approx(each.palmar));
        CHECK(scenario.moves_cells == each.setting.starts_with("population"));
    }
}

TEST_CASE("targets of the whole map to one number each") {
    const SmallPrison prison;
    const double family = prison.economy->levels().family_income;
    const struct {
        std::string setting;
        double Policy::*field;
        double expected;
    } cases[] = {
        {"outside_cost=1.3", &Policy::outside_cost, 1.3},
        {"exchange_rate=13.8", &Policy::exchange_rate, 2},
        {"exchange_rate=+10%", &Policy::exchange_rate, 1.1},
        {"income.family=-30%", &Policy::family_income, 0.7},
        {"income.family=+100", &Policy::family_income, 1 + 100 / family},
        {"allowance=3", &Policy::allowance, 1.5},
    };
    for (const auto& each : cases) {
        INFO(each.setting);
        CHECK(prison.ask({each.setting}).policy.*each.field == Approx(each.expected));
    }
    CHECK(prison.ask({"tax.cell_sale=30%"}).policy.cell_sale_tax == Approx(0.3));
    CHECK(prison.ask({"tax.cell_sale=x2"}).policy.cell_sale_tax == Approx(0.1));
    CHECK_FALSE(prison.ask({"allowance=3"}).policy.cell_sale_tax);
}

TEST_CASE("cells are built where they are said to be, or where cells are") {
    const SmallPrison prison;
    const ScenarioPolicy all = prison.ask({"cells.new=6"});
    CHECK(all.moves_cells);
    CHECK(prison.of_section(all.new_cells, "posta") == Approx(3));
    CHECK(prison.of_section(all.new_cells, "palmar") == Approx(3));
    const ScenarioPolicy both =
        prison.ask({"cells.new.section.posta=4", "cells.closed.section.posta=1"});
    CHECK(prison.of_section(both.new_cells, "posta") == Approx(3));
    CHECK(both.new_cells[prison.economy->find_section("palmar")] == 0);
}

TEST_CASE("shocks of one target act one on the other, and of different targets side by side") {
    const SmallPrison prison;
    CHECK(prison.product(prison.ask({"price.soup=6", "price.soup=+50%"}), "soup").price ==
          Approx(9 / soup_price));
    const ScenarioPolicy both = prison.ask({"population=10", "population.section.posta=x2"});
    CHECK(prison.of_section(both.policy.people, "posta") == Approx(4));
    CHECK(prison.of_section(both.policy.people, "palmar") == Approx(2));
}

TEST_CASE("a product or section that the baseline does not have suggests the nearest") {
    const SmallPrison prison;
    const struct {
        std::string setting;
        std::string nearest;
    } cases[] = {
        {"price.bred=+20%", "`bread`"},
        {"quantity.soap<=3", "`soup`"},
        {"population.section.palma=+1", "`palmar`"},
        {"price.rent.section.post<=10", "`posta`"},
    };
    for (const auto& each : cases) {
        INFO(each.setting);
        const Diagnostic problem = prison.refusal({each.setting});
        CHECK(problem.code == DiagnosticCode::shock_target_unknown);
        CHECK(problem.remedy.find("Did you mean " + each.nearest) == 0);
    }
    CHECK(prison.refusal({"price.zzzzzzzz=1"}).remedy == "It has: bread, laundry, soup.");
}

TEST_CASE("a level that the book does not say can be scaled, not set") {
    // Nobody entered, no family paid, no ration was counted, and there is no foreign money.
    const SmallPrison bare{"2018-03-01,shop_sale,inmates:ana,businesses:kiosk,7,BOB,bread,7\n"};
    const struct {
        std::string target;
        bool of_section;
    } cases[] = {
        {"income.family", false}, {"allowance", false}, {"fee.entry", true}, {"fee.dues", true}};
    for (const auto& each : cases) {
        INFO(each.target);
        const std::string target = each.target + (each.of_section ? ".section.posta" : "");
        for (const std::string set : {"=5", "=+5"}) {
            const Diagnostic problem = bare.refusal({target + set});
            CHECK(problem.code == DiagnosticCode::shock_value_invalid);
            CHECK(problem.explanation ==
                  "`" + target + "`: the book does not say what it is in the baseline");
        }
        (void)bare.ask({target + "=+20%"});
    }
    CHECK(bare.ask({"income.family=x0.5"}).policy.family_income == Approx(0.5));
}

TEST_CASE("a tax or subsidy that is not there cannot be scaled, which would change nothing") {
    const SmallPrison prison;
    for (const std::string target : {"tax.soup", "unit_tax.soup", "subsidy.soup"}) {
        const Diagnostic problem = prison.refusal({target + "=+10%"});
        CHECK(problem.code == DiagnosticCode::shock_value_invalid);
        CHECK(problem.explanation.find("`" + target + "`") == 0);
    }
    const SmallPrison without{"2018-03-01,section_dues,inmates:ana,sections:posta,20,BOB,,1\n"};
    CHECK(without.refusal({"tax.cell_sale=+10%"}).code == DiagnosticCode::shock_value_invalid);
    CHECK(without.ask({"tax.cell_sale=10%"}).policy.cell_sale_tax == Approx(0.1));
    CHECK(prison.product(prison.ask({"tax.soup=+0.1"}), "soup").market.tax == Approx(0.1));
    CHECK(prison.product(prison.ask({"tax.soup=0"}), "soup").market.tax == 0);
    CHECK(prison.product(prison.ask({"tax.soup=10%", "tax.soup=+50%"}), "soup").market.tax ==
          Approx(0.15));
}

TEST_CASE("levels below zero and taxes of everything are refused") {
    const SmallPrison prison;
    for (const std::string setting :
         {"population=-10", "fee.dues.section.posta=-21", "allowance=-5", "tax.soup=-1",
          "tax.cell_sale=100%", "tax.cell_sale=-1", "price.rent.section.posta=-301"}) {
        INFO(setting);
        CHECK(prison.refusal({setting}).code == DiagnosticCode::shock_value_invalid);
    }
}

TEST_CASE("a ceiling on rents cuts those above it and raises none") {
    // Leases of 300 and 100, and another of 200.
    const SmallPrison prison{
        test::small_events,
        "; lease: L3  cell:posta-01, places:1, form:rent, landlord:inmates:ana, "
        "tenant:inmates:bea, rate:200, commodity:BOB, period:month, from:2018-01-01\n"};
    const ScenarioPolicy cut = prison.ask({"price.rent<=150"});
    CHECK(prison.of_section(cut.policy.rents, "posta") == Approx(300.0 / 500));
    CHECK(prison.of_section(cut.policy.rents, "palmar") == Approx(1));
    const ScenarioPolicy some = prison.ask({"price.rent<=250"});
    CHECK(prison.of_section(some.policy.rents, "posta") == Approx(450.0 / 500));
    const ScenarioPolicy floor = prison.ask({"price.rent>=250"});
    CHECK(prison.of_section(floor.policy.rents, "posta") == Approx(550.0 / 500));
    CHECK(prison.of_section(floor.policy.rents, "palmar") == Approx(2.5));
}

TEST_CASE("a ceiling on rents needs a rent to hold against") {
    const SmallPrison prison;
    std::string bare = test::small_register;
    for (std::size_t at; (at = bare.find("; lease:")) != std::string::npos;) {
        bare.erase(at, bare.find('\n', at) + 1 - at);
    }
    const auto book = test::small_book(test::small_events, {}, bare);
    const auto economy = *Economy::read(book, {});
    const auto refused = test::ask(*economy, test::shocks_of({"price.rent.section.posta<=250"}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().explanation.find("no lease in force") != std::string::npos);
}

TEST_CASE("a bound that holds for some of the days is drawn towards the baseline, and noted") {
    const SmallPrison prison;
    // The period has 21 days; the ceiling holds from the 11th on.
    const DateRange days{.begin = *parse_date("2018-03-11")};
    const auto some = test::ask(*prison.economy, test::shocks_of({"price.soup<=3"}, days));
    REQUIRE(some);
    const double share = 11.0 / 21;
    CHECK(prison.product(*some, "soup").market.ceiling ==
          Approx((share * 3 + (1 - share) * soup_price) / soup_price));
    REQUIRE(some->notes.size() == 1);
    CHECK(some->notes.front().starts_with("price.soup holds for 52% of the period"));
    // A level is a mean over the days, which needs no note.
    const auto price = test::ask(*prison.economy, test::shocks_of({"price.soup=6"}, days));
    CHECK(prison.product(*price, "soup").price == Approx((share * 6 + (1 - share) * 5) / 5));
    CHECK(price->notes.empty());
    // After the period nothing happens.
    const DateRange after{.begin = *parse_date("2018-05-01")};
    for (const std::string setting : {"price.soup=6", "price.soup<=3", "tax.soup=10%"}) {
        const auto none = test::ask(*prison.economy, test::shocks_of({setting}, after));
        REQUIRE(none);
        const ProductPolicy& soup = prison.product(*none, "soup");
        CHECK_FALSE(soup.price);
        CHECK_FALSE(soup.market.ceiling);
        CHECK(soup.market.tax == 0);
    }
}

TEST_CASE("what buyers pay stays above zero, whatever brings it down") {
    const SmallPrison prison;
    const struct {
        std::vector<std::string> settings;
        std::string paid;
    } cases[] = {
        {{"price.soup=0"}, "`price.soup`: buyers would pay 0 a unit"},
        {{"price.soup=x0"}, "`price.soup`: buyers would pay 0 a unit"},
        {{"price.soup<=0"}, "`price.soup`: buyers would pay 0 a unit"},
        {{"subsidy.soup=5"}, "`subsidy.soup`: buyers would pay 0 a unit"},
        {{"subsidy.soup=9"}, "`subsidy.soup`: buyers would pay -4 a unit"},
        {{"subsidy.soup=3", "price.soup=2"}, "`price.soup`: buyers would pay -1 a unit"},
    };
    for (const auto& each : cases) {
        INFO(each.settings.front());
        const Diagnostic problem = prison.refusal(each.settings);
        CHECK(problem.code == DiagnosticCode::shock_value_invalid);
        CHECK(problem.explanation == each.paid);
    }
    CHECK(prison.product(prison.ask({"subsidy.soup=4.99"}), "soup").market.subsidy > 0.99);
}
