#include "cli/distribution_options.hpp"

#include "tests/cli/town.hpp"

using cellbook::test::Town;
using Words = std::vector<std::string>;

TEST_CASE("a file of data and a book exclude each other") {
    const Town town;
    town.write("x.csv", "x,w\n1,1\n3,1\n");
    const Words data{"lorenz", "--data", "@x.csv", "--column", "x"};
    const auto with = [&](const Words& more) {
        Words all = data;
        all.insert(all.end(), more.begin(), more.end());
        return town.run(all);
    };
    CHECK(with({}).code == 0);
    CHECK(with({"--weight", "w"}).code == 0);
    for (const Words& more : {Words{"-f", "@week.journal"},
                              {"--of", "wealth"},
                              {"party:inmates"},
                              {"-p", "2018"},
                              {"--scale", "oecd"},
                              {"--by", "section"},
                              {"-V"}}) {
        const auto outcome = with(more);
        INFO(more.front());
        CHECK(outcome.code == 2);
        CHECK(outcome.err.find("--data") != std::string::npos);
    }
    CHECK(town.run({"lorenz", "--data", "@x.csv"}).code == 2);
    CHECK(town.run({"lorenz", "-f", "@week.journal", "--of", "wealth", "--column", "x"}).code == 2);
}

TEST_CASE("a book needs to be told what of, and takes only the words there are") {
    const Town town;
    const auto refused = [&](const Words& words) {
        Words all{"inequality", "-f", "@week.journal"};
        all.insert(all.end(), words.begin(), words.end());
        const auto outcome = town.run(all);
        CHECK(outcome.code == 2);
        return outcome.err;
    };
    CHECK(refused({}).find("add --of income, disposable, consumption or wealth") !=
          std::string::npos);
    CHECK(refused({"--of", "income", "--scale", "oxford"}).find("oecd-modified") !=
          std::string::npos);
    CHECK(refused({"--of", "income", "--by", "sector"}).find("`section`") != std::string::npos);
    CHECK(refused({"--of", "income", "--weight", "heads"}).find("`persons`") != std::string::npos);
    CHECK(refused({"--of", "kind:cell_rent"}).find("names accounts") != std::string::npos);
    CHECK(refused({"--of", "date:2018"}).find("names accounts") != std::string::npos);
}

TEST_CASE("accounts that no household has are refused with what there is") {
    const auto outcome =
        Town{}.run({"inequality", "-f", "@week.journal", "--of", "acct:assets:bank"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("error[query_invalid]") != std::string::npos);
    CHECK(outcome.err.find("disposable") != std::string::npos);
}

TEST_CASE("the title says what of whom and when, how divided and weighed") {
    const Town town;
    town.write("people.journal",
               "; party: inmates:i0042  sector:households, adults:1\n"
               "; party: inmates:i0007  sector:households, adults:1, children:2\n");
    CHECK(town.print({"lorenz", "-f", "@week.journal", "-f", "@people.journal", "--of", "wealth",
                      "-p", "2018-03", "--scale", "oecd", "--weight", "persons", "--by", "section",
                      "--points", "1"})
              .starts_with("Lorenz curve of wealth at 2018-03-31, in BOB, oecd scale, weighted by "
                           "persons, by section\n"));
    town.write("x.csv", "x,w,g\n1,1,a\n3,1,b\n");
    CHECK(town.print({"lorenz", "--data", "@x.csv", "--column", "x", "--weight", "w", "--group",
                      "g", "--points", "1"})
              .starts_with("Lorenz curve of x, weighted by w, by g\n"));
}
