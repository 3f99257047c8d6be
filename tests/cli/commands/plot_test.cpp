#include <catch2/catch.hpp>

#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("plot balance has what accounts stand at, plot flow what changed") {
    const Town town;
    CHECK(town.print({"plot", "balance", "i0042:assets", "-f", "@week.journal", "-M", "--data"}) ==
          "series,period,amount\n"
          "inmates:i0042:assets:cash,2018-02-28,450.00\n"
          "inmates:i0042:assets:cash,2018-03-31,424.50\n");
    CHECK(town.print({"plot", "flow", "i0042:assets", "-f", "@week.journal", "-M", "--data",
                      "--invert"}) ==
          "series,period,amount\n"
          "inmates:i0042:assets:cash,2018-02,-450.00\n"
          "inmates:i0042:assets:cash,2018-03,25.50\n");
}

TEST_CASE("plot draws by month unless told otherwise") {
    const Town town;
    const std::vector<std::string> words{"plot", "balance",       "i0042:assets",
                                         "-f",   "@week.journal", "--data"};
    auto monthly = words;
    monthly.emplace_back("-M");
    CHECK(town.print(words) == town.print(monthly));
    auto daily = words;
    daily.emplace_back("-D");
    CHECK(town.print(daily).size() > town.print(monthly).size());
}

TEST_CASE("a script says title, axes, source, period and digest") {
    const Town town;
    const auto script = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"plot", "balance",       "i0042:assets",
                                       "-f",   "@week.journal", "--script"};
        words.insert(words.end(), more.begin(), more.end());
        return town.print(words);
    };
    const std::string text = script({});
    for (const auto* part :
         {"'Balances: i0042:assets'", "'Period'", "'Balance at the end of the period (BOB)'",
          "Source: week.journal; ", "digest of the book ", "set terminal svg size 800,500 "}) {
        INFO(text);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(script({"--title", "Cash of 'i0042'"}).find("\"Cash of \\047i0042\\047\"") !=
          std::string::npos);
    CHECK(script({}) == text);
    CHECK(script({"--size", "640x400"}).find("svg size 640,400") != std::string::npos);
}

TEST_CASE("nothing to draw, two units and unknown pictures are told") {
    const Town town;
    const auto nothing = town.run({"plot", "flow", "nobody", "-f", "@week.journal"});
    CHECK(nothing.code == 2);
    CHECK(nothing.err.find("nothing to draw") != std::string::npos);
    town.write("two.journal",
               "commodity 1.00 BOB\ncommodity 1.00 USD\n\n2018-01-01 x\n    a:assets:x  1.00 BOB\n"
               "    a:income:y  -1.00 BOB\n\n2018-01-02 x\n    a:assets:x  1.00 USD\n"
               "    a:income:y  -1.00 USD\n");
    const auto two = town.run({"plot", "balance", "-f", "@two.journal"});
    CHECK(two.code == 2);
    CHECK(two.err.find("BOB, USD") != std::string::npos);
    CHECK(two.err.find("cur:SYMBOL") != std::string::npos);
    CHECK(town.run({"plot", "balanse", "-f", "@week.journal"}).err.find("did you mean balance") !=
          std::string::npos);
    CHECK(town.run({"plot"}).code == 2);
}

TEST_CASE("help lists every picture") {
    const std::string help = Town{}.print({"plot", "--help"});
    for (const auto* name : {"balance: ", "flow: ", "table: "}) {
        CHECK(help.find(name) != std::string::npos);
    }
}
