#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a Lorenz curve has a point behind each value, or as many as are asked for") {
    const Town town;
    town.write("x.csv", "x\n1\n1\n2\n");
    const std::vector<std::string> words{"lorenz", "--data", "@x.csv", "--column",
                                         "x",      "-O",     "csv"};
    const auto with = [&](const std::string& points) {
        auto all = words;
        all.push_back("--points=" + points);
        return all;
    };
    CHECK(town.print(with("all")) == "people,value\n0,0\n0.66666666666666667,0.5\n1,1\n");
    CHECK(town.print(with("2")) == "people,value\n0,0\n0.5,0.375\n1,1\n");
    const std::string usual = town.print(words);
    CHECK(std::count(usual.begin(), usual.end(), '\n') == 22);
    for (const std::string points : {"0", "-1", "x", "100001", "2.5"}) {
        CHECK(town.run(with(points)).code == 2);
    }
}

TEST_CASE("values without a sum have no Lorenz curve") {
    const Town town;
    town.write("x.csv", "x\n0\n0\n");
    const auto outcome = town.run({"lorenz", "--data", "@x.csv", "--column", "x"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("error[observations_sum]") != std::string::npos);
}
