#include "market/pricing/parameters.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/market/pricing/toy_economy.hpp"

using namespace cellbook;
using test::toy_baseline;

namespace {

Parameter given(std::string name, double value) {
    return fixed_parameter(std::move(name), value, ParameterOrigin::given);
}

Parameter normal(std::string name, double mean, double sd) {
    Parameter parameter = given(std::move(name), mean);
    parameter.distribution =
        *ProbabilityDistribution::make(DistributionSort::normal, {.mean = mean, .sd = sd});
    return parameter;
}

}  // namespace

TEST_CASE("every standard parameter is assumed, has a range with its value, and says why") {
    const Baseline baseline = toy_baseline();
    REQUIRE_FALSE(standard_parameters().empty());
    for (const Parameter& parameter : standard_parameters()) {
        INFO(parameter.name);
        CHECK(parameter.origin == ParameterOrigin::assumed);
        CHECK(parameter.varies());
        CHECK_FALSE(parameter.basis.empty());
        CHECK(parameter.distribution.quantile(0.001) <= parameter.value);
        CHECK(parameter.value <= parameter.distribution.quantile(0.999) + 1e-2);
        const RealInterval bounds = parameter_bounds(parameter.name);
        CHECK(bounds.low <= parameter.distribution.quantile(0.001));
        CHECK(parameter.distribution.quantile(0.999) <= bounds.high);
        ParameterSet set;
        CHECK_FALSE(set.set(parameter, baseline));
    }
}

TEST_CASE("a parameter that the model does not have is refused with the nearest that it has") {
    const Baseline baseline = toy_baseline();
    const struct {
        std::string name;
        std::string nearest;
    } cases[] = {
        {"demand.frish", "`demand.frisch`"},
        {"demand.bred.elasticity", "`demand.bread.elasticity`"},
        {"demand.bread.elasticty", "`demand.bread.elasticity`"},
        {"cell.stay_year", "`cell.stay_years`"},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        ParameterSet set;
        const auto problem = set.set(given(each.name, -1), baseline);
        REQUIRE(problem);
        CHECK(problem->code == DiagnosticCode::parameter_unknown);
        CHECK(problem->explanation.find("`" + each.name + "`") != std::string::npos);
        CHECK(problem->remedy.find("Did you mean " + each.nearest) != std::string::npos);
        CHECK(set.all().size() == standard_parameters().size());
    }
    ParameterSet set;
    CHECK(set.set(given("", 1), baseline)->code == DiagnosticCode::parameter_unknown);
    CHECK(set.set(given("demand..elasticity", -1), baseline)->code ==
          DiagnosticCode::parameter_unknown);
}

TEST_CASE("a value or a range beyond its bounds is refused, and the bounds are said") {
    const Baseline baseline = toy_baseline();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const std::vector<Parameter> wrong{
        given("demand.frisch", 0),
        given("demand.frisch", 1),
        given("demand.substitution", -0.1),
        given("demand.bread.elasticity", 0.5),
        given("household.mpc", 1.01),
        given("cell.loss_risk", 1),
        given("cell.stay_years", 0),
        given("cell.stay_years", infinite),
        given("cell.stay_years", std::numeric_limits<double>::quiet_NaN()),
        ranged_parameter("household.mpc", 0.9, {0.8, 1.2}, ParameterOrigin::given),
        normal("household.mpc", 0.9, 0.2),
    };
    for (const Parameter& parameter : wrong) {
        INFO(parameter.name << " " << parameter.value);
        ParameterSet set;
        const auto problem = set.set(parameter, baseline);
        REQUIRE(problem);
        CHECK(problem->code == DiagnosticCode::parameter_invalid);
        CHECK(problem->explanation.find("may be from") != std::string::npos);
    }
    ParameterSet set;
    CHECK_FALSE(set.set(normal("household.mpc", 0.8, 0.05), baseline));
    CHECK(set.set(given("demand.frisch", 0), baseline)->explanation ==
          "`demand.frisch` is 0 (0 to 0) and may be from -100 to -0.01");
}

TEST_CASE("what is said of a product holds for it, and the general value for all others") {
    const Baseline baseline = toy_baseline();
    ParameterSet set;
    REQUIRE_FALSE(set.set(given("demand.bread.elasticity", -0.3), baseline));
    REQUIRE_FALSE(set.set(given("demand.elasticity", -1.2), baseline));
    REQUIRE_FALSE(set.set(given("demand.soap.income_elasticity", 0.4), baseline));
    const ModelParameters resolved = set.resolve(baseline, DemandForm::isoelastic, {});
    const auto bread = baseline.find_product("bread");
    const auto soap = baseline.find_product("soap");
    CHECK(resolved.demand.own_price_elasticities[bread] == -0.3);
    CHECK(resolved.demand.own_price_elasticities[soap] == -1.2);
    CHECK(resolved.demand.income_elasticities[soap] == 0.4);
    CHECK(resolved.demand.income_elasticities[bread] == 1);
    CHECK(resolved.demand.form == DemandForm::isoelastic);
    // Said twice, the last holds.
    REQUIRE_FALSE(set.set(given("demand.bread.elasticity", -0.5), baseline));
    CHECK(set.at("demand.bread.elasticity").value == -0.5);
    CHECK(set.all().size() == standard_parameters().size() + 2);
}

