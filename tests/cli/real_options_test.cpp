#include "cli/real_options.hpp"

#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a statement in real terms takes the book's own prices") {
    const Town town;
    const auto food = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{
            "incomestatement", "-f", "@sales.journal", "inmates:i0042", "-M", "-O", "csv"};
        words.insert(words.end(), more.begin(), more.end());
        return town.print(words);
    };
    // Laspeyres is 1, 16/15 and 17.5/15: 4.80 of February are 4.50 and 6.50 of March 5.57.
    const std::string real = food({"--real", "laspeyres"});
    CHECK(real.find("expenses:food,2018-01,BOB of 2018-01,5.00\n") != std::string::npos);
    CHECK(real.find("expenses:food,2018-02,BOB of 2018-01,4.50\n") != std::string::npos);
    CHECK(real.find("expenses:food,2018-03,BOB of 2018-01,5.57\n") != std::string::npos);
    CHECK(food({}).find("expenses:food,2018-03,BOB,6.50\n") != std::string::npos);
    CHECK(town.print({"balance", "-f", "@sales.journal", "expenses", "-M", "--real", "laspeyres",
                      "--show-prices"})
              .find("1 BOB = 0.9375 BOB of 2018-01, price of 2018-02-01") != std::string::npos);
    const std::string text = town.print(
        {"balance", "-f", "@sales.journal", "expenses", "-M", "--real", "chained-fisher"});
    CHECK(text.find("BOB of 2018-01 by chained-fisher") != std::string::npos);
}

TEST_CASE("every report by amounts takes an outside series") {
    const Town town;
    town.write("cpi.csv", "period,value\n2018-01,100\n2018-02,120\n2018-03,125\n");
    for (const char* report :
         {"incomestatement", "balancesheet", "cashflow", "balance", "register"}) {
        INFO(report);
        const std::string csv = town.print(
            {report, "-f", "@sales.journal", "party:inmates", "--real", "@cpi.csv", "-O", "csv"});
        CHECK(csv.find("BOB of 2018-01") != std::string::npos);
    }
    const std::string food = town.print({"balance", "-f", "@sales.journal", "expenses:food", "-M",
                                         "--real", "@cpi.csv", "-O", "csv"});
    CHECK(food ==
          "account,period,commodity,amount\n"
          "inmates:i0042:expenses:food,2018-01,BOB of 2018-01,5.00\n"
          "inmates:i0042:expenses:food,2018-02,BOB of 2018-01,4.00\n"
          "inmates:i0042:expenses:food,2018-03,BOB of 2018-01,5.20\n");
}

TEST_CASE("real terms that are not clear are refused") {
    const Town town;
    town.write("cpi.csv", "period,value\n2018-01,100\n");
    const std::vector<std::vector<std::string>> wrong{
        {"--real", "fischer"},      {"--real-base", "2018"},
        {"--real", "fisher", "-V"}, {"--real", "fisher", "--value", "then,BOB"},
        {"--real", "all"},          {"--real", "@cpi.csv", "-X", "EUR"}};
    for (auto words : wrong) {
        words.insert(words.begin(), {"balance", "-f", "@sales.journal"});
        INFO(words[3] + " " + words.back());
        CHECK(town.run(words).code == 2);
    }
    // Of two currencies one must be named.
    CHECK(town.run({"balance", "-f", "@week.journal", "--real", "@cpi.csv"}).code == 2);
    CHECK(town.print({"balance", "-f", "@week.journal", "--real", "@cpi.csv", "-X", "BOB"})
              .find("BOB of 2018-01") != std::string::npos);
    CHECK(town.run({"balance", "-f", "@sales.journal", "--real", "@cpi.csv", "--real-base", "2030"})
              .err.find("error[index_base_unknown]") != std::string::npos);
    CHECK(town.run({"balance", "-f", "@sales.journal", "--real", "@none.csv"}).code == 3);
}
