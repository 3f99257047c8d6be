#include "market/whatif/figure_choice.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

const std::vector<Indicator> figures{
    {.name = "product.soup.price"},
    {.name = "product.soup.revenue"},
    {.name = "product.soup_of_day.revenue"},
    {.name = "households.gini"},
    {.name = "households.ev"},
    {.name = "households.cv"},
    {.name = "households.section.posta.ev"},
    {.name = "households.section.palmar.ev"},
    {.name = "households.fifth.1.ev"},
    {.name = "households.fifth.2.ev"},
    {.name = "sections.receipts"},
    {.name = "sections.new_taxes"},
    {.name = "sections.posta.receipts"},
    {.name = "sections.palmar.receipts"},
    {.name = "rents.paid"},
    {.name = "rents.section.posta.paid"},
};

ScenarioOutput output(std::string series, std::vector<std::string> by = {}) {
    return {.series = std::move(series), .by = std::move(by), .place = {.line = 7, .column = 10}};
}

/// `series group = figure`, in order.
std::string chosen(const std::vector<ScenarioOutput>& outputs) {
    const auto choice = choose_figures(outputs, figures);
    if (!choice) UNSCOPED_INFO(to_string(choice.error()));
    REQUIRE(choice);
    std::string text;
    for (const ChosenFigure& each : *choice) {
        text += (text.empty() ? "" : "; ") + each.key.series +
                (each.key.group.empty() ? "" : " " + each.key.group) + " = " +
                figures[each.place].name;
    }
    return text;
}

Diagnostic refused(const ScenarioOutput& asked) {
    const std::vector<ScenarioOutput> outputs{asked};
    const auto choice = choose_figures(outputs, figures);
    REQUIRE_FALSE(choice);
    return choice.error();
}

}  // namespace

TEST_CASE("a series is a figure, a beginning with a star, or a shorter name") {
    const struct {
        std::string series;
        std::string figures;
    } cases[] = {
        {"product.soup.price", "product.soup.price = product.soup.price"},
        {"welfare.ev", "welfare.ev = households.ev"},
        {"welfare.cv", "welfare.cv = households.cv"},
        {"gini.income", "gini.income = households.gini"},
        {"product.soup.*",
         "product.soup.price = product.soup.price; product.soup.revenue = product.soup.revenue"},
        {"rents*", "rents.paid = rents.paid; rents.section.posta.paid = rents.section.posta.paid"},
    };
    for (const auto& each : cases) {
        INFO(each.series);
        CHECK(chosen({output(each.series)}) == each.figures);
    }
}

TEST_CASE("a series by section or fifth has its whole first, then each of them") {
    CHECK(chosen({output("welfare.ev", {"section", "quintile"})}) ==
          "welfare.ev = households.ev; "
          "welfare.ev section posta = households.section.posta.ev; "
          "welfare.ev section palmar = households.section.palmar.ev; "
          "welfare.ev quintile 1 = households.fifth.1.ev; "
          "welfare.ev quintile 2 = households.fifth.2.ev");
    // `sections.receipts` itself is of no section.
    CHECK(chosen({output("sections.receipts", {"section"})}) ==
          "sections.receipts = sections.receipts; "
          "sections.receipts section posta = sections.posta.receipts; "
          "sections.receipts section palmar = sections.palmar.receipts");
    CHECK(chosen({output("rents.paid", {"section"})}) ==
          "rents.paid = rents.paid; rents.paid section posta = rents.section.posta.paid");
}

TEST_CASE("without outputs every figure is chosen, by its name; else those asked for, in order") {
    const auto all = choose_figures({}, figures);
    REQUIRE(all);
    REQUIRE(all->size() == figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        CHECK((*all)[i].place == i);
        CHECK((*all)[i].key == OutputKey{.series = figures[i].name});
    }
    CHECK(chosen({output("rents.paid"), output("households.gini")}) ==
          "rents.paid = rents.paid; households.gini = households.gini");
}

TEST_CASE("a series that the model does not have is refused with the nearest, and its place") {
    const struct {
        std::string series;
        std::string nearest;
    } cases[] = {{"product.soup.prise", "product.soup.price"},
                 {"welfare.ew", "welfare.ev"},
                 {"gini.incme", "gini.income"}};
    for (const auto& each : cases) {
        INFO(each.series);
        const Diagnostic problem = refused(output(each.series));
        CHECK(problem.code == DiagnosticCode::scenario_name_unknown);
        CHECK(problem.explanation == "the model has no series `" + each.series + "`");
        CHECK(problem.remedy.starts_with("Did you mean `" + each.nearest + "`?"));
        CHECK(problem.position.line == 7);
        CHECK(problem.position.column == 10);
    }
    const Diagnostic far = refused(output("inventory.*"));
    CHECK(far.code == DiagnosticCode::scenario_name_unknown);
    CHECK(far.remedy == "`whatif --all` shows every figure by its name.");
}

TEST_CASE("a series that is not kept by a group is refused with those that are, and its place") {
    const struct {
        std::string series;
        std::string by;
    } cases[] = {{"product.soup.price", "section"},
                 {"welfare.cv", "section"},
                 {"sections.receipts", "quintile"},
                 {"rents.paid", "month"}};
    for (const auto& each : cases) {
        INFO(each.series);
        const Diagnostic problem = refused(output(each.series, {each.by}));
        CHECK(problem.code == DiagnosticCode::scenario_unsupported);
        CHECK(problem.explanation == "`" + each.series + "` is not kept by " + each.by);
        CHECK(problem.position.line == 7);
    }
}
