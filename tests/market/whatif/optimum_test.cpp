#include "market/whatif/optimum.hpp"

#include <cmath>

#include "tests/market/whatif/asked.hpp"

using namespace cellbook;
using test::SmallPrison;

namespace {

constexpr Closure partial{.incomes = false, .section_budgets = false};
constexpr double soup_price = 5;
constexpr double soup_quantity = 36;

struct Search {
    std::string target = "price.soup";
    std::string objective = "revenue";
    std::optional<double> from{};
    std::optional<double> to{};
    DemandForm form = DemandForm::linear;
    double elasticity = -1.2;
    std::vector<std::string> beside{};
    Closure closure = partial;
    Progress progress{};
    std::size_t points = 41;
};

/// What a request points at.
struct Asked {
    const SmallPrison& prison;
    ParameterSet parameters{};
    OptimumRequest request;

    Asked(const SmallPrison& of, const Search& search)
        : prison{of},
          request{.economy = *of.economy,
                  .beside = test::shocks_of(search.beside),
                  .objective = search.objective,
                  .from = search.from,
                  .to = search.to,
                  .points = search.points,
                  .parameters = parameters,
                  .form = search.form,
                  .closure = search.closure,
                  .progress = search.progress} {
        const auto target = parse_target(search.target);
        REQUIRE(target);
        request.target = *target;
        REQUIRE_FALSE(parameters.set(
            fixed_parameter("demand.elasticity", search.elasticity, ParameterOrigin::given),
            prison.economy->baseline()));
    }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;
};

Optimum optimum_of(const SmallPrison& prison, const Search& search) {
    const Asked asked{prison, search};
    auto found = find_optimum(asked.request);
    if (!found) UNSCOPED_INFO(to_string(found.error()));
    REQUIRE(found);
    REQUIRE(*found);
    return **std::move(found);
}

Diagnostic refusal_of(const SmallPrison& prison, const Search& search) {
    const Asked asked{prison, search};
    const auto found = find_optimum(asked.request);
    REQUIRE_FALSE(found);
    return found.error();
}

/// Of linear demand through the baseline: nothing is bought at that price.
double choke_price(double elasticity) {
    return soup_price * (1 - 1 / elasticity);
}

}  // namespace

TEST_CASE("linear demand earns most at half the price at which nothing is bought") {
    const SmallPrison prison;
    for (const double elasticity : {-0.6, -0.9, -1.2, -2.0}) {
        INFO(elasticity);
        const Optimum best = optimum_of(prison, {.elasticity = elasticity});
        const double price = choke_price(elasticity) / 2;
        // A maximum is flat: its level is found to the root of what its value is found to.
        CHECK(best.best.level == Approx(price).epsilon(1e-6));
        const double slope = soup_quantity * elasticity / soup_price;
        CHECK(*best.best.value ==
              Approx(price * (soup_quantity + slope * (price - soup_price))).epsilon(1e-9));
        CHECK(best.objective == "product.soup.revenue");
        CHECK(best.baseline_level == Approx(soup_price));
        CHECK(best.curve.size() == 41);
        for (const CurvePoint& point : best.curve) CHECK(*point.value <= *best.best.value);
    }
}

TEST_CASE("at constant cost profit is greatest at the monopoly price, half of choke and cost") {
    // Of 180 that the kitchen takes in it buys food outside and bread for 70, and pays a wage of
    // 40.
    const double unit_cost = (50 + 20 + 40) / soup_quantity;
    const SmallPrison prison;
    for (const double elasticity : {-0.9, -1.2, -2.0}) {
        INFO(elasticity);
        const Optimum best = optimum_of(prison, {.objective = "profit", .elasticity = elasticity});
        CHECK(best.best.level == Approx((choke_price(elasticity) + unit_cost) / 2).epsilon(1e-6));
    }
}

TEST_CASE("isoelastic demand above -1 has no best price, and is told so") {
    const SmallPrison prison;
    const Diagnostic problem =
        refusal_of(prison, {.form = DemandForm::isoelastic, .elasticity = -0.8});
    CHECK(problem.code == DiagnosticCode::optimum_unbounded);
    CHECK(problem.explanation.find("product.soup.revenue still grows at the upper end of the "
                                   "range, 15") != std::string::npos);
    CHECK(problem.explanation.find("a price elasticity of -0.8, not below -1") !=
          std::string::npos);
    CHECK(problem.remedy.find("--to") != std::string::npos);
    // Below -1 it is the lower end, for which the elasticity is no reason.
    const Diagnostic low = refusal_of(prison, {.form = DemandForm::isoelastic, .elasticity = -1.5});
    CHECK(low.code == DiagnosticCode::optimum_unbounded);
    CHECK(low.explanation.find("lower end of the range, 2.5") != std::string::npos);
    CHECK(low.explanation.find("without bound") == std::string::npos);
}

TEST_CASE("isoelastic demand below -1 has the monopoly price of the inverse elasticity rule") {
    const double unit_cost = (50 + 20 + 40) / soup_quantity;
    const SmallPrison prison;
    const Optimum best = optimum_of(
        prison, {.objective = "profit", .form = DemandForm::isoelastic, .elasticity = -2.5});
    CHECK(best.best.level == Approx(unit_cost / (1 - 1 / 2.5)).epsilon(1e-6));
}

