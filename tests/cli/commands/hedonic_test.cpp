#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("hedonic shows its cells, what attributes are worth, and what cells would let for") {
    const Town town;
    CHECK(town.print_warned({"hedonic", "-f", "@cells.journal", "--series", "-O", "csv"})
              .starts_with("cell,section,grade,area,places,floor,age,rent,standing\nposta-01,"));
    CHECK(town.print_warned({"hedonic", "-f", "@cells.journal", "--formula", "rent ~ 1",
                             "--on-simulated", "-O", "csv"})
              .starts_with("term,estimate,std_error,statistic,p_value,low,high\nconst,285,195,"));
    CHECK(town.print_warned({"hedonic", "-f", "@cells.journal", "--formula", "rent ~ 1",
                             "--on-simulated", "--predict", "-O", "csv"})
              .starts_with("cell,section,rent,predicted,low,high\nposta-01,sections:posta,,285,"));
}

TEST_CASE("rents of the same quality are an index from its first day on") {
    const Town town;
    const std::string csv = town.print_warned(
        {"hedonic", "-f", "@cells.journal", "posta", "--formula", "rent ~ 1", "--on-simulated",
         "--index", "month", "-b", "2018-02-01", "--on", "2018-04-30", "-O", "csv"});
    CHECK(csv ==
          "period,let,laspeyres,paasche,fisher\n2018-02,1,1,1,1\n2018-03,1,1,1,1\n"
          "2018-04,1,1,1,1\n");
}

TEST_CASE("hedonic refuses what was not observed, and flags that are not its own") {
    const Town town;
    const auto refused = town.run({"hedonic", "-f", "@cells.journal"});
    CHECK(refused.code == 1);
    CHECK(refused.err.find("0 of 5 rows observed: you would recover the generator") !=
          std::string::npos);
    for (const std::vector<std::string>& flags : {std::vector<std::string>{"--method", "2sls"},
                                                  {"--absorb", "section"},
                                                  {"--index", "month"},
                                                  {"--index", "day", "-b", "2018-01-01"}}) {
        std::vector<std::string> arguments{"hedonic", "-f", "@cells.journal"};
        arguments.insert(arguments.end(), flags.begin(), flags.end());
        CHECK(town.run(arguments).code == 2);
    }
}
