#include "cli/plot/table_file_picture.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

std::vector<std::string> plot(const std::vector<std::string>& more) {
    std::vector<std::string> words{"plot", "table", "@t.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace

TEST_CASE("a csv file is drawn by the columns that are named") {
    const Town town;
    town.write("t.csv", "period,who,value\n2018-01,a,1\n2018-02,a,2\n2018-01,b,3\n");
    CHECK(town.print(plot({"--x", "period", "--y", "value", "--by", "who", "--data"})) ==
          "series,period,value\na,2018-01,1\na,2018-02,2\nb,2018-01,3\n");
    const std::string script =
        town.print(plot({"--x", "period", "--y", "value", "--by", "who", "--script"}));
    CHECK(script.find("Source: t.csv; cellbook ") != std::string::npos);
    CHECK(script.find("# digest of the file ") != std::string::npos);
    CHECK(script.find("with linespoints") != std::string::npos);
    CHECK(town.print(plot({"--x", "period", "--y", "value", "--by", "who", "--mark", "bars",
                           "--script"}))
              .find("with boxes") != std::string::npos);
}

TEST_CASE("an axis is one of numbers when its column holds nothing else, unless it holds bars") {
    const Town town;
    town.write("t.csv", "share,value\n0,0\n0.5,0.2\n1,1\n");
    const auto script = [&](const std::string& mark) {
        return town.print(plot({"--x", "share", "--y", "value", "--mark", mark, "--script"}));
    };
    CHECK(script("steps").find("set xrange [0.0:1.0]") != std::string::npos);
    CHECK(script("points").find("with points") != std::string::npos);
    CHECK(script("bars").find("set xrange [-0.6:2.6]") != std::string::npos);
}

TEST_CASE("boxes want five columns, and other marks one") {
    const Town town;
    town.write("t.csv", "s,a,b,c,d,e\nposta,1,2,3,4,5\n");
    CHECK(town.print(plot({"--x", "s", "--y", "a,b,c,d,e", "--mark", "boxes", "--script"}))
              .find("with candlesticks") != std::string::npos);
    CHECK(town.run(plot({"--x", "s", "--y", "a,b", "--mark", "boxes"})).code == 2);
    CHECK(town.run(plot({"--x", "s", "--y", "a,b"})).code == 2);
}

TEST_CASE("what is missing or wrong is told") {
    const Town town;
    town.write("t.csv", "period,value\n2018-01,x\n");
    CHECK(town.run(plot({})).err.find("needs --x and --y") != std::string::npos);
    const auto words = town.run(plot({"--x", "period", "--y", "value"}));
    CHECK(words.code == 1);
    CHECK(words.err.find("t.csv:2:9: error[number_invalid]") != std::string::npos);
    CHECK(town.run(plot({"--x", "q", "--y", "period"})).code != 0);
    CHECK(town.run(plot({"--x", "period", "--y", "value", "--mark", "pies"})).code == 2);
    CHECK(town.run({"plot", "table", "@absent.csv", "--x", "a", "--y", "b"}).code == 3);
    CHECK(town.run({"plot", "table", "--x", "a", "--y", "b"}).code == 2);
    town.write("t.csv", "period,value\n");
    CHECK(town.run(plot({"--x", "period", "--y", "value"})).err.find("nothing to draw") !=
          std::string::npos);
}
