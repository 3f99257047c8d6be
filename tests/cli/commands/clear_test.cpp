#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

// Shapley and Shubik, International Journal of Game Theory 1 (1971), section 5.
const std::string values =
    "household,house1,house2,house3\nb1,23,22,21\nb2,26,24,22\nb3,20,21,17\n";
const std::string reserves = "cell,reserve\nhouse1,18\nhouse2,15\nhouse3,19\n";

}  // namespace

TEST_CASE("clear prints a row a cell, with the rents of the published game") {
    const Town town;
    town.write("v.csv", values);
    town.write("r.csv", reserves);
    CHECK(town.print({"clear", "--values", "@v.csv", "--reserves", "@r.csv", "-O", "csv"}) ==
          "cell,household,low,high\nhouse1,b2,21,23\nhouse2,b3,20,21\nhouse3,b1,19,20\n");
    const std::string households = town.print({"clear", "--values", "@v.csv", "--reserves",
                                               "@r.csv", "--show", "households", "-O", "csv"});
    CHECK(households ==
          "household,cell,value,payoff_at_high,payoff_at_low\n"
          "b1,house3,21,1,2\nb2,house1,26,3,5\nb3,house2,21,0,1\n");
}

TEST_CASE("an unlet cell has no household and its reserve, exact to the decimals written") {
    const Town town;
    town.write("v.csv", "household,a,b\nh,0.30,\n");
    CHECK(town.print({"clear", "--values", "@v.csv", "-O", "csv"}) ==
          "cell,household,low,high\na,h,0.0,0.3\nb,,0.0,0.0\n");
}

TEST_CASE("clear says what it lacks, and what is wrong in a file") {
    const Town town;
    town.write("v.csv", values);
    town.write("bad.csv", "household,a\nh,much\n");
    CHECK(town.run({"clear"}).code == 2);
    CHECK(town.run({"clear", "--values", "@v.csv", "--show", "all"}).code == 2);
    CHECK(town.run({"clear", "--values", "@absent.csv"}).code == 3);
    const auto bad = town.run({"clear", "--values", "@bad.csv"});
    CHECK(bad.code == 1);
    CHECK(bad.err.find("bad.csv:2:3: error[number_invalid]") != std::string::npos);
    CHECK(bad.out.empty());
}

TEST_CASE("a value that is wrong, a name twice and a name of nobody are told with their places") {
    const Town town;
    town.write("header.csv", "cell,a\nh,1\n");
    town.write("twice.csv", "household,a,a\nh,1,2\n");
    town.write("v.csv", values);
    town.write("r.csv", "cell,reserve\nhouse4,1\n");
    const struct {
        std::vector<std::string> arguments;
        std::string expected;
    } cases[] = {
        {{"clear", "--values", "@header.csv"}, "header.csv:1:1: error[values_header_invalid]"},
        {{"clear", "--values", "@twice.csv"}, "twice.csv:1:13: error[values_name_invalid]"},
        {{"clear", "--values", "@v.csv", "--reserves", "@r.csv"},
         "r.csv:2:1: error[values_name_unknown]"},
    };
    for (const auto& each : cases) {
        const auto outcome = town.run(each.arguments);
        CHECK(outcome.code == 1);
        CHECK(outcome.err.find(each.expected) != std::string::npos);
    }
}
