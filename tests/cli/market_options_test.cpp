#include "cli/market_options.hpp"

#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("a book and a file of values exclude each other, and priorities need a ceiling") {
    const Town town;
    town.write("v.csv", "household,a\nh,1\ni,2\n");
    town.write("first.csv", "household,priority\nh,1\n");
    const struct {
        std::string what;
        std::vector<std::string> arguments;
    } cases[] = {
        {"values and a book", {"--values", "@v.csv", "-f", "@cells.journal"}},
        {"values and a share", {"--values", "@v.csv", "--share", "0.3"}},
        {"a priority without a ceiling", {"--values", "@v.csv", "--priority", "lottery"}},
        {"a ceiling without a priority", {"--values", "@v.csv", "--ceiling", "1"}},
        {"no such priority", {"--values", "@v.csv", "--ceiling", "1", "--priority", "age"}},
        {"a lottery without a seed",
         {"--values", "@v.csv", "--ceiling", "1", "--priority", "lottery"}},
        {"a list without a file",
         {"--values", "@v.csv", "--ceiling", "1", "--priority", "waiting-list"}},
        {"seniority of a file without one",
         {"--values", "@v.csv", "--ceiling", "1", "--priority", "seniority"}},
        {"a share below zero", {"-f", "@cells.journal", "--share=-1"}},
        {"a seed that is no number", {"-f", "@cells.journal", "--seed", "x"}},
        {"trades without owners", {"--values", "@v.csv", "--show", "trades"}},
        {"trades under a ceiling",
         {"--values", "@v.csv", "--ceiling", "1", "--priority", "waiting-list", "--priority-file",
          "@first.csv", "--show", "trades"}},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        std::vector<std::string> arguments{"clear"};
        arguments.insert(arguments.end(), each.arguments.begin(), each.arguments.end());
        CHECK(town.run(arguments).code == 2);
    }
}

TEST_CASE("under a ceiling the file of priorities decides, and a lottery by its seed") {
    const Town town;
    town.write("v.csv", "household,a\nh,10\ni,20\n");
    town.write("list.csv", "household,priority\ni,2\nh,1\n");
    town.write("since.csv", "household,since\nh,2018-02-01\ni,2017-02-01\n");
    const auto holder = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"clear", "--values", "@v.csv", "--ceiling",
                                       "5",     "-O",       "csv",    "--priority"};
        words.insert(words.end(), more.begin(), more.end());
        const std::string csv = town.print(words);
        const std::string header =
            "cell,household,rent,ceiling,turned_away,free_household,free_low,free_high\na,";
        REQUIRE(csv.starts_with(header));
        return csv.substr(header.size(), 1);
    };
    CHECK(holder({"waiting-list", "--priority-file", "@list.csv"}) == "h");
    CHECK(holder({"seniority", "--priority-file", "@since.csv"}) == "i");
    std::string drawn;
    for (int seed = 0; seed < 20; ++seed)
        drawn += holder({"lottery", "--seed", std::to_string(seed)});
    CHECK(drawn.find('h') != std::string::npos);
    CHECK(drawn.find('i') != std::string::npos);
}

TEST_CASE("the market of a book takes its owners and its seniority from the book") {
    const Town town;
    const std::vector<std::string> book{"clear", "-f", "@cells.journal", "--taste", "0"};
    const auto with = [&](const std::vector<std::string>& more) {
        auto words = book;
        words.insert(words.end(), more.begin(), more.end());
        return town.print_warned(words);
    };
    const std::string text = with({});
    CHECK(text.find("Rents that clear cells on 20") != std::string::npos);
    CHECK(text.find("illustrative: ") != std::string::npos);
    CHECK(with({"--show", "net-trades", "-O", "csv"})
              .starts_with("household,owned,cell,net_at_low,net_at_high\n"));
    CHECK(with({"--ceiling", "0.01", "--priority", "seniority"}).find("rationed by seniority") !=
          std::string::npos);
    town.write("quality.csv", "cell,quality\nposta-01,2\n");
    auto words = book;
    words.insert(words.end(), {"--quality", "@quality.csv"});
    CHECK(town.run(words).code == 2);
}

TEST_CASE("reassigning titles moves no rent") {
    const Town town;
    const std::string before = town.print_warned({"clear", "-f", "@cells.journal", "-O", "csv"});
    std::string journal = town.read("cells.journal");
    const std::string title = "title: palmar-03  owner:sections:palmar";
    const auto at = journal.find(title);
    REQUIRE(at != std::string::npos);
    journal.replace(at, title.size(), "title: palmar-03  owner:inmates:i05");
    // The section let the cell to i05, which now owns it.
    const auto lease = journal.find("; lease: L03");
    REQUIRE(lease != std::string::npos);
    journal.erase(lease, journal.find('\n', lease) + 1 - lease);
    town.write("other.journal", journal);
    CHECK(town.print_warned({"clear", "-f", "@other.journal", "-O", "csv"}) == before);
    town.write("owners.csv", "cell,household\npalmar-01,inmates:i04\nposta-01,inmates:i06\n");
    CHECK(town.print_warned({"clear", "-f", "@cells.journal", "--endowment", "@owners.csv", "-O",
                             "csv"}) == before);
    const std::vector<std::string> trades{"clear", "-f", "@cells.journal", "--show", "trades"};
    auto others = trades;
    others.insert(others.end(), {"--endowment", "@owners.csv"});
    CHECK(town.print_warned(others) != town.print_warned(trades));
}

TEST_CASE("shared cells trade places, and a size that is no count of people is refused") {
    const Town town;
    town.write("v.csv", "household,a,b\nh,10,2\ni,9,2\nj,8,2\n");
    town.write("places.csv", "cell,places\na,2\n");
    town.write("sizes.csv", "household,size\nh,2\n");
    town.write("half.csv", "household,size\nh,1.5\n");
    const std::string csv = town.print({"clear", "--values", "@v.csv", "--places", "@places.csv",
                                        "--sizes", "@sizes.csv", "-O", "csv"});
    CHECK(csv.starts_with("cell,places,household,taken,share,low,high\na,2,i,1,1,"));
    const auto bad = town.run({"clear", "--values", "@v.csv", "--sizes", "@half.csv"});
    CHECK(bad.code == 1);
    CHECK(bad.err.find("half.csv:2:3: error[values_size_invalid]") != std::string::npos);
    CHECK(town.print_warned({"clear", "-f", "@cells.journal", "--shared"})
              .find("households are housed whole") != std::string::npos);
}
