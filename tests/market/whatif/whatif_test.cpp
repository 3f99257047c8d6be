#include "market/whatif/whatif.hpp"

#include <algorithm>
#include <cmath>

#include "tests/market/whatif/asked.hpp"

using namespace cellbook;
using test::SmallPrison;

namespace {

constexpr Closure partial{.incomes = false, .section_budgets = false};

struct Question {
    std::vector<std::string> settings{};
    std::vector<Parameter> parameters{};
    DemandForm form = DemandForm::les;
    Closure closure{};
    std::size_t draws = 0;
    unsigned threads = 1;
    std::string headline{};
};

Result<std::optional<WhatIfAnswer>> try_answer(const SmallPrison& prison,
                                               const Question& question) {
    const ScenarioPolicy scenario = prison.ask(question.settings);
    ParameterSet parameters;
    for (const Parameter& parameter : question.parameters) {
        REQUIRE_FALSE(parameters.set(parameter, prison.economy->baseline()));
    }
    return answer_whatif({.economy = *prison.economy,
                          .policy = scenario.policy,
                          .parameters = parameters,
                          .form = question.form,
                          .closure = question.closure,
                          .draws = question.draws,
                          .seed = Seed{5},
                          .threads = question.threads,
                          .headline = question.headline});
}

WhatIfAnswer answer_of(const SmallPrison& prison, const Question& question) {
    auto answer = try_answer(prison, question);
    if (!answer) UNSCOPED_INFO(to_string(answer.error()));
    REQUIRE(answer);
    REQUIRE(*answer);
    return **std::move(answer);
}

const FigureAnswer& figure(const WhatIfAnswer& answer, std::string_view name) {
    const auto found = std::ranges::find(answer.figures, name, [](const FigureAnswer& each) {
        return std::string_view{each.baseline.name};
    });
    REQUIRE(found != answer.figures.end());
    return *found;
}

Parameter given(std::string name, double value) {
    return fixed_parameter(std::move(name), value, ParameterOrigin::given);
}

}  // namespace

TEST_CASE("a question that changes nothing is answered by the baseline itself") {
    const SmallPrison prison;
    for (const DemandForm form :
         {DemandForm::les, DemandForm::ces, DemandForm::isoelastic, DemandForm::linear}) {
        const WhatIfAnswer answer = answer_of(prison, {.form = form, .draws = 20});
        CHECK(answer.replication_error < 1e-9);
        for (const FigureAnswer& each : answer.figures) {
            INFO(each.baseline.name);
            CHECK(each.difference() == Approx(0).margin(1e-9));
        }
        // The draws of its parameters change nothing either.
        CHECK(figure(answer, "households.income").range->high == Approx(0).margin(1e-9));
        CHECK(answer.weights.empty());
    }
}

TEST_CASE("the answer's baseline is the book") {
    const SmallPrison prison;
    const WhatIfAnswer answer = answer_of(prison, {.settings = {"price.soup=6"}});
    CHECK(figure(answer, "product.soup.revenue").baseline.value == Approx(180));
    CHECK(figure(answer, "product.soup.price").baseline.value == Approx(5));
    CHECK(figure(answer, "product.soup.price").scenario.value == Approx(6));
    CHECK(figure(answer, "sections.palmar.receipts").baseline.value == Approx(170));
}

TEST_CASE("draws give the same answer with any number of threads") {
    const SmallPrison prison;
    Question question{.settings = {"price.soup=+20%", "income.family=-10%"}, .draws = 64};
    const WhatIfAnswer one = answer_of(prison, question);
    question.threads = 4;
    const WhatIfAnswer four = answer_of(prison, question);
    REQUIRE(one.figures.size() == four.figures.size());
    for (std::size_t i = 0; i < one.figures.size(); ++i) {
        INFO(one.figures[i].baseline.name);
        CHECK(one.figures[i].scenario == four.figures[i].scenario);
        REQUIRE(one.figures[i].range.has_value() == four.figures[i].range.has_value());
        if (!one.figures[i].range) continue;
        CHECK(one.figures[i].range->low == four.figures[i].range->low);
        CHECK(one.figures[i].range->high == four.figures[i].range->high);
    }
    REQUIRE(one.weights.size() == four.weights.size());
    for (std::size_t i = 0; i < one.weights.size(); ++i) {
        CHECK(one.weights[i].share == four.weights[i].share);
        CHECK(one.weights[i].breakdown == four.weights[i].breakdown);
    }
    CHECK(one.draws == 64);
}

