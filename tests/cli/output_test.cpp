#include "cli/output.hpp"

#include <catch2/catch.hpp>

#include "cli/failure.hpp"
#include "tests/cli/town.hpp"

using namespace cellbook;
using cli::Format;
using test::Town;

TEST_CASE("the format is what -O says, or else the ending of -o's file") {
    CHECK(cli::format_of({}) == Format::text);
    CHECK(cli::format_of({.format = "json"}) == Format::json);
    CHECK(cli::format_of({.file = "a.csv"}) == Format::csv);
    CHECK(cli::format_of({.file = "a.json"}) == Format::json);
    CHECK(cli::format_of({.file = "a.txt"}) == Format::text);
    CHECK(cli::format_of({.file = "a.tsv"}) == Format::tsv);
    CHECK(cli::format_of({.file = "a.md"}) == Format::md);
    CHECK(cli::format_of({.file = "a.b.html"}) == Format::html);
    CHECK(cli::format_of({.file = "a.htm"}) == Format::html);
    CHECK(cli::format_of({.file = "a.tex"}) == Format::tex);
    CHECK(cli::format_of({.file = "a"}) == Format::text);
    CHECK(cli::format_of({.format = "csv", .file = "a.json"}) == Format::csv);
    CHECK_THROWS_AS(cli::format_of({.format = "xml"}), cli::UsageError);
}

TEST_CASE("a file takes its name when it is whole, and replaces the one before") {
    const Town town;
    town.write("out.csv", "old");
    CHECK(town.print({"bal", "-f", "@week.journal", "dues", "-o", "@out.csv"}).empty());
    const std::string wanted =
        "account,commodity,amount\n"
        "inmates:i0042:expenses:dues,BOB,20.00\n"
        "sections:posta:income:dues,BOB,-20.00\n";
    CHECK(town.read("out.csv") == wanted);
    // A command that fails leaves what was there.
    CHECK(town.run({"bal", "-f", "@absent", "-o", "@out.csv"}).code == 3);
    CHECK(town.read("out.csv") == wanted);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{town.path("")}) {
        files += entry.path().string().find("out.csv") != std::string::npos ? 1 : 0;
    }
    CHECK(files == 1);
}

TEST_CASE("what cannot be written is a failure of storage that names the file") {
    const Town town;
    for (const auto* name : {"@no/such/folder.csv", "/dev/full"}) {
        const auto outcome = town.run({"bal", "-f", "@week.journal", "-o", name});
        CHECK(outcome.code == 3);
        CHECK(outcome.err.find("cannot write") != std::string::npos);
    }
}

TEST_CASE("json carries the book's digest") {
    const Town town;
    const std::string json = town.print({"bal", "-f", "@week.journal", "-O", "json"});
    CHECK(json.find("\"schema\": \"cellbook-balance/1\"") != std::string::npos);
    const auto at = json.find("\"digest\": \"");
    REQUIRE(at != std::string::npos);
    CHECK(json.find_first_not_of("0123456789abcdef", at + 11) == at + 11 + 64);
}

TEST_CASE("a table for documents says its book and the line that made it") {
    const Town town;
    for (const auto* format : {"md", "html", "tex"}) {
        const std::string text =
            town.print({"bal", "-f", "@week.journal", "desc:it's", "-O", format});
        INFO(text);
        CHECK(text.find("Digest: ") != std::string::npos);
        CHECK(text.find("cellbook bal -f ") != std::string::npos);
        CHECK(text.find("-O " + std::string{format}) != std::string::npos);
    }
    CHECK(town.print({"bal", "-f", "@week.journal", "desc:it's", "-O", "md"})
              .find(R"('desc:it'\''s')") != std::string::npos);
    town.print({"bal", "-f", "@week.journal", "-o", "@cash_2018.tex"});
    CHECK(town.read("cash_2018.tex").find("\\label{tab:cash-2018}") != std::string::npos);
}
