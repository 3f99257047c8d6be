#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("demand prints an elasticity a row, and the series it was made of") {
    const Town town;
    const std::string csv = town.print(
        {"demand", "-f", "@sales.journal", "--product", "bread", "--no-income", "-O", "csv"});
    CHECK(csv.starts_with(
        "product,respect_to,elasticity,std_error,statistic,p_value,low,high\nbread,bread,"));
    const std::string series =
        town.print({"demand", "-f", "@sales.journal", "--series", "-O", "csv"});
    CHECK(series.starts_with("period,buyer,income,price_bread,quantity_bread,"));
    for (const std::string flag : {"--every", "--period"}) {
        CHECK(
            town.print({"demand", "-f", "@sales.journal", "--series", flag, "quarter", "-O", "csv"})
                .find("\n2018Q1,all,") != std::string::npos);
    }
    CHECK(series.find("\n2018-03,all,,0.65000000000000002,10,6.5,") != std::string::npos);
}

TEST_CASE("the series of a book go through regress to the same numbers") {
    const Town town;
    town.write("s.csv", town.print({"demand", "-f", "@sales.journal", "--series", "-O", "csv"}));
    const std::string direct = town.print({"demand", "-f", "@sales.journal", "--product", "bread",
                                           "--no-income", "--on-simulated", "-O", "csv"});
    const std::string through =
        town.print({"regress", "--data", "@s.csv", "--formula",
                    "log(quantity_bread) ~ log(price_bread)", "--on-simulated", "-O", "csv"});
    const auto slope = through.substr(through.find("log(price_bread),") + 17);
    CHECK(direct.find("bread,bread," + slope.substr(0, 17)) != std::string::npos);
}

TEST_CASE("demand refuses what it cannot estimate, and instruments without a method") {
    const Town town;
    const auto wrong = town.run({"demand", "-f", "@sales.journal", "--product", "breed"});
    CHECK(wrong.code == 1);
    CHECK(wrong.err.find("error[series_missing]") != std::string::npos);
    CHECK(wrong.err.find("`bread`") != std::string::npos);
    for (const std::vector<std::string>& flags : {std::vector<std::string>{"--method", "2sls"},
                                                  {"--instruments", "elsewhere"},
                                                  {"--by", "street"},
                                                  {"--every", "fortnight"}}) {
        std::vector<std::string> arguments{"demand", "-f", "@sales.journal"};
        arguments.insert(arguments.end(), flags.begin(), flags.end());
        CHECK(town.run(arguments).code == 2);
    }
    town.write("z.csv", "period,cost\n2018-01,1\n2018-01,2\n");
    const auto twice = town.run({"demand", "-f", "@sales.journal", "--method", "2sls",
                                 "--instruments", "cost", "--instruments-file", "@z.csv"});
    CHECK(twice.code == 1);
    CHECK(twice.err.find("error[data_key_twice]") != std::string::npos);
}
