#include "cli/report_options.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/town.hpp"

namespace {

/// Days of the postings that a query of these flags shows.
std::string days(std::vector<std::string> flags) {
    const cellbook::test::Town town;
    std::vector<std::string> arguments{"register", "-f", "@week.journal", "i0042:assets:cash"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const std::string text = town.print(arguments);
    std::string found;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        found += (found.empty() ? "" : " ") + text.substr(at + 5, 5);
    }
    return found;
}

}  // namespace

TEST_CASE("flags on dates confine a report, ends not included") {
    CHECK(days({}) == "02-28 03-01 03-05");
    CHECK(days({"-b", "2018-03-01"}) == "03-01 03-05");
    CHECK(days({"-e", "2018-03-05"}) == "02-28 03-01");
    CHECK(days({"-b", "2018-03", "-e", "2018-03-02"}) == "03-01");
    CHECK(days({"-p", "2018-03"}) == "03-01 03-05");
    CHECK(days({"-p", "2018-03", "-b", "2018-03-02"}) == "03-05");
    CHECK(days({"-p", "last month", "--today", "2018-04-10"}) == "03-01 03-05");
    CHECK(days({"-b", "2018-02", "date:2018-02"}) == "02-28");
}

TEST_CASE("a range without a day is refused, with its ends") {
    const cellbook::test::Town town;
    const auto run =
        town.run({"balance", "-f", "@week.journal", "-b", "2018-03", "-e", "2018-03-01"});
    CHECK(run.code == cellbook::cli::exit_usage);
    CHECK(run.err.find("-b 2018-03 is not before -e 2018-03-01") != std::string::npos);
}

TEST_CASE("flags on status pick transactions") {
    CHECK(days({"-C"}) == "02-28 03-01");
    CHECK(days({"-U"}) == "03-05");
    CHECK(days({"-P"}).empty());
    CHECK(days({"-U", "-C"}) == "02-28 03-01 03-05");
}