TEST_CASE("a product's name may have dots in it") {
    const Baseline baseline = toy_baseline({{"ana", "shop", "shop_sale", 5, "bread.white"}});
    ParameterSet set;
    REQUIRE_FALSE(set.set(given("demand.bread.white.elasticity", -0.4), baseline));
    CHECK(set.resolve(baseline, DemandForm::linear, {}).demand.own_price_elasticities.front() ==
          -0.4);
}

TEST_CASE("each parameter goes where its name says") {
    const Baseline baseline = toy_baseline();
    const struct {
        std::string name;
        double value;
        double (*read)(const ModelParameters&);
    } cases[] = {
        {"demand.frisch", -3.1, [](const ModelParameters& m) { return m.demand.frisch; }},
        {"demand.substitution", 0.31,
         [](const ModelParameters& m) { return m.demand.substitution; }},
        {"household.mpc", 0.71,
         [](const ModelParameters& m) { return m.consumption_share; }},
        {"business.payout_share", 0.72, [](const ModelParameters& m) { return m.payout_share; }},
        {"section.spending_share", 0.83,
         [](const ModelParameters& m) { return m.section_spending; }},
        {"price.cost_pass_through", 0.61,
         [](const ModelParameters& m) { return m.cost_pass_through; }},
        {"price.exchange_pass_through", 0.11,
         [](const ModelParameters& m) { return m.exchange_pass_through; }},
        {"cell.turnover_elasticity", 0.51,
         [](const ModelParameters& m) { return m.turnover_elasticity; }},
        {"cell.discount_rate", 0.13, [](const ModelParameters& m) { return m.discount_rate; }},
        {"cell.loss_risk", 0.02, [](const ModelParameters& m) { return m.loss_risk; }},
        {"cell.stay_years", 2.5, [](const ModelParameters& m) { return m.stay_years; }},
    };
    for (const auto& each : cases) {
        INFO(each.name);
        ParameterSet set;
        REQUIRE_FALSE(set.set(given(each.name, each.value), baseline));
        CHECK(each.read(set.resolve(baseline, DemandForm::les, {})) == each.value);
    }
}

TEST_CASE("a draw takes the place of the values, cut to what they can be") {
    const Baseline baseline = toy_baseline();
    ParameterSet set;
    REQUIRE_FALSE(set.set(given("demand.bread.elasticity", -0.3), baseline));
    std::vector<double> draw;
    for (const Parameter& parameter : set.all()) draw.push_back(parameter.value);
    const auto place = [&](std::string_view name) {
        const auto found = std::ranges::find(set.all(), name, &Parameter::name);
        return static_cast<std::size_t>(found - set.all().begin());
    };
    draw[place("household.mpc")] = 1.7;
    draw[place("demand.bread.elasticity")] = 0.2;
    draw[place("cell.loss_risk")] = 0.07;
    const ModelParameters drawn = set.resolve(baseline, DemandForm::linear, {}, draw);
    CHECK(drawn.consumption_share == 1);
    CHECK(drawn.demand.own_price_elasticities[baseline.find_product("bread")] == 0);
    CHECK(drawn.loss_risk == 0.07);
}

TEST_CASE("a demand form looks at its own parameters alone") {
    using enum DemandForm;
    const struct {
        std::string name;
        std::vector<DemandForm> used_by;
    } cases[] = {
        {"demand.frisch", {les}},
        {"demand.substitution", {ces}},
        {"demand.elasticity", {isoelastic, linear}},
        {"demand.bread.elasticity", {isoelastic, linear}},
        {"demand.income_elasticity", {les, isoelastic, linear}},
        {"demand.bread.income_elasticity", {les, isoelastic, linear}},
        {"cell.stay_years", {les, ces, isoelastic, linear}},
    };
    for (const auto& each : cases) {
        for (const DemandForm form : {les, ces, isoelastic, linear}) {
            INFO(each.name << " in " << to_string(form));
            const bool used = std::ranges::find(each.used_by, form) != each.used_by.end();
            CHECK(ParameterSet::matters(given(each.name, 1), form) == used);
        }
    }
}

TEST_CASE("a range of no width is one value") {
    const Parameter one = ranged_parameter("demand.frisch", -2, {-2, -2}, ParameterOrigin::given);
    CHECK_FALSE(one.varies());
    CHECK(one.distribution.quantile(0.9) == -2);
    CHECK(to_string(one.origin) == "given");
    CHECK(ranged_parameter("demand.frisch", -2, {-3, -2}, ParameterOrigin::given).varies());
}
