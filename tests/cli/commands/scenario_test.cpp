#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a right scenario file is told in a line with its hash, which comments do not change") {
    const Town town;
    const std::string told = town.print({"scenario", "validate", "@ceiling.toml"});
    CHECK(told.find("ceiling.toml: 2 scenarios, 1 shock, 1 parameter; hash ") != std::string::npos);
    town.write("said.toml", "# more is said\n" + town.read("ceiling.toml"));
    const std::string both = town.print({"scenario", "validate", "@ceiling.toml", "@said.toml"});
    const auto hash_at = [&](std::size_t from) {
        return both.substr(both.find("hash ", from), 69);
    };
    CHECK(hash_at(0) == hash_at(both.find('\n')));
}

TEST_CASE("each wrong file is told, with places and lines, and right ones beside it too") {
    const Town town;
    std::string text = town.read("ceiling.toml");
    text.replace(text.find("price.rent"), 10, "price.rnt.");
    town.write("wrong.toml", text);
    town.write("none.toml", "schema =");
    const auto outcome =
        town.run({"scenario", "validate", "@wrong.toml", "@ceiling.toml", "@none.toml"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.find("ceiling.toml: 2 scenarios") != std::string::npos);
    CHECK(outcome.err.find("wrong.toml:24:10: error[shock_target_unknown]") != std::string::npos);
    CHECK(outcome.err.find("target = \"price.rnt.\"") != std::string::npos);
    CHECK(outcome.err.find("none.toml:1:") != std::string::npos);
    CHECK(town.run({"scenario", "validate", "@absent.toml"}).code == 3);
    CHECK(town.run({"scenario", "list", "@wrong.toml"}).code == 1);
}

TEST_CASE("scenarios, shocks and parameters are a table, and so are targets") {
    const Town town;
    CHECK(town.print({"scenario", "list", "@ceiling.toml", "-O", "csv"}) ==
          "row,name,from,shock,target,value,start,end,ramp_days\n"
          "scenario,reference,,,,,,,\n"
          "scenario,ceiling,ceiling,,price.rent,ceiling 250,2018-04-01,,\n"
          "parameter,demand.elasticity,,,,\"normal(mean = -0.8, sd = 0.1)\",,,\n");
    const std::string targets = town.print({"scenario", "list", "--targets"});
    CHECK(targets.find("price.PRODUCT") != std::string::npos);
    CHECK(targets.find("population[.section.NAME]") != std::string::npos);
}

TEST_CASE("words that say nothing to do are errors of the command line") {
    const Town town;
    CHECK(town.run({"scenario"}).code == 2);
    CHECK(town.run({"scenario", "validate"}).code == 2);
    CHECK(town.run({"scenario", "list"}).code == 2);
    CHECK(town.run({"scenario", "list", "@ceiling.toml", "--targets"}).code == 2);
    CHECK(town.run({"scenario", "list", "@ceiling.toml", "@ceiling.toml"}).code == 2);
    CHECK(town.run({"scenario", "validate", "@ceiling.toml", "--targets"}).code == 2);
    const auto wrong = town.run({"scenario", "vlaidate", "@ceiling.toml"});
    CHECK(wrong.code == 2);
    CHECK(wrong.err.find("did you mean validate?") != std::string::npos);
}
