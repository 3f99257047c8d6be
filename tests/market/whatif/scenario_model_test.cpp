#include "market/whatif/scenario_model.hpp"

#include <algorithm>
#include <cmath>

#include "tests/market/whatif/asked_file.hpp"

using namespace cellbook;
using test::output_of;
using test::soup_elasticity;
using test::soup_file;
using test::SoupModel;

namespace {

const std::string revenue = output_of("product.soup.revenue");
const std::string partial = "model = \"partial\"\n";
const std::string one_run = "seed = 7\n";

/// The line of a text that holds some words, from one.
std::uint32_t line_of(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string::npos);
    return static_cast<std::uint32_t>(
        1 + std::ranges::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

Diagnostic refusal_of(const std::string& text, const ScenarioModelOptions& options = {},
                      MemoryBook book = test::small_book()) {
    const SoupModel asked{text, options, std::move(book)};
    REQUIRE_FALSE(asked.made);
    return asked.made.error();
}

std::vector<std::string> names_of(const ScenarioModel& model) {
    std::vector<std::string> names;
    for (const auto& parameter : model.uncertain()) names.push_back(parameter.name);
    return names;
}

bool notes(const ScenarioModel& model, const std::string& words) {
    return std::ranges::any_of(model.notes(), [&](const std::string& note) {
        return note.find(words) != std::string::npos;
    });
}

/// A section's dues in every month of a quarter.
const std::string quarter_events =
    "2018-01-05,section_dues,inmates:bea,sections:posta,10,BOB,,1\n"
    "2018-02-05,section_dues,inmates:bea,sections:posta,20,BOB,,1\n"
    "2018-03-05,section_dues,inmates:bea,sections:posta,40,BOB,,1\n"
    "2018-03-06,restaurant_meal,inmates:bea,businesses:kitchen,100,BOB,soup,20\n";

/// Soup that is bought for about the same sum at any price, by both sections, and incomes that do
/// not matter.
MemoryBook soup_months(const std::string& standing) {
    MemoryBook book = test::small_book("");
    std::string rows = "date,kind,payer,payee,amount,commodity,product,quantity,standing\n";
    const struct {
        std::string month;
        int spent;
        int portions;
        int income;
    } months[] = {{"01", 600, 100, 700}, {"02", 610, 120, 650}, {"03", 590, 150, 720},
                  {"04", 605, 200, 690}, {"05", 595, 300, 660}, {"06", 600, 60, 710}};
    for (const auto& month : months) {
        for (const std::string buyer : {"inmates:bea", "inmates:dora"}) {
            rows += "2018-" + month.month + "-05,restaurant_meal," + buyer +
                    ",businesses:kitchen," + std::to_string(month.spent) + ",BOB,soup," +
                    std::to_string(month.portions) + "," + standing + "\n2018-" + month.month +
                    "-05,family_income,outside:families," + buyer + "," +
                    std::to_string(month.income) + ",BOB,,," + standing + "\n";
        }
    }
    MemoryFiles files{{{"soup.csv", rows}}};
    const auto report = book.read(files, {"soup.csv"}, {}, KindTable::standard());
    for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    return book;
}

std::string quarter_file(const std::string& outputs, const std::string& run = one_run) {
    std::string text = soup_file(soup_elasticity, outputs, run);
    return text.replace(text.find("from = 2018-03-01"), 17, "from = 2018-01-01");
}

}  // namespace

TEST_CASE("given elasticities are used: revenue follows the price to the power of one more") {
    const SoupModel asked{soup_file(soup_elasticity, revenue, one_run, partial)};
    CHECK(asked.model().form() == DemandForm::isoelastic);
    const auto reference = asked.outputs(0);
    const auto dear = asked.outputs(1);
    REQUIRE(reference.size() == 1);
    CHECK(reference[0].key == OutputKey{.series = "product.soup.revenue"});
    CHECK(reference[0].value == Approx(180));
    CHECK(dear[0].value == Approx(180 * std::pow(1.2, 0.2)).epsilon(1e-9));
}

TEST_CASE("without a given elasticity demand is the one that is integrable, and this is noted") {
    const SoupModel asked{soup_file("", revenue)};
    CHECK(asked.model().form() == DemandForm::les);
    CHECK(notes(asked.model(), "demand les, model equilibrium"));
    CHECK(notes(asked.model(), "illustrative"));
}

TEST_CASE("each replica takes the elasticity that it draws") {
    const SoupModel asked{soup_file(soup_elasticity, revenue, one_run, partial)};
    const ReplicaPlan plan = asked.plan(6);
    std::vector<double> seen;
    for (std::size_t i = 0; i < 6; ++i) {
        const Draw draw = plan.draw(i);
        const double elasticity = *draw.value("demand.soup.elasticity");
        const auto values = asked.model().outputs(asked.model().scenarios()[1], draw);
        REQUIRE(values);
        CHECK(values->front().value == Approx(180 * std::pow(1.2, 1 + elasticity)).epsilon(1e-9));
        seen.push_back(elasticity);
    }
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("a parameter of shocks alone is drawn, and is none of the model's") {
    std::string text =
        soup_file("\"rise\" = { dist = \"uniform\", low = 1.0, high = 1.4 }\n" + soup_elasticity,
                  output_of("product.soup.price"), one_run, partial);
    text.replace(text.find("value = \"+20%\""), 14,
                 "op = \"scale\"\nvalue = { parameter = \"rise\" }");
    const SoupModel asked{text};
    // The model's own first.
    CHECK(names_of(asked.model()).back() == "rise");
    CHECK(asked.outputs(0)[0].value == Approx(5));
    CHECK(asked.outputs(1)[0].value == Approx(6));
    const ReplicaPlan plan = asked.plan(3);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto values = asked.model().outputs(asked.model().scenarios()[1], plan.draw(i));
        REQUIRE(values);
        CHECK(values->front().value == Approx(5 * *plan.draw(i).value("rise")));
    }
}

TEST_CASE("outcomes are the same for any number of threads") {
    const SoupModel asked{soup_file(soup_elasticity, output_of("*"))};
    const ReplicaPlan plan = asked.plan(12);
    const ReplicaModel model = [&](const ResolvedScenario& scenario, const Draw& draw) {
        return asked.model().outputs(scenario, draw);
    };
    const auto run = [&](unsigned threads) {
        auto report = run_replicas({.scenarios = asked.model().scenarios(),
                                    .plan = plan,
                                    .model = model,
                                    .threads = threads},
                                   RunOutcomes{2, 12});
        REQUIRE(report);
        return std::move(report->outcomes);
    };
    const RunOutcomes one = run(1);
    const RunOutcomes three = run(3);
    CHECK(one.finished() == 24);
    for (std::size_t s = 0; s < 2; ++s) {
        for (std::size_t r = 0; r < 12; ++r) CHECK(one.at({s, r}) == three.at({s, r}));
    }
    CHECK(one.at({1, 0}) != one.at({1, 1}));
    CHECK(one.at({1, 0}) != one.at({0, 0}));
}

TEST_CASE("a parameter that is none, or cannot have its value, is refused at its place") {
    const struct {
        std::string line;
        DiagnosticCode code;
        std::string remedy;
    } cases[] = {
        {"\"demand.soop.elasticity\" = -0.8\n", DiagnosticCode::parameter_unknown,
         "demand.soup.elasticity"},
        {"\"demand.soup.elasticity\" = 0.8\n", DiagnosticCode::parameter_invalid, ""},
        {"\"demand.frisch\" = { estimate = \"ols\" }\n", DiagnosticCode::scenario_unsupported,
         "demand.PRODUCT.elasticity"},
        {"\"demand.soop.elasticity\" = { estimate = \"ols\" }\n",
         DiagnosticCode::scenario_unsupported, "number or a distribution"},
    };
    for (const auto& each : cases) {
        INFO(each.line);
        const std::string text = soup_file(each.line, revenue);
        const Diagnostic problem = refusal_of(text);
        CHECK(problem.code == each.code);
        CHECK(problem.remedy.find(each.remedy) != std::string::npos);
        CHECK(problem.position.line == line_of(text, each.line));
        CHECK(problem.position.column > 0);
    }
}

TEST_CASE("an estimate is made of what was observed, and of nothing else unless asked for") {
    const std::string line = "\"demand.soup.elasticity\" = { estimate = \"ols\" }\n";
    std::string text = soup_file(line, revenue);
    text.replace(text.find("from = 2018-03-01\nto = 2018-03-31"), 33,
                 "from = 2018-01-01\nto = 2018-06-30");
    const SoupModel observed{text, {}, soup_months("observed")};
    CHECK(notes(observed.model(), "demand.soup.elasticity estimated by ols: -"));
    CHECK_FALSE(notes(observed.model(), "nobody observed"));
    CHECK(*observed.plan(0).draw(0).value("demand.soup.elasticity") == Approx(-1).margin(0.1));
    CHECK(*observed.plan(4).draw(0).value("demand.soup.elasticity") !=
          *observed.plan(4).draw(1).value("demand.soup.elasticity"));
    const Diagnostic none = refusal_of(text, {}, soup_months("simulated"));
    INFO(to_string(none));
    CHECK(none.code == DiagnosticCode::nothing_observed);
    CHECK(none.position.line == line_of(text, line));
    const SoupModel simulated{text, {.on_simulated = true}, soup_months("simulated")};
    CHECK(notes(simulated.model(), "from rows that nobody observed"));
    // Two meals are too few.
    const Diagnostic few = refusal_of(text);
    CHECK(few.code == DiagnosticCode::rows_too_few);
    CHECK(few.position.line == line_of(text, line));
}

TEST_CASE("names that the book does not have are refused at their place") {
    std::string shock = soup_file(soup_elasticity, revenue);
    shock.replace(shock.find("price.soup"), 10, "price.soop");
    const Diagnostic target = refusal_of(shock);
    CHECK(target.code == DiagnosticCode::shock_target_unknown);
    CHECK(target.position.line == line_of(shock, "[[scenario.shock]]"));
    const std::string series = soup_file(soup_elasticity, output_of("product.soup.revenu"));
    const Diagnostic output = refusal_of(series);
    CHECK(output.code == DiagnosticCode::scenario_name_unknown);
    CHECK(output.position.line > line_of(series, "[[output]]") - 1);
    std::string empty = soup_file(soup_elasticity, revenue);
    empty.replace(empty.find("from = 2018-03-01\nto = 2018-03-31"), 33,
                  "from = 2019-03-01\nto = 2019-03-31");
    const Diagnostic none = refusal_of(empty);
    CHECK(none.code == DiagnosticCode::baseline_empty);
    CHECK(none.position.line == line_of(empty, "[baseline]"));
}

TEST_CASE("a horizon moves the days after the baseline, and shocks are of those days") {
    const auto price = [](const std::string& run, const std::string& days) {
        std::string text = soup_file(soup_elasticity, output_of("product.soup.price"), run);
        text.replace(text.find("value = \"+20%\""), 14, "value = \"+20%\"\n" + days);
        return SoupModel{text}.outputs(1)[0].value;
    };
    const std::string april = "start = 2018-04-01\nend = 2018-04-30\n";
    const std::string horizon = one_run + "horizon_days = 60\n";
    CHECK(price(one_run, april) == Approx(5));
    // Half of sixty days.
    CHECK(price(horizon, april) == Approx(5 * 1.1));
    CHECK(price(horizon, "end = 2018-03-31\n") == Approx(5));
    const SoupModel asked{soup_file(soup_elasticity, revenue, horizon)};
    CHECK(notes(asked.model(), "stands for the 60 days from 2018-04-01"));
}

TEST_CASE("outputs by month are of the months' own books, and stand beside the whole") {
    const SoupModel asked{quarter_file(output_of("sections.receipts") +
                                       output_of("sections.receipts", "period = \"month\"\n") +
                                       output_of("product.soup.revenue", "period = \"quarter\"\n")),
                          {},
                          test::small_book(quarter_events)};
    const auto values = asked.outputs(0);
    const struct {
        std::string series;
        std::string period;
        double value;
    } expected[] = {{"sections.receipts", "", 70},
                    {"sections.receipts", "2018-01", 10},
                    {"sections.receipts", "2018-02", 20},
                    {"sections.receipts", "2018-03", 40},
                    {"product.soup.revenue", "2018Q1", 100}};
    CHECK(values.size() == std::size(expected));
    for (const auto& each : expected) {
        INFO(each.series << " " << each.period);
        const OutputKey key{.series = each.series, .group = "", .period = each.period};
        const auto found = std::ranges::find(values, key, &OutputValue::key);
        REQUIRE(found != values.end());
        CHECK(found->value == Approx(each.value));
    }
}

TEST_CASE("a period that is longer than the baseline is its one part, and is not lost") {
    for (const std::string period : {"month", "quarter", "year"}) {
        INFO(period);
        const SoupModel asked{soup_file(
            soup_elasticity, output_of("product.soup.revenue", "period = \"" + period + "\"\n"))};
        const auto values = asked.outputs(0);
        REQUIRE(values.size() == 1);
        CHECK_FALSE(values[0].key.period.empty());
        CHECK(values[0].value == Approx(180));
    }
}

TEST_CASE("months of a horizon are named after it, and must be as many as the baseline's") {
    const std::string monthly = output_of("sections.receipts", "period = \"month\"\n");
    const SoupModel asked{quarter_file(monthly, one_run + "horizon_days = 91\n"),
                          {},
                          test::small_book(quarter_events)};
    std::string periods;
    for (const auto& value : asked.outputs(0)) periods += value.key.period + " ";
    CHECK(periods == "2018-04 2018-05 2018-06 ");
    const std::string text = quarter_file(monthly, one_run + "horizon_days = 92\n");
    const Diagnostic problem = refusal_of(text, {}, test::small_book(quarter_events));
    CHECK(problem.code == DiagnosticCode::scenario_unsupported);
    CHECK(problem.explanation == "the baseline has 3 of these periods and the horizon 4");
    CHECK(problem.position.line >= line_of(text, "[[output]]"));
}

TEST_CASE("rents are cleared where people come, unless they are to stay") {
    std::string text = soup_file(soup_elasticity, output_of("rents.paid"), one_run, partial);
    text.replace(text.find("target = \"price.soup\"\nvalue = \"+20%\""), 36,
                 "target = \"population\"\nvalue = \"+3\"");
    const SoupModel cleared{text};
    const SoupModel fixed{text, {.clear_rents = false}};
    CHECK(notes(cleared.model(), "dear: rents follow the lowest competitive rents"));
    CHECK_FALSE(notes(fixed.model(), "competitive rents"));
    CHECK(cleared.outputs(0) == fixed.outputs(0));
    const auto policy = [](const SoupModel& asked) {
        const ReplicaPlan plan = asked.plan(0);
        auto made = asked.model().policy(asked.model().scenarios()[1], plan.draw(0));
        REQUIRE(made);
        return made->policy;
    };
    CHECK(policy(fixed).rents.empty());
    CHECK_FALSE(policy(cleared).rents.empty());
}
