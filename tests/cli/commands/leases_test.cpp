#include <algorithm>

#include "tests/cli/town.hpp"

using cellbook::test::Town;

TEST_CASE("leases show those of the day, and with --all the others too") {
    const Town town;
    const auto lines = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"leases", "-f", "@cells.journal", "-O", "csv"};
        words.insert(words.end(), more.begin(), more.end());
        const std::string csv = town.print_warned(words);
        return std::count(csv.begin(), csv.end(), '\n');
    };
    CHECK(lines({}) == 3);
    CHECK(lines({"--all"}) == 5);
    CHECK(lines({"--on", "2018-03-15"}) == 4);
}
