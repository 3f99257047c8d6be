#include "market/whatif/whatif_table.hpp"

#include <algorithm>
#include <cmath>

#include "tests/market/whatif/asked.hpp"

using namespace cellbook;
using test::SmallPrison;

namespace {

/// An answer with the request that it is of, which the table reads too.
struct Answered {
    const SmallPrison& prison;
    ScenarioPolicy scenario;
    ParameterSet parameters{};
    DemandForm form;
    Closure closure;
    std::size_t draws;

    Answered(const SmallPrison& of, const std::vector<std::string>& settings,
             DemandForm with = DemandForm::les, const Closure& closed = {}, std::size_t drawn = 0,
             LimitRule limit_rule = LimitRule::price)
        : prison{of},
          scenario{asked(of, settings, limit_rule)},
          form{with},
          closure{closed},
          draws{drawn} {}

    static ScenarioPolicy asked(const SmallPrison& of, const std::vector<std::string>& settings,
                                LimitRule limit_rule) {
        auto policy = test::ask(*of.economy, test::shocks_of(settings), limit_rule);
        REQUIRE(policy);
        return *std::move(policy);
    }
    [[nodiscard]] Table table(const WhatIfTableOptions& options = {}) const {
        const WhatIfRequest request{.economy = *prison.economy,
                                    .policy = scenario.policy,
                                    .parameters = parameters,
                                    .form = form,
                                    .closure = closure,
                                    .draws = draws,
                                    .seed = Seed{3}};
        const auto answer = answer_whatif(request);
        if (!answer) UNSCOPED_INFO(to_string(answer.error()));
        REQUIRE(answer);
        REQUIRE(*answer);
        return whatif_table(request, **answer, options);
    }
};

std::vector<std::string> figures_of(const std::vector<Row>& rows) {
    std::vector<std::string> names;
    for (const Row& row : rows) names.push_back(std::get<std::string>(row.cells.front()));
    return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// Whether a note has these words in it.
bool notes(const Table& table, const std::string& words) {
    return std::ranges::any_of(table.notes, [&](const std::string& note) {
        return note.find(words) != std::string::npos;
    });
}

std::size_t filled(const Row& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const Value& value) {
        return !std::holds_alternative<std::monostate>(value);
    }));
}

}  // namespace

TEST_CASE("a scenario that changes nothing says so first, and shows people no row") {
    const SmallPrison prison;
    for (const std::string setting : {"price.soup=5", "population=5", "tax.soup=0"}) {
        INFO(setting);
        const Table table = Answered{prison, {setting}}.table();
        REQUIRE(table.layout);
        CHECK(table.layout->rows.empty());
        CHECK(table.notes.front() == "nothing changes");
        CHECK_FALSE(table.rows.empty());
    }
    const Table all = Answered{prison, {"tax.soup=0"}}.table({.every_figure = true});
    CHECK(all.layout->rows.size() == all.rows.size());
}

TEST_CASE("programs get every figure, people those that the policy touches") {
    const SmallPrison prison;
    const Table table =
        Answered{prison, {"price.soup=6"}}.table({.title = "What if", .notes = {"first"}});
    CHECK(table.title == "What if");
    CHECK(table.notes.front() == "first");
    const auto all = figures_of(table.rows);
    const auto shown = figures_of(table.layout->rows);
    CHECK(holds(all, "product.bread.price"));
    CHECK(holds(all, "rents.paid"));
    CHECK(holds(shown, "product.soup.price"));
    CHECK(holds(shown, "households.ev"));
    CHECK_FALSE(holds(shown, "product.bread.price"));
    CHECK_FALSE(holds(shown, "rents.paid"));
    CHECK(notes(table, "--all shows them"));
    for (const std::string& name : shown) CHECK(holds(all, name));
}

TEST_CASE("a row has its figure twice, the difference and the percentage; ranges after draws") {
    const SmallPrison prison;
    const Table plain = Answered{prison, {"price.soup=6"}}.table();
    const Table drawn = Answered{prison, {"price.soup=6"}, DemandForm::les, {}, 30}.table();
    CHECK(plain.columns.size() == 8);
    CHECK(plain.layout->columns.size() == 6);
    CHECK(drawn.layout->columns.size() == 8);
    for (const Row& row : plain.rows) CHECK(row.cells.size() == 8);
    const auto row_of = [](const Table& table, const std::string& name) {
        const auto names = figures_of(table.rows);
        return table.rows[static_cast<std::size_t>(std::ranges::find(names, name) - names.begin())];
    };
    CHECK(filled(row_of(plain, "product.soup.price")) == 6);
    CHECK(filled(row_of(drawn, "product.soup.price")) == 8);
    // A change has no level to be compared with.
    CHECK(filled(row_of(plain, "households.ev")) == 3);
    CHECK(std::get<std::string>(row_of(plain, "product.soup.price").cells[1]) == "BOB a unit");
    CHECK(std::get<std::string>(row_of(plain, "households.ev").cells[1]) == "BOB");
    CHECK(std::get<std::string>(row_of(plain, "households.gini").cells[1]) == "share");
}

