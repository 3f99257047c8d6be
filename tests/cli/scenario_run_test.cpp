#include "cli/scenario_run.hpp"

#include <filesystem>

#include "ledger/book/book.hpp"
#include "tests/cli/small_prison_town.hpp"

using namespace cellbook;
using test::Outcome;
using test::Town;
namespace fs = std::filesystem;

namespace {

const std::string soup = R"(schema = "cellbook-scenario/1"
name = "dear-soup"
[baseline]
book = "prison.book"
from = 2018-03-01
to = 2018-03-31
[run]
seed = 7
replicas = 6
[parameters]
"demand.soup.elasticity" = { dist = "normal", mean = -0.8, sd = 0.1 }
[[scenario]]
name = "reference"
[[scenario]]
name = "dear"
[[scenario.shock]]
target = "price.soup"
value = "+20%"
[[output]]
series = "product.soup.revenue"
[[output]]
series = "households.ev"
)";

const std::string elasticity = "\"demand.soup.elasticity\"";
const std::string sweep = R"([sweep]
method = "sobol"
n = 4
parameters = ["demand.soup.elasticity", "household.mpc"]
metrics = ["households.ev"]
bootstrap = 10
)";

/// A book, and a scenario file beside it.
struct Run {
    Town town{};

    explicit Run(const std::string& text = soup) {
        town.write("prison.journal", test::small_register);
        town.write("events.csv", test::events_table(test::small_events));
        town.print_warned({"init", "@prison.book"});
        town.print_warned({"import", "-f", "@prison.book", "@prison.journal", "@events.csv"});
        town.write("soup.toml", text);
    }
    [[nodiscard]] std::string of(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"scenario", "run", "@soup.toml", "-O", "csv"};
        words.insert(words.end(), more.begin(), more.end());
        return town.print_warned(words);
    }
    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(town.path(name)); }
};

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = soup;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a run prints each scenario, series and statistic, and leaves no log") {
    const Run run;
    const std::string csv = run.of({});
    // Mean, deviation, five quantiles and a count.
    CHECK(lines(csv) == 1 + 2 * 2 * 8);
    CHECK(csv.find("dear,product.soup.revenue,") != std::string::npos);
    CHECK(csv.find("reference,households.ev,") != std::string::npos);
    CHECK_FALSE(run.has("soup.toml.log"));
    const std::string text = run.town.print_warned({"scenario", "run", "@soup.toml"});
    CHECK(text.find("demand isoelastic, model equilibrium") != std::string::npos);
}

TEST_CASE("a run is the same bytes for any number of threads, and another by another seed") {
    const Run run;
    const std::string one = run.of({"--threads", "1"});
    CHECK(one == run.of({"--threads", "4"}));
    CHECK(one == run.of({"--seed", "7"}));
    CHECK(one != run.of({"--seed", "8"}));
    CHECK(one != run.of({"--replicas", "3"}));
}

TEST_CASE("a stopped run goes on to the same bytes as one that was not") {
    const Run run;
    const std::string fresh = run.of({});
    // Where nothing was finished it begins.
    CHECK(run.of({"--resume"}) == fresh);
    // A result that cannot be written leaves the log.
    const auto failing = run.town.run({"scenario", "run", "@soup.toml", "--output", "@no/dir.csv"});
    CHECK(failing.code != 0);
    REQUIRE(run.has("soup.toml.log"));
    const std::string log = run.town.read("soup.toml.log");
    // Its first lines, and a torn one.
    std::size_t end = 0;
    for (int line = 0; line < 6; ++line) end = log.find('\n', end) + 1;
    run.town.write("soup.toml.log", log.substr(0, end + 9));
    CHECK(run.of({"--resume"}) == fresh);
    CHECK_FALSE(run.has("soup.toml.log"));
}

TEST_CASE("a log of another run is not gone on with") {
    const Run run;
    const auto failing = run.town.run({"scenario", "run", "@soup.toml", "--output", "@no/dir.csv"});
    CHECK(failing.code != 0);
    const auto other = run.town.run({"scenario", "run", "@soup.toml", "--resume", "--seed", "8"});
    CHECK(other.code == 1);
    CHECK(other.err.find("error[run_log_other]") != std::string::npos);
}