TEST_CASE("a tax that buyers shun yields most inside its range, and zero is an end that counts") {
    const SmallPrison prison;
    const Optimum best =
        optimum_of(prison, {.target = "tax.soup", .objective = "product.soup.tax"});
    CHECK(best.best.level > 0.1);
    CHECK(best.best.level < 0.9);
    CHECK(best.baseline_level == 0);
    CHECK(*best.curve.front().value == Approx(0).margin(1e-9));
    // Sellers' revenue is greatest without a tax at all, which is an answer.
    const Optimum none = optimum_of(prison, {.target = "tax.soup"});
    CHECK(none.best.level == 0);
}

TEST_CASE("an objective is a word, or a figure of any name") {
    const SmallPrison prison;
    const struct {
        std::string objective;
        std::string figures;
    } cases[] = {
        {"revenue", "product.soup.revenue"},
        {"profit", "product.soup.profit"},
        {"take", "sections.receipts"},
        {"surplus", "households.ev + sections.receipts"},
        {"product.bread.revenue", "product.bread.revenue"},
    };
    for (const auto& each : cases) {
        INFO(each.objective);
        const Asked asked{prison, {.target = "tax.soup", .objective = each.objective}};
        const auto found = find_optimum(asked.request);
        if (found) CHECK((*found)->objective == each.figures);
        if (!found) {
            CHECK(found.error().code == DiagnosticCode::optimum_unbounded);
            CHECK(found.error().explanation.starts_with(each.figures + " still grows"));
        }
    }
}

TEST_CASE("what is asked for and cannot be is refused, with what would mend it") {
    const SmallPrison prison;
    const struct {
        Search search;
        DiagnosticCode code;
        std::string words;
        std::string remedy;
    } cases[] = {
        {{.objective = "revenu"},
         DiagnosticCode::headline_unknown,
         "no objective or figure `revenu`",
         "revenue"},
        {{.objective = "product.soup.revenues"},
         DiagnosticCode::headline_unknown,
         "`product.soup.revenues`",
         "Did you mean `product.soup.revenue`?"},
        {{.target = "tax.cell_sale"},
         DiagnosticCode::headline_unknown,
         "`tax.cell_sale` is of no product, so it has no revenue",
         "take"},
        {{.from = 6, .to = 6},
         DiagnosticCode::shock_value_invalid,
         "the range from 6 to 6 is empty",
         "--from below --to"},
        {{.from = 20},
         DiagnosticCode::shock_value_invalid,
         "the range from 20 to 15 is empty",
         "--from below --to"},
        {{.target = "fee.dues", .objective = "take"},
         DiagnosticCode::shock_value_invalid,
         "`fee.dues` has no usual range",
         "--from and --to"},
        {{.target = "price.soop"}, DiagnosticCode::shock_target_unknown, "soop", "soup"},
        {{.from = 0, .to = 6},
         DiagnosticCode::shock_value_invalid,
         "buyers would pay 0 a unit",
         "above zero"},
    };
    for (const auto& each : cases) {
        INFO(each.search.target << " " << each.search.objective);
        const Diagnostic problem = refusal_of(prison, each.search);
        INFO(to_string(problem));
        CHECK(problem.code == each.code);
        CHECK(problem.explanation.find(each.words) != std::string::npos);
        CHECK(problem.remedy.find(each.remedy) != std::string::npos);
    }
}

TEST_CASE("what holds beside the target moves its best level") {
    const SmallPrison prison;
    // Sellers get nine tenths of what buyers pay, so that a unit costs more of the price.
    const Optimum without = optimum_of(prison, {.objective = "profit"});
    const Optimum with = optimum_of(prison, {.objective = "profit", .beside = {"tax.soup=10%"}});
    CHECK(with.best.level != Approx(without.best.level).epsilon(1e-3));
}

TEST_CASE("a search that is asked to stop has no optimum") {
    const SmallPrison prison;
    std::vector<std::int64_t> told;
    const Asked asked{prison, {.progress = [&](std::int64_t done, std::int64_t) {
                          told.push_back(done);
                          return done < 3;
                      }}};
    const auto found = find_optimum(asked.request);
    REQUIRE(found);
    CHECK_FALSE(*found);
    CHECK(told == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("an optimum's table is its curve in order, with the best level in it once") {
    const SmallPrison prison;
    const Asked asked{prison, {.points = 5}};
    const auto found = find_optimum(asked.request);
    REQUIRE(found);
    const Table table = optimum_table(asked.request, **found);
    CHECK(table.title.starts_with("product.soup.revenue by price.soup in 2018-03-01"));
    REQUIRE(table.rows.size() == 6);
    double before = 0;
    int best = 0;
    for (const Row& row : table.rows) {
        const double level = std::stod(plain_text(row.cells[0]));
        CHECK(level > before);
        before = level;
        best += plain_text(row.cells[2]) == "yes";
    }
    CHECK(best == 1);
    CHECK(table.notes.front().starts_with("greatest at 4.58333 (5 in the baseline): "));
}
