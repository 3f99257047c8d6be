#include <sstream>

#include "tests/cli/small_prison_town.hpp"

using cellbook::test::Outcome;
using cellbook::test::SmallPrisonTown;
using Words = std::vector<std::string>;

namespace {

Words words(const Words& more) {
    Words all{"optimum", "-f", "@prison.journal", "-f", "@events.csv"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Rows of csv after its header: level, value, best.
std::vector<Words> rows_of(const std::string& csv) {
    std::vector<Words> rows;
    std::istringstream lines{csv};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells{line};
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    rows.erase(rows.begin());
    return rows;
}

}  // namespace

TEST_CASE("optimum prints the curve, and marks its best level once") {
    const SmallPrisonTown prison;
    const std::string csv = prison.town.print(
        words({"price.soup", "--demand", "linear", "--param", "demand.elasticity=-1.2", "--closure",
               "partial", "--points", "9", "-O", "csv"}));
    CHECK(csv.starts_with("level,value,best\n"));
    const auto rows = rows_of(csv);
    REQUIRE(rows.size() == 10);
    double level = 0;
    int marked = 0;
    for (const Words& row : rows) {
        if (row.size() < 3 || row[2] != "yes") continue;
        ++marked;
        level = std::stod(row[0]);
    }
    CHECK(marked == 1);
    // Half the price of 5 (1 + 1/1.2) at which nothing is bought.
    CHECK(level == Approx(5 * (1 + 1 / 1.2) / 2).epsilon(1e-6));
    CHECK(std::stod(rows.front()[0]) == 2.5);
    CHECK(std::stod(rows.back()[0]) == 15);
}

TEST_CASE("optimum says in text where the figure is greatest, and how much it is") {
    const SmallPrisonTown prison;
    const std::string text = prison.town.print(words(
        {"tax.soup", "--objective", "product.soup.tax", "--demand", "linear", "--points", "11"}));
    CHECK(text.starts_with("product.soup.tax by tax.soup in 2018-03-01..2018-03-21"));
    CHECK(text.find("greatest at 0.") != std::string::npos);
    CHECK(text.find("whatif --set tax.soup=") != std::string::npos);
}

TEST_CASE("optimum refuses what has no answer, and what it does not know") {
    const SmallPrisonTown prison;
    const struct {
        Words more;
        int code;
        std::string told;
    } cases[] = {
        {{}, 2, "no target is named"},
        {{"prices.soup"}, 2, "Did you mean"},
        {{"quantity.soup"}, 2, ""},
        {{"price.soup", "--from", "x"}, 2, ""},
        {{"price.soup", "--points", "many"}, 2, ""},
        {{"price.soup", "--from", "9", "--to", "6"}, 1, "error[shock_value_invalid]"},
        {{"price.soup", "--objective", "revenu"}, 1, "error[headline_unknown]"},
        {{"price.soop"}, 1, "error[shock_target_unknown]"},
        {{"price.soup", "-p", "2019"}, 1, "error[baseline_empty]"},
        {{"price.soup", "--demand", "isoelastic", "--param", "demand.elasticity=-0.8"},
         1,
         "error[optimum_unbounded]"},
    };
    for (const auto& each : cases) {
        INFO((each.more.empty() ? "" : each.more.front()) << " " << each.told);
        const Outcome outcome = prison.town.run(words(each.more));
        INFO(outcome.err);
        CHECK(outcome.code == each.code);
        CHECK(outcome.err.find(each.told) != std::string::npos);
        CHECK(outcome.out.empty());
    }
}