TEST_CASE("notes say how parameters are known and how incomes are closed") {
    const SmallPrison prison;
    const std::vector<std::string> rise{"price.soup=6"};
    const Table general = Answered{prison, rise}.table();
    CHECK(notes(general, "illustrative"));
    CHECK(notes(general, "demand les; incomes are spent again, sections spend"));
    CHECK(notes(general, "the baseline gives the book back to"));
    CHECK_FALSE(notes(general, "draws"));
    CHECK(notes(general, "payments observed 100"));
    const Table keep =
        Answered{prison, rise, DemandForm::ces, {.incomes = true, .section_budgets = false}}
            .table();
    CHECK(notes(keep, "demand ces; incomes are spent again, sections keep"));
    const Table partial =
        Answered{
            prison, rise, DemandForm::isoelastic, {.incomes = false, .section_budgets = false}, 60}
            .table();
    CHECK(notes(partial, "partial: incomes stay as they were"));
    CHECK(notes(partial, "over 60 draws of the parameters, ranges and no confidence intervals"));
    CHECK(notes(partial, "variance of product.soup.revenue: demand.elasticity"));
    CHECK(notes(partial, "product.soup.revenue changes sign at demand.elasticity = -1,"));
}

TEST_CASE("notes say what became of a market") {
    const SmallPrison prison;
    const Closure partial{.incomes = false, .section_budgets = false};
    const auto table = [&](const std::string& setting, LimitRule rule = LimitRule::price) {
        return Answered{prison, {setting}, DemandForm::isoelastic, partial, 0, rule}.table();
    };
    CHECK(notes(table("quantity.soup<=30"), "soup stands at its limit"));
    CHECK(notes(table("quantity.soup<=30", LimitRule::ration), "soup is rationed: "));
    CHECK(notes(table("price.soup<=4"), "soup: the ceiling is below cost and supply stops"));
    CHECK(notes(table("price.soup=+150%"), "2.5 times its price lies far outside the data"));
    CHECK_FALSE(notes(table("price.soup=6"), "far outside the data"));
    CHECK_FALSE(notes(table("quantity.soup<=60"), "limit"));
}

TEST_CASE("notes say where welfare is a bound, and who cannot pay") {
    const SmallPrison prison;
    const std::vector<std::string> two{"price.soup=6", "price.bread=2"};
    CHECK(notes(Answered{prison, two, DemandForm::linear}.table(), "not integrable"));
    CHECK_FALSE(notes(Answered{prison, two}.table(), "not integrable"));
    const Closure keep{.incomes = true, .section_budgets = false};
    const Table poor = Answered{prison, {"fee.dues=x60"}, DemandForm::les, keep}.table();
    CHECK(notes(poor, "households cannot pay what they are committed to"));
    CHECK_FALSE(notes(Answered{prison, two}.table(), "cannot pay"));
}

TEST_CASE("the table of parameters has a row for each, with its range, origin and use") {
    const SmallPrison prison;
    ParameterSet parameters;
    REQUIRE_FALSE(parameters.set(
        ranged_parameter("demand.soup.elasticity", -0.5, {-0.6, -0.4}, ParameterOrigin::given),
        prison.economy->baseline()));
    const Table table = parameter_table(parameters, DemandForm::isoelastic);
    REQUIRE(table.rows.size() == standard_parameters().size() + 1);
    CHECK(table.title.find("isoelastic") != std::string::npos);
    const auto cell = [&](const std::string& name, std::size_t column) {
        const auto names = figures_of(table.rows);
        const auto row = std::ranges::find(names, name) - names.begin();
        return std::get<std::string>(table.rows[static_cast<std::size_t>(row)].cells[column]);
    };
    CHECK(cell("demand.soup.elasticity", 4) == "given");
    CHECK(cell("demand.soup.elasticity", 5) == "yes");
    CHECK(cell("demand.frisch", 4) == "assumed");
    CHECK(cell("demand.frisch", 5) == "no");
    CHECK(cell("demand.frisch", 6).find("Frisch 1959") != std::string::npos);
}
