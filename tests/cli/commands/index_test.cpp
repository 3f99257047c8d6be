#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("an index of a file prints the base first and seventeen digits") {
    const Town town;
    CHECK(town.print({"index", "--data", "@prices.csv", "--method", "laspeyres", "--method",
                      "geks-fisher", "-O", "csv"})
              .starts_with("period,method,value\nt1,laspeyres,1\nt2,laspeyres,1.3466666666666667\n"
                           "t3,laspeyres,1.5533333333333333\nt4,laspeyres,1.6733333333333333\n"
                           "t1,geks-fisher,1\n"));
    CHECK(town.print({"index", "--data", "@prices.csv", "--method", "dutot", "--chained", "--base",
                      "t3", "-O", "csv"})
              .starts_with("period,method,value\nt3,chained-dutot,1\nt1,chained-dutot,0.7142"));
}

TEST_CASE("an index of a book takes the prices of what was sold, and says how they are known") {
    const Town town;
    const std::string months =
        town.print({"index", "-f", "@sales.journal", "--method", "laspeyres"});
    // 0.60 and 5.00 after 0.50 and 5.00, of 10 loaves and 2 soups.
    CHECK(months.find("2018-02     1.0667") != std::string::npos);
    CHECK(months.find("2018-03     1.1667") != std::string::npos);
    CHECK(months.find("prices are observed 71.3%, assumed 28.7%") != std::string::npos);
    CHECK(town.print({"index", "-f", "@sales.journal", "--method", "unit-value", "kind:shop_sale",
                      "-O", "csv"}) ==
          "period,method,value\n2018-01,unit-value,1\n"
          "2018-02,unit-value,1.2\n2018-03,unit-value,1.3\n");
    CHECK(town.print({"index", "-f", "@sales.journal", "-Q"}).find("2018Q1") != std::string::npos);
}

TEST_CASE("what an index cannot be made of is refused") {
    const Town town;
    town.write("bad.csv", "period,product,price,quantity\n1,rice,0,1\n2,rice,2,1\n");
    const auto zero = town.run({"index", "--data", "@bad.csv"});
    CHECK(zero.code == 1);
    CHECK(zero.err.find("bad.csv:2:8: error[price_not_positive]") != std::string::npos);
    CHECK(zero.err.find("\n    1,rice,0,1\n           ^\n") != std::string::npos);
    const auto base = town.run({"index", "--data", "@prices.csv", "--base", "t9"});
    CHECK(base.code == 1);
    CHECK(base.err.find("error[index_base_unknown]") != std::string::npos);
    CHECK(base.err.find("Did you mean t") != std::string::npos);
    town.write("unpriced.csv", "period,product,price\n1,rice,3\n2,rice,2\n");
    CHECK(town.run({"index", "--data", "@unpriced.csv"}).err.find("`quantity`") !=
          std::string::npos);
    CHECK(town.print({"index", "--data", "@unpriced.csv", "--method", "all", "-O", "csv"})
              .starts_with("period,method,value\n1,carli,1\n"));
    CHECK(town.run({"index", "-f", "@week.journal"}).err.find("error[prices_missing]") !=
          std::string::npos);
    const std::vector<std::vector<std::string>> wrong{
        {"--data", "@prices.csv", "-f", "@week.journal"},
        {"--data", "@prices.csv", "--method", "fischer"},
        {"--data", "@prices.csv", "--splice", "mean"},
        {"--data", "@prices.csv", "--window", "3", "--splice", "means"},
        {"-f", "@sales.journal", "-M", "-Q"}};
    for (auto words : wrong) {
        words.insert(words.begin(), "index");
        CHECK(town.run(words).code == 2);
    }
}
