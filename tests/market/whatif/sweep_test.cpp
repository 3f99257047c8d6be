#include "market/whatif/sweep.hpp"

#include <cmath>
#include <map>

#include "tests/market/whatif/asked_file.hpp"

using namespace cellbook;
using test::output_of;
using test::soup_file;
using test::SoupModel;

namespace {

/// What two sections ask of a head is drawn for each: together they take in a sum of the two.
std::string two_dues() {
    std::string text = soup_file(
        "\"posta\" = { dist = \"uniform\", low = 1.0, high = 1.4 }\n"
        "\"palmar\" = { dist = \"uniform\", low = 1.0, high = 3.0 }\n",
        output_of("sections.receipts") + output_of("sections.posta.receipts"), "seed = 7\n",
        "model = \"partial\"\n");
    const std::string shock =
        "target = \"fee.dues.section.posta\"\nop = \"scale\"\nvalue = { parameter = \"posta\" }\n"
        "[[scenario.shock]]\n"
        "target = \"fee.dues.section.palmar\"\nop = \"scale\"\nvalue = { parameter = \"palmar\" "
        "}\n";
    return text.replace(text.find("target = \"price.soup\"\nvalue = \"+20%\"\n"), 37, shock);
}

Result<std::optional<Table>> sweep(const SoupModel& asked, const ScenarioSweep& how,
                                   unsigned threads = 1) {
    return run_sweep({.model = asked.model(),
                      .scenario = asked.model().scenarios().back(),
                      .sweep = how,
                      .seed = Seed{3},
                      .threads = threads});
}

ScenarioSweep of_two(std::vector<std::string> metrics) {
    return {.points = 512,
            .parameters = {"posta", "palmar"},
            .metrics = std::move(metrics),
            .second_order = true,
            .bootstrap = 50};
}

Table table_of(const SoupModel& asked, const ScenarioSweep& how, unsigned threads = 1) {
    auto table = sweep(asked, how, threads);
    if (!table) UNSCOPED_INFO(to_string(table.error()));
    REQUIRE(table);
    REQUIRE(*table);
    return **std::move(table);
}

/// Indices by `metric parameter order`.
std::map<std::string, double> indices(const Table& table) {
    std::map<std::string, double> found;
    for (const Row& row : table.rows) {
        found[plain_text(row.cells[0]) + " " + plain_text(row.cells[1]) + " " +
              plain_text(row.cells[2])] = std::stod(plain_text(row.cells[3]));
    }
    return found;
}

}  // namespace

TEST_CASE("where a figure is a sum of what is drawn, first-order indices are shares of variance") {
    const SoupModel asked{two_dues()};
    const auto found = indices(table_of(asked, of_two({"sections.receipts"})));
    // Posta asks 60 of its people, and palmar 20: widths of 24 and 40, and variances as their
    // squares.
    const double posta = 24.0 * 24 / (24.0 * 24 + 40.0 * 40);
    CHECK(found.size() == 5);
    CHECK(found.at("sections.receipts posta first") == Approx(posta).margin(0.03));
    CHECK(found.at("sections.receipts palmar first") == Approx(1 - posta).margin(0.03));
    CHECK(found.at("sections.receipts posta first") + found.at("sections.receipts palmar first") ==
          Approx(1).margin(0.03));
    CHECK(found.at("sections.receipts posta total") == Approx(posta).margin(0.03));
    CHECK(found.at("sections.receipts palmar total") == Approx(1 - posta).margin(0.03));
    CHECK(found.at("sections.receipts posta x palmar second") == Approx(0).margin(0.05));
}

TEST_CASE("a figure hangs on nothing else than what moves it") {
    const SoupModel asked{two_dues()};
    const Table table = table_of(asked, of_two({"sections.posta.receipts"}));
    const auto found = indices(table);
    CHECK(found.at("sections.posta.receipts posta first") == Approx(1).margin(0.03));
    CHECK(found.at("sections.posta.receipts palmar total") == Approx(0).margin(1e-9));
    CHECK(table.title == "Sobol' indices of dear, 3072 runs");
    CHECK(table.notes.front().starts_with("sections.posta.receipts: mean "));
}

TEST_CASE("indices are the same for any number of threads") {
    const SoupModel asked{two_dues()};
    const ScenarioSweep how = of_two({"sections.receipts", "sections.posta.receipts"});
    CHECK(indices(table_of(asked, how)) == indices(table_of(asked, how, 3)));
}

TEST_CASE("where no parameters are named all that vary are swept") {
    const SoupModel asked{two_dues()};
    const Table table =
        table_of(asked, {.points = 4, .metrics = {"sections.receipts"}, .bootstrap = 10});
    std::size_t varying = 0;
    for (const auto& parameter : asked.model().uncertain()) {
        varying += parameter.distribution.sort() != DistributionSort::constant;
    }
    CHECK(varying > 2);
    CHECK(table.rows.size() == 2 * varying);
}

TEST_CASE("a metric or parameter that is none is refused with the nearest") {
    const SoupModel asked{two_dues()};
    const struct {
        ScenarioSweep how;
        DiagnosticCode code;
        std::string words;
        std::string remedy;
    } cases[] = {
        {{.points = 2, .parameters = {"posta"}, .metrics = {"sections.receipt"}, .bootstrap = 10},
         DiagnosticCode::scenario_name_unknown,
         "the metric `sections.receipt` is none of the file's outputs",
         "Did you mean `sections.receipts`?"},
        {{.points = 2, .parameters = {"posto"}, .metrics = {"sections.receipts"}, .bootstrap = 10},
         DiagnosticCode::scenario_name_unknown,
         "there is no parameter `posto` to vary",
         "Did you mean `posta`?"},
        {{.points = 4,
          .parameters = {"palmar"},
          .metrics = {"sections.posta.receipts"},
          .bootstrap = 10},
         DiagnosticCode::sensitivity_undefined,
         "",
         ""},
    };
    for (const auto& each : cases) {
        const auto table = sweep(asked, each.how);
        REQUIRE_FALSE(table);
        INFO(to_string(table.error()));
        CHECK(table.error().code == each.code);
        CHECK(table.error().explanation.find(each.words) != std::string::npos);
        CHECK(table.error().remedy.find(each.remedy) != std::string::npos);
    }
}