TEST_CASE("the forms that a file exports are written into its folder, beside the file") {
    const Run run{soup + "[export]\ndir = \"out\"\nformats = [\"csv\", \"json\", \"text\"]\n"};
    const std::string csv = run.of({});
    CHECK(run.town.read("out/dear-soup.csv") == csv);
    CHECK(run.town.read("out/dear-soup.json").starts_with("{"));
    CHECK(run.has("out/dear-soup.txt"));
}

TEST_CASE("the book is the one that the file names by its digest, or it is refused") {
    const Run right;
    const auto book = Book::open(right.town.path("prison.book"));
    REQUIRE(book);
    const std::string digest = to_hex(book->digest());
    const std::string begins = "to = 2018-03-31\ndigest = \"";
    const Run same{with("to = 2018-03-31\n", begins + digest.substr(0, 12) + "\"\n")};
    CHECK(lines(same.of({})) == 33);
    const Run other{with("to = 2018-03-31\n", begins + "0123456789ab\"\n")};
    const auto refused = other.town.run({"scenario", "run", "@soup.toml"});
    CHECK(refused.code == 1);
    CHECK(refused.err.find("error[scenario_digest_differs]") != std::string::npos);
    CHECK(refused.err.find("soup.toml:") != std::string::npos);
    CHECK(refused.out.empty());
    CHECK_FALSE(other.has("soup.toml.log"));
}

TEST_CASE("another book may be named instead, and what it lacks is told at its place") {
    const Run run;
    run.town.write("empty.journal", test::small_register);
    const auto empty = run.town.run({"scenario", "run", "@soup.toml", "-f", "@empty.journal"});
    CHECK(empty.code == 1);
    CHECK(empty.err.find("soup.toml:3:1: error[baseline_empty]") != std::string::npos);
    const Run wrong{with("price.soup", "price.soop")};
    const auto target = wrong.town.run({"scenario", "run", "@soup.toml"});
    CHECK(target.code == 1);
    CHECK(target.err.find("error[shock_target_unknown]") != std::string::npos);
    CHECK(target.err.find("soup.toml:16:1:") != std::string::npos);
}

TEST_CASE("a sweep prints its indices, the same for any number of threads") {
    const Run run{
        with(elasticity,
             "\"household.mpc\" = { dist = \"uniform\", low = 0.6, high = 0.9 }\n" + elasticity) +
        sweep};
    const auto csv = [&](const std::string& threads) {
        return run.town.print_warned(
            {"scenario", "sweep", "@soup.toml", "--threads", threads, "-O", "csv"});
    };
    const std::string one = csv("1");
    CHECK(one.starts_with("metric,parameter,order,index,low,high\n"));
    CHECK(lines(one) == 1 + 2 * 2);
    CHECK(one.find("households.ev,household.mpc,total,") != std::string::npos);
    CHECK(one == csv("3"));
    const auto unknown = run.town.run({"scenario", "sweep", "@soup.toml", "--name", "cheap"});
    CHECK(unknown.code == 2);
    CHECK(unknown.err.find("has no scenario `cheap`") != std::string::npos);
    const std::string named =
        run.town.print_warned({"scenario", "sweep", "@soup.toml", "--name", "dear", "-O", "csv"});
    CHECK(named == one);
}

TEST_CASE("what the words of a command line cannot mean is an error of it") {
    const Run run;
    const auto none = run.town.run({"scenario", "sweep", "@soup.toml"});
    CHECK(none.code == 2);
    CHECK(none.err.find("soup.toml has no [sweep]") != std::string::npos);
    CHECK(run.town.run({"scenario", "run"}).code == 2);
    const auto named = run.town.run({"scenario", "run", "@soup.toml", "--name", "dear"});
    CHECK(named.code == 2);
    CHECK(named.err.find("--name") != std::string::npos);
    CHECK(run.town.run({"scenario", "run", "@soup.toml", "@soup.toml"}).code == 2);
    CHECK(run.town.run({"scenario", "run", "@soup.toml", "--seed", "x"}).code == 2);
    CHECK(run.town.run({"scenario", "run", "@absent.toml"}).code == 3);
}
