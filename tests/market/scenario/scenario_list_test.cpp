#include "market/scenario/scenario_list.hpp"

#include "tests/market/scenario/example_scenario.hpp"

using namespace cellbook;

TEST_CASE("a list shows each scenario's shocks, whose they are, and the parameters") {
    const ScenarioFile file = test::read_right(test::example_scenario);
    const Table table = scenario_list(file);
    CHECK(table.title ==
          "rent-ceiling-2026, equilibrium model, baseline book.cellbook from 2025-01-01 to "
          "2025-12-31");
    std::vector<std::string> lines;
    for (const Row& row : table.rows) {
        std::string line;
        for (const Value& cell : row.cells) line += plain_text(cell) + "|";
        lines.push_back(line);
    }
    CHECK(lines ==
          std::vector<std::string>{
              "scenario|reference||||||||",
              "scenario|ceiling|ceiling|posta|price.rent.section.posta|ceiling 250|2026-03-01|"
              "2026-08-31||",
              "scenario|ceiling-and-arrivals|ceiling|posta|price.rent.section.posta|ceiling 250|"
              "2026-03-01|2026-08-31||",
              "scenario|ceiling-and-arrivals|ceiling-and-arrivals||population.section.guanay|"
              "add 150|2026-04-01||30|",
              "parameter|demand.restaurant.elasticity||||estimate by iv, instruments cost, "
              "clusters by section||||",
              "parameter|demand.sauna.elasticity||||normal(mean = -1.4, sd = 0.2)||||",
              "parameter|household.mpc||||uniform(low = 0.6, high = 0.9)||||",
              "parameter|tax.sales||||0.03||||"});
    CHECK(table.notes.back() == "scenario file " + file.hash);
}
