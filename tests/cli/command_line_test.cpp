#include "cli/command_line.hpp"

#include <catch2/catch.hpp>

#include "cli/command.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;
using test::Town;

TEST_CASE("the flag --version names the program and its version on standard output") {
    CHECK(Town{}.print({"--version"}) == "cellbook 0.1.0\n");
}

TEST_CASE("help lists every command, and each tells its flags with examples") {
    const Town town;
    const std::string overview = town.print({"--help"});
    CHECK(town.print({}) == overview);
    CHECK(town.print({"help"}) == overview);
    for (const auto& command : cli::commands()) {
        INFO(command.name);
        CHECK(overview.find("\n  " + command.name) != std::string::npos);
        const std::string help = town.print({command.name, "--help"});
        CHECK(help.find(command.summary) != std::string::npos);
        CHECK_FALSE(command.examples.empty());
        for (const auto& example : command.examples) {
            CHECK(help.find(example) != std::string::npos);
        }
        CHECK(town.print({"help", command.name}) == help);
        CHECK(town.print({"-h", command.name}) == help);
        for (const auto& alias : command.aliases) CHECK(town.print({alias, "--help"}) == help);
    }
}

TEST_CASE("help fits a terminal of 100 columns, and every kind of term is told") {
    const Town town;
    const std::string query = town.print({"help", "query"});
    for (const auto* term :
         {"acct:", "party:", "sector:", "with:", "kind:", "desc:", "code:", "source:", "id:",
          "date:", "amt:", "cur:", "status:", "standing:", "tag:", "not:"}) {
        INFO(term);
        CHECK(query.find(term) != std::string::npos);
    }
    for (const auto& command : cli::commands()) {
        std::istringstream help{town.print({command.name, "--help"})};
        bool examples = false;
        for (std::string line; std::getline(help, line);) {
            examples = examples || line == "Examples:";
            INFO(line);
            CHECK((examples || line.size() <= 100));
        }
    }
}

TEST_CASE("options may stand before or after the command") {
    const Town town;
    const std::string wanted = town.print({"balance", "-f", "@week.journal", "-O", "csv", "dues"});
    CHECK(wanted.find("expenses:dues") != std::string::npos);
    CHECK(town.print({"-f", "@week.journal", "balance", "-O", "csv", "dues"}) == wanted);
    CHECK(town.print({"-f", "@week.journal", "-O", "csv", "bal", "dues"}) == wanted);
    CHECK(town.print({"--file=" + town.path("week.journal"), "-Ocsv", "bal", "dues"}) == wanted);
    CHECK(town.print({"bal", "dues", "-O", "csv", "--file", "@week.journal"}) == wanted);
}

TEST_CASE("a wrong command line is refused with the nearest right one, exit code 2") {
    struct Case {
        std::vector<std::string> arguments;
        std::string said;
    };
    const Case cases[] = {
        {{"blance"}, "did you mean balance?"},
        {{"zzzzzzzz"}, "no such command: zzzzzzzz"},
        {{"-f", "@week.journal"}, "no command"},
        {{"balance", "-f", "@week.journal", "--tre"}, "did you mean --tree?"},
        {{"balance", "-f", "@week.journal", "--no-such-flag"}, "--no-such-flag"},
        {{"balance", "-f"}, "-f"},
        {{"balance", "-f", "@week.journal", "--depth", "two"}, "two"},
        {{"balance", "-f", "@week.journal", "-O", "xml"}, "no such output format: xml"},
        {{"balance", "-f", "@week.journal", "knid:dues"}, "kind:"},
        {{"balance", "-f", "@week.journal", "-b", "soon"}, "soon"},
        {{"balance", "-f", "@week.journal", "-p", "soon"}, "soon"},
        {{"balance", "-f", "@week.journal", "--today", "soon"}, "soon"},
        {{"balance", "-f", "@week.journal", "("}, "regular expression"},
        {{"balance"}, "CELLBOOK_FILE"},
        {{"help", "nothing"}, "no such command"},
        {{"kinds", "a", "b"}, "one word too many: b"},
    };
    const Town town;
    for (const auto& [arguments, said] : cases) {
        const auto outcome = town.run(arguments);
        INFO(arguments.front() << ": " << outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(said) != std::string::npos);
    }
}

TEST_CASE("wrong data is shown where it stands, exit code 1") {
    const Town town;
    town.write("bad.journal", "2018-03-01 a\n  assets:cash  1.00 BOB\n  income:x  -2.00 BOB\n");
    const auto outcome = town.run({"balance", "-f", "@bad.journal"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("bad.journal:1:") != std::string::npos);
    CHECK(outcome.err.find("2018-03-01 a") != std::string::npos);
}

TEST_CASE("the first twenty errors are printed and the rest counted") {
    const Town town;
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += "2018-03-01 a\n  assets:cash  1.00 BOB\n  income:x  -2.00 BOB\n\n";
    }
    town.write("bad.journal", text);
    const auto outcome = town.run({"balance", "-f", "@bad.journal"});
    CHECK(outcome.code == 1);
    std::size_t errors = 0;
    for (auto at = outcome.err.find("error["); at != std::string::npos;
         at = outcome.err.find("error[", at + 1)) {
        ++errors;
    }
    CHECK(errors == 20);
    CHECK(outcome.err.ends_with("... and 4980 more\n"));
}

TEST_CASE("a file that cannot be read is a failure of storage, exit code 3") {
    const Town town;
    for (const auto* name : {"@absent.journal", "@"}) {
        const auto outcome = town.run({"balance", "-f", name});
        INFO(outcome.err);
        CHECK(outcome.code == 3);
        CHECK(outcome.out.empty());
        CHECK_FALSE(outcome.err.empty());
    }
}

TEST_CASE("an empty file is an empty book") {
    const Town town;
    town.write("empty.journal", "");
    CHECK(town.print({"balance", "-f", "@empty.journal", "-O", "csv"}) ==
          "account,commodity,amount\n");
    CHECK(town.print({"register", "-f", "@empty.journal"}).empty());
    CHECK(town.print({"print", "-f", "@empty.journal"}).empty());
}

TEST_CASE("the file may come from CELLBOOK_FILE, and -f wins over it") {
    Town town;
    town.variables["CELLBOOK_FILE"] = town.path("week.journal");
    const std::string wanted = town.print({"accounts"});
    CHECK(wanted.find("sections:posta:income:dues\n") != std::string::npos);
    town.variables["CELLBOOK_FILE"] = town.path("absent.journal");
    CHECK(town.print({"accounts", "-f", "@week.journal"}) == wanted);
}

TEST_CASE("several text files are read as one") {
    const Town town;
    town.write("more.journal",
               "2018-03-09 more\n  a:assets:x  1.00 BOB\n  a:income:y  -1.00 BOB\n");
    CHECK(town.print({"-f", "@week.journal", "bal", "-f", "@more.journal", "-O", "csv", "^a:"}) ==
          "account,commodity,amount\na:assets:x,BOB,1.00\na:income:y,BOB,-1.00\n");
}
