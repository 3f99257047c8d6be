#include <cmath>
#include <sstream>

#include "tests/cli/small_prison_town.hpp"

using cellbook::test::SmallPrisonTown;
using cellbook::test::Town;
using Words = std::vector<std::string>;

namespace {

/// A figure's row of csv, by columns.
Words row_of(const std::string& csv, const std::string& figure) {
    const std::size_t at = csv.find("\n" + figure + ",");
    INFO(figure);
    REQUIRE(at != std::string::npos);
    std::istringstream line{csv.substr(at + 1, csv.find('\n', at + 1) - at - 1)};
    Words cells;
    for (std::string cell; std::getline(line, cell, ',');) cells.push_back(cell);
    return cells;
}

double number(const std::string& csv, const std::string& figure, std::size_t column) {
    return std::stod(row_of(csv, figure).at(column));
}

constexpr std::size_t baseline = 2;
constexpr std::size_t scenario = 3;
constexpr std::size_t difference = 4;
constexpr std::size_t percent = 5;
constexpr std::size_t low = 6;
constexpr std::size_t high = 7;

}  // namespace

TEST_CASE("whatif prints a row a figure, in csv every one and in full") {
    const SmallPrisonTown prison;
    const std::string csv = prison.print({"--set", "price.soup=+20%", "--demand", "isoelastic",
                                          "--closure", "partial", "--draws", "0", "-O", "csv"});
    CHECK(csv.starts_with("figure,unit,baseline,scenario,difference,percent,low,high\n"));
    CHECK(number(csv, "product.soup.price", baseline) == 5);
    CHECK(number(csv, "product.soup.price", scenario) == Approx(6).epsilon(1e-15));
    CHECK(number(csv, "product.soup.revenue", scenario) ==
          Approx(180 * std::pow(1.2, 0.1)).epsilon(1e-12));
    CHECK(number(csv, "product.soup.price", percent) == Approx(20));
    CHECK(number(csv, "product.bread.price", difference) == 0);
    // No draws, no ranges; a change of welfare has no baseline.
    CHECK(row_of(csv, "product.soup.price").at(low).empty());
    CHECK(row_of(csv, "households.ev")[baseline].empty());
}

TEST_CASE("whatif gives ranges by draws, the same by the same seed with any number of threads") {
    const SmallPrisonTown prison;
    const auto with = [&](const Words& more) {
        Words all{"--set", "tax.soup=10%", "--draws", "30", "-O", "csv"};
        all.insert(all.end(), more.begin(), more.end());
        return prison.print(all);
    };
    const std::string one = with({"--threads", "1"});
    CHECK(one == with({"--threads", "3"}));
    CHECK(one == with({"--seed", "1"}));
    CHECK(one != with({"--seed", "2"}));
    CHECK(number(one, "product.soup.tax", low) < number(one, "product.soup.tax", difference));
    CHECK(number(one, "product.soup.tax", difference) < number(one, "product.soup.tax", high));
}