TEST_CASE("without draws there are no ranges and no weights; with them they hold the answer") {
    const SmallPrison prison;
    Question question{.settings = {"tax.soup=10%"}};
    const WhatIfAnswer none = answer_of(prison, question);
    CHECK(none.draws == 0);
    CHECK(none.weights.empty());
    for (const FigureAnswer& each : none.figures) CHECK_FALSE(each.range);
    question.draws = 200;
    const WhatIfAnswer drawn = answer_of(prison, question);
    for (const std::string name :
         {"product.soup.revenue", "product.soup.quantity", "households.ev", "product.soup.tax"}) {
        INFO(name);
        const FigureAnswer& each = figure(drawn, name);
        REQUIRE(each.range);
        CHECK(each.range->low < each.difference());
        CHECK(each.difference() < each.range->high);
        CHECK(each.difference() == figure(none, name).difference());
    }
}

TEST_CASE("what a fixed set of parameters says has a range of no width") {
    const SmallPrison prison;
    Question question{
        .settings = {"price.soup=6"}, .form = DemandForm::ces, .closure = partial, .draws = 20};
    for (const Parameter& parameter : standard_parameters()) {
        question.parameters.push_back(given(parameter.name, parameter.value));
    }
    const WhatIfAnswer answer = answer_of(prison, question);
    const FigureAnswer& revenue = figure(answer, "product.soup.revenue");
    CHECK(revenue.range->high - revenue.range->low == Approx(0).margin(1e-9));
    CHECK(answer.weights.empty());
    CHECK_FALSE(answer.is_illustrative);
    question.parameters.pop_back();
    CHECK(answer_of(prison, question).is_illustrative);
}

TEST_CASE("revenue of a price rise changes sign where demand is unit elastic") {
    // Isoelastic with incomes as they were: revenue is 1.2^(1 + e) of what it was, so e = -1.
    const SmallPrison prison;
    const WhatIfAnswer answer = answer_of(prison, {.settings = {"price.soup=+20%"},
                                                   .form = DemandForm::isoelastic,
                                                   .closure = partial,
                                                   .draws = 100});
    CHECK(answer.headline == "product.soup.revenue");
    CHECK(figure(answer, answer.headline).scenario.value == Approx(180 * std::pow(1.2, 1 - 0.9)));
    REQUIRE_FALSE(answer.weights.empty());
    const ParameterWeight& weight = answer.weights.front();
    CHECK(weight.parameter.name == "demand.elasticity");
    CHECK(weight.share > 0.9);
    REQUIRE(weight.breakdown);
    CHECK(*weight.breakdown == Approx(-1).epsilon(1e-6));
    CHECK(weight.sought.low < -1.5);
    CHECK(weight.sought.high <= 0);
    // A product's own elasticity is looked at in the place of the general one.
    const WhatIfAnswer own =
        answer_of(prison, {.settings = {"price.soup=+20%"},
                           .parameters = {ranged_parameter("demand.soup.elasticity", -0.6,
                                                           {-0.7, -0.5}, ParameterOrigin::given)},
                           .form = DemandForm::isoelastic,
                           .closure = partial,
                           .draws = 100});
    REQUIRE_FALSE(own.weights.empty());
    CHECK(own.weights.front().parameter.name == "demand.soup.elasticity");
    // As far again as its range, to -0.9: there is no change of sign.
    CHECK_FALSE(own.weights.front().breakdown);
    CHECK(own.weights.front().sought.low == Approx(-0.9).margin(0.03));
}

TEST_CASE("the headline is what the question is about, or what was asked for") {
    const SmallPrison prison;
    const struct {
        std::vector<std::string> settings;
        std::string expected;
    } cases[] = {
        {{"price.soup=6"}, "product.soup.revenue"},
        {{"unit_tax.soup=1", "population=6"}, "product.soup.revenue"},
        {{"tax.cell_sale=20%"}, "cells.tax"},
        {{"population=6"}, "households.ev"},
    };
    for (const auto& each : cases) {
        CHECK(answer_of(prison, {.settings = each.settings}).headline == each.expected);
    }
    CHECK(answer_of(prison, {.settings = {"price.soup=6"}, .headline = "businesses.profit"})
              .headline == "businesses.profit");
}

