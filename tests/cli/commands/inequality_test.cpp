#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("inequality of a column prints a measure a row, in csv to 17 digits") {
    const Town town;
    town.write("x.csv", "x\n541\n1463\n2445\n3438\n4437\n5401\n6392\n8304\n11904\n22261\n");
    const std::string csv =
        town.print({"inequality", "--data", "@x.csv", "--column", "x", "-O", "csv"});
    CHECK(csv.starts_with("measure,value\nn,10\n"));
    CHECK(csv.find("\ngini,0.46209113026762382\n") != std::string::npos);
    CHECK(csv.find("\ngini_corrected,0.5134345891862487\n") +
              csv.find("\ngini_corrected,0.51343458918624869\n") !=
          2 * std::string::npos);
    for (const std::string name :
         {"theil_t", "theil_l", "atkinson(0.5)", "atkinson(1)", "atkinson(2)", "palma"}) {
        CHECK(csv.find('\n' + name + ",0.") + csv.find('\n' + name + ",2.") !=
              2 * std::string::npos);
    }
    const std::string more = town.print({"inequality", "--data", "@x.csv", "--column", "x",
                                         "--atkinson", "0.750", "--atkinson", "3", "-O", "csv"});
    CHECK(more.find("\natkinson(0.75),0.") != std::string::npos);
    CHECK(more.find("\natkinson(3),0.") != std::string::npos);
}

TEST_CASE("an aversion that is no number above zero is refused") {
    const Town town;
    town.write("x.csv", "x\n1\n");
    for (const std::string aversion : {"0", "-1", "1e1", "much", "100.5"}) {
        CHECK(
            town.run({"inequality", "--data", "@x.csv", "--column", "x", "--atkinson=" + aversion})
                .code == 2);
    }
}

TEST_CASE(
    "inequality of a file that is wrong says where, and one that is absent is another failure") {
    const Town town;
    town.write("x.csv", "x\n1\nmuch\n");
    const auto wrong = town.run({"inequality", "--data", "@x.csv", "--column", "x"});
    CHECK(wrong.code == 1);
    CHECK(wrong.err.find("x.csv:3:1: error[number_invalid]") != std::string::npos);
    CHECK(wrong.out.empty());
    CHECK(town.run({"inequality", "--data", "@absent.csv", "--column", "x"}).code == 3);
}

TEST_CASE("households of a book are measured, and by section beside each other") {
    const Town town;
    const std::string csv =
        town.print({"inequality", "-f", "@week.journal", "--of", "wealth", "-O", "csv"});
    // i0042 has 424.50 left, and the kiosk's 5.50 are its owner's.
    CHECK(csv.starts_with("measure,value\nn,2\nweight,2\nsum,430\n"));
    CHECK(town.print({"inequality", "-f", "@week.journal", "--of", "wealth", "--by", "section",
                      "-O", "csv"})
              .starts_with("group,measure,value\n,n,2\n"));
}
