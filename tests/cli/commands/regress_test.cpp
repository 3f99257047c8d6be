#include "tests/cli/town.hpp"

using cellbook::test::Town;

namespace {

const std::string numbers = "y,x,w,g\n1,2,1,a\n2,4,0,a\n4,5,3,b\n3,7,1,b\n8,9,2,c\n7,8,5,c\n";

}  // namespace

TEST_CASE("regress prints the columns that programs rely on, with every digit") {
    const Town town;
    town.write("d.csv", numbers);
    const std::string csv =
        town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "-O", "csv"});
    CHECK(csv.starts_with(
        "term,estimate,std_error,statistic,p_value,low,high\nconst,-1.38755980861244"));
    CHECK(csv.find("\nx,0.952153110047846") != std::string::npos);
    const std::string json =
        town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "-O", "json"});
    CHECK(json.find("\"notes\"") != std::string::npos);
    CHECK(json.find("Durbin-Watson") != std::string::npos);
    CHECK(town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "--statistics", "-O",
                      "csv"})
              .starts_with("statistic,value\nn,6\nk,2\n"));
    CHECK(town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "--formula", "y ~ x + w",
                      "-O", "csv"})
              .starts_with("model,term,estimate,"));
    CHECK(town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "--errors", "cluster:g",
                      "--bootstrap", "99", "-O", "csv"})
              .starts_with("term,estimate,std_error,statistic,p_value,low,high,bootstrap_p\n"));
    CHECK(town.print({"regress", "--data", "@d.csv", "--summary", "-O", "csv"})
              .starts_with("variable,group,n,missing,mean,sd,min,median,max\ny,,6,0,"));
}

TEST_CASE("what a regression cannot do is said by its code, with exit code 1") {
    struct Case {
        std::string data;
        std::vector<std::string> flags;
        std::string code;
    };
    const std::vector<Case> cases{
        {"y,x\n1,2\n2,abc\n3,4\n", {"--formula", "y ~ x"}, "d.csv:3:3: error[column_not_numbers]"},
        {"y,x,x\n1,2,3\n", {"--formula", "y ~ x"}, "d.csv:1:5: error[data_column_twice]"},
        {"y,x\n1,2\n", {"--formula", "y ~ x +"}, "formula:1:8: error[formula_invalid]"},
        {"y,x\n1,2\n", {"--formula", "y ~ xx"}, "formula:1:5: error[data_column_unknown]"},
        {"y,x\n1,0\n2,1\n", {"--formula", "y ~ log(x)"}, "formula:1:5: error[value_undefined]"},
        {"y,x\n1,2\n", {"--formula", "y ~ x"}, "error[rows_too_few]"},
        {"y,x,w\n1,2,2\n2,3,3\n3,5,5\n",
         {"--formula", "y ~ x + w"},
         "error[columns_collinear]: columns move together: `w`, `x`"},
        {"y,x\n1,2\n2,2\n3,2\n", {"--formula", "y ~ x"}, "error[not_identified]: `x` never varied"},
        {"y,x,z\n1,2,1\n2,4,2\n3,3,1\n4,1,2\n",
         {"--formula", "y ~ [x + I(x^2) ~ z]", "--method", "2sls"},
         "error[instruments_too_few]"},
        {"y,x,g\n1,2,a\n2,4,a\n3,3,a\n",
         {"--formula", "y ~ x", "--errors", "cluster:g"},
         "error[clusters_too_few]"},
        {"y,x,standing\n1,2,assumed\n2,4,simulated\n",
         {"--formula", "y ~ x"},
         "error[nothing_observed]: 0 of 2 rows observed: you would recover the generator"},
        {"y,x,d\n1,2,0\n3,4,0\n2,5,0\n4,4,0\n9,1,1\n",
         {"--formula", "y ~ x + d", "--errors", "hc3"},
         "error[leverage_one]"},
        {"", {"--formula", "y ~ x"}, "error[observations_empty]"}};
    for (const Case& each : cases) {
        const Town town;
        town.write("d.csv", each.data);
        std::vector<std::string> arguments{"regress", "--data", "@d.csv"};
        arguments.insert(arguments.end(), each.flags.begin(), each.flags.end());
        const auto outcome = town.run(arguments);
        INFO(outcome.err);
        CHECK(outcome.code == 1);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(each.code) != std::string::npos);
    }
}

TEST_CASE("a command line without data or formula is refused, an absent file is another failure") {
    const Town town;
    CHECK(town.run({"regress", "--formula", "y ~ x"}).code == 2);
    CHECK(town.run({"regress", "--data", "@prices.csv"}).code == 2);
    CHECK(town.run({"regress", "--data", "@no.csv", "--formula", "y ~ x"}).code == 3);
}

TEST_CASE("an estimate on rows that were not observed is stamped in every form") {
    const Town town;
    town.write("d.csv", "y,x,standing\n1,2,assumed\n2,4,assumed\n5,5,simulated\n");
    for (const std::string form : {"text", "json", "tex", "md", "html"}) {
        INFO(form);
        CHECK(town.print({"regress", "--data", "@d.csv", "--formula", "y ~ x", "--on-simulated",
                          "-O", form})
                  .find("ON SIMULATED DATA") != std::string::npos);
    }
}