TEST_CASE("a headline that is no figure is refused with the nearest") {
    const SmallPrison prison;
    const auto refused =
        try_answer(prison, {.settings = {"price.soup=6"}, .headline = "product.soup.revenu"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::headline_unknown);
    CHECK(refused.error().explanation == "there is no figure `product.soup.revenu`");
    CHECK(refused.error().remedy == "Did you mean `product.soup.revenue`?");
}

TEST_CASE("a circle of spending without an end is not converged, and is no answer") {
    // Ana spends all she has at the kiosk, which pays her all it takes.
    const SmallPrison prison{
        "2018-03-01,family_income,outside:families,inmates:ana,100,BOB\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,500,BOB,bread,500\n"
        "2018-03-03,wage,businesses:kiosk,inmates:ana,400,BOB\n"
        "2018-03-03,owner_drawings,businesses:kiosk,inmates:ana,100,BOB\n"};
    const Parameter all_drawn = given("business.payout_share", 1);
    const auto refused = try_answer(prison, {.settings = {"income.family=+10%"},
                                             .parameters = {given("household.mpc", 1), all_drawn}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::not_converged);
    CHECK(refused.error().explanation.starts_with("after 2000 rounds `inmates:ana` still"));
    // With something saved of each round it has an end: 10 of a tenth kept.
    const WhatIfAnswer answer =
        answer_of(prison, {.settings = {"income.family=+10%"},
                           .parameters = {given("household.mpc", 0.9), all_drawn}});
    CHECK(figure(answer, "businesses.sales").difference() == Approx(9 / (1 - 0.9)));
    CHECK_FALSE(refuse_unsettled(answer.scenario));
    Solution unsettled;
    unsettled.worst = "soup";
    CHECK(refuse_unsettled(unsettled)->code == DiagnosticCode::not_converged);
}

TEST_CASE("draws without a solution are counted, and the others answer") {
    const SmallPrison prison{
        "2018-03-01,family_income,outside:families,inmates:ana,100,BOB\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,500,BOB,bread,500\n"
        "2018-03-03,wage,businesses:kiosk,inmates:ana,400,BOB\n"
        "2018-03-03,owner_drawings,businesses:kiosk,inmates:ana,100,BOB\n"};
    Question question{
        .settings = {"income.family=+10%"},
        .parameters = {ranged_parameter("household.mpc", 0.9, {0.5, 1}, ParameterOrigin::given)},
        .draws = 40};
    // Only a share of nearly one takes more rounds than there are.
    question.parameters.push_back(
        ranged_parameter("business.payout_share", 1, {0.99, 1}, ParameterOrigin::given));
    const WhatIfAnswer answer = answer_of(prison, question);
    CHECK(answer.draws + answer.failed_draws == 40);
    CHECK(answer.failed_draws < 10);
    CHECK((answer.failed_draws == 0) == answer.first_failure.empty());
}

TEST_CASE("amounts beyond what the model's numbers hold are not replicated, and refused") {
    const SmallPrison prison{
        "2018-03-01,family_income,outside:families,inmates:ana,90071992547409.93,BOB\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,30071992547409.91,BOB,bread,7\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,10071992547409.91,BOB,soap,7\n"
        "2018-03-03,support_sent,inmates:ana,outside:families,20071992547409.93,BOB\n"};
    const auto refused = try_answer(prison, {.settings = {"income.family=+10%"}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::baseline_not_replicated);
    CHECK(refused.error().explanation.find("does not give the book back") != std::string::npos);
}

TEST_CASE("parameters that the demand form does not look at do not vary") {
    const ParameterSet set;
    const auto uncertain = uncertain_parameters(set, DemandForm::ces);
    REQUIRE(uncertain.size() == set.all().size());
    for (std::size_t i = 0; i < uncertain.size(); ++i) {
        CHECK(uncertain[i].name == set.all()[i].name);
        const bool varies = uncertain[i].distribution.sort() != DistributionSort::constant;
        CHECK(varies == ParameterSet::matters(set.all()[i], DemandForm::ces));
    }
}