TEST_CASE("whatif in text says what was asked, of which period, and what it rests on") {
    const SmallPrisonTown prison;
    const std::string text =
        prison.print({"--set", "price.soup=+20%", "--set", "income.family=-10%", "--draws", "0"});
    CHECK(
        text.starts_with("What if price.soup=+20%, income.family=-10% in 2018-03-01..2018-03-21"));
    for (const std::string words :
         {"Figure", "product.soup.price", "BOB a unit", "illustrative", "book ", "demand les"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    const std::string all =
        prison.print({"--set", "price.soup=+20%", "--draws", "0", "--all", "--closure", "partial"});
    CHECK(all.find("product.bread.price") != std::string::npos);
    CHECK(prison.print({"--set", "price.soup=5", "--draws", "0"}).find("nothing changes") !=
          std::string::npos);
}

TEST_CASE("incomes are spent again, or stay, or sections keep what they take") {
    const SmallPrisonTown prison;
    const auto income = [&](const std::string& closure) {
        return number(prison.print({"--set", "tax.laundry=20%", "--closure", closure, "--draws",
                                    "0", "-O", "csv"}),
                      "households.income", difference);
    };
    CHECK(income("general") != Approx(income("partial")));
    CHECK(income("general") > income("sections-keep"));
}

TEST_CASE("a limit is priced or rationed as asked") {
    const SmallPrisonTown prison;
    const auto price = [&](const std::string& rule) {
        return number(prison.print({"--set", "quantity.soup<=30", "--limits", rule, "--draws", "0",
                                    "-O", "csv"}),
                      "product.soup.price", scenario);
    };
    CHECK(price("ration") == Approx(5));
    CHECK(price("price") > 5.5);
}

TEST_CASE("people and cells move rents by the cell market, unless rents are fixed") {
    const SmallPrisonTown prison;
    const auto told = [&](const std::string& rents) {
        return prison.print({"--set", "population=+3", "--rents", rents, "--draws", "0"});
    };
    CHECK(told("cleared").find("lowest competitive rents of the cell market") != std::string::npos);
    CHECK(told("fixed").find("cell market") == std::string::npos);
}

TEST_CASE("a scenario of a file is asked by its name") {
    const SmallPrisonTown prison;
    std::string text = prison.town.read("ceiling.toml");
    text.replace(text.find("start = 2018-04-01"), 18, "start = 2018-01-01");
    prison.town.write("ceiling2.toml", text);
    const auto rent = [&](const std::string& name) {
        return number(prison.print({"--scenario", "@ceiling2.toml", "--name", name, "--draws", "0",
                                    "-O", "csv"}),
                      "rents.section.posta.paid", percent);
    };
    CHECK(rent("ceiling") == Approx(100 * (250.0 / 300 - 1)));
    const auto unchanged = prison.run({"--scenario", "@ceiling2.toml", "--name", "reference"});
    CHECK(unchanged.code == 2);
    CHECK(unchanged.err.find("nothing is changed") != std::string::npos);
    // Settings come on top of the file.
    const std::string both = prison.print({"--scenario", "@ceiling2.toml", "--name", "ceiling",
                                           "--set", "price.soup=6", "--draws", "0", "-O", "csv"});
    CHECK(number(both, "product.soup.price", scenario) == Approx(6));
    CHECK(number(both, "rents.section.posta.paid", percent) == Approx(100 * (250.0 / 300 - 1)));
}

TEST_CASE("whatif lists its parameters with their ranges and why") {
    const SmallPrisonTown prison;
    const std::string csv = prison.print({"--parameters", "--param", "demand.soup.elasticity=-0.5",
                                          "--demand", "linear", "-O", "csv"});
    CHECK(csv.starts_with("parameter,value,low,high,origin,used,basis\n"));
    CHECK(csv.find("\ndemand.frisch,-2.5,") != std::string::npos);
    CHECK(csv.find("\ndemand.soup.elasticity,-0.5,-0.5,-0.5,given,yes,") != std::string::npos);
}

TEST_CASE("whatif refuses a question without a change, a period without payments, no figure") {
    const SmallPrisonTown prison;
    const auto nothing = prison.run({});
    CHECK(nothing.code == 2);
    CHECK(nothing.err.find("nothing is changed") != std::string::npos);
    CHECK(nothing.err.find("--set price.sauna=+20%") != std::string::npos);
    const auto empty = prison.run({"--set", "price.soup=6", "-p", "2019"});
    CHECK(empty.code == 1);
    CHECK(empty.err.find("error[baseline_empty]") != std::string::npos);
    const auto headline =
        prison.run({"--set", "price.soup=6", "--headline", "households.evs", "--draws", "0"});
    CHECK(headline.code == 1);
    CHECK(headline.err.find("error[headline_unknown]") != std::string::npos);
    CHECK(headline.err.find("Did you mean `households.ev`?") != std::string::npos);
    CHECK(prison.run({"--set", "price.soup=6", "--draws", "many"}).code == 2);
    for (const auto& outcome : {nothing, empty, headline}) CHECK(outcome.out.empty());
}

TEST_CASE("whatif takes the commodity that it is asked for") {
    const SmallPrisonTown prison;
    const auto euro = prison.run({"--set", "price.soup=6", "-c", "EUR"});
    CHECK(euro.code == 1);
    CHECK(euro.err.find("error[baseline_empty]: nothing is recorded in EUR") != std::string::npos);
}
