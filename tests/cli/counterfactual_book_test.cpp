#include "cli/counterfactual_book.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "cli/failure.hpp"
#include "ledger/book/book.hpp"
#include "tests/cli/small_prison_town.hpp"

using namespace cellbook;
using test::SmallPrisonTown;
namespace fs = std::filesystem;

namespace {

/// The names of what stands in a folder.
std::set<std::string> files_beside(const std::string& path) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator{fs::path{path}.parent_path()}) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

/// Accounts' balances, as the program prints them.
std::string balances(const SmallPrisonTown& prison, const std::vector<std::string>& files) {
    std::vector<std::string> words{"balance", "-O", "csv", "-p", "2018-03"};
    for (const std::string& file : files) {
        words.emplace_back("-f");
        words.push_back(file);
    }
    return prison.town.print(words);
}

}  // namespace

TEST_CASE("a posted book passes every check, and is the baseline where nothing changed") {
    const SmallPrisonTown prison;
    const auto posted =
        prison.run({"--set", "price.soup=5", "--draws", "0", "--post", "@new.book"});
    INFO(posted.err);
    REQUIRE(posted.code == 0);
    CHECK(posted.err.find("new.book: 35 simulated transactions for 35 of the period, 0 taken over "
                          "as they were, 0 left out") != std::string::npos);
    auto book = Book::open(prison.town.path("new.book"));
    REQUIRE(book);
    CHECK(book->check().empty());
    CHECK(balances(prison, {"@new.book"}) == balances(prison, {"@prison.journal", "@events.csv"}));
}

TEST_CASE("a posted scenario passes every check, and its reports are of the scenario") {
    const SmallPrisonTown prison;
    for (const std::string setting :
         {"price.soup=+20%", "tax.soup=10%", "tax.cell_sale=10%", "income.family=-30%",
          "exchange_rate=x1.3", "population=+3", "fee.dues=x2", "quantity.soup<=20"}) {
        INFO(setting);
        const std::string path = prison.town.path("of-" + setting.substr(0, 5) + ".book");
        fs::remove(path);
        const auto posted = prison.run({"--set", setting, "--draws", "0", "--post", path});
        INFO(posted.err);
        REQUIRE(posted.code == 0);
        auto book = Book::open(path);
        REQUIRE(book);
        CHECK(book->check().empty());
        CHECK(balances(prison, {path}) != balances(prison, {"@prison.journal", "@events.csv"}));
    }
}

TEST_CASE("a file that exists is refused and left as it was") {
    const SmallPrisonTown prison;
    prison.town.write("kept.book", "kept");
    const auto refused =
        prison.run({"--set", "price.soup=6", "--draws", "0", "--post", "@kept.book"});
    CHECK(refused.code == 2);
    CHECK(refused.err.find("kept.book exists already") != std::string::npos);
    CHECK(refused.err.find("nothing is overwritten") != std::string::npos);
    CHECK(prison.town.read("kept.book") == "kept");
}

TEST_CASE("a book that the gate refuses leaves nothing behind") {
    const SmallPrisonTown prison;
    const std::string path = prison.town.path("bad.book");
    const auto before = files_beside(path);
    std::ostringstream out;
    std::ostringstream err;
    const cli::Environment environment{.out = out,
                                       .err = err,
                                       .today = *parse_date("2018-05-16"),
                                       .now_utc = "2018-05-16T12:00:00Z",
                                       .variable = {}};
    const PostedSolution wrong{.text = "; scale: BOB 2\n",
                               .events_text =
                                   "date,kind,payer,payee,amount,commodity\n"
                                   "2018-03-01,no_such_kind,a,b,1,BOB\n"};
    CHECK_THROWS_AS(cli::write_counterfactual(wrong, path, environment), cli::InputError);
    CHECK(files_beside(path) == before);
    const PostedSolution right{.text = "; scale: BOB 2\n; party: a\n; party: b\n",
                               .events_text =
                                   "date,kind,payer,payee,amount,commodity\n"
                                   "2018-03-01,gift,a,b,1,BOB\n"};
    cli::write_counterfactual(right, path, environment);
    auto after = before;
    after.insert("bad.book");
    CHECK(files_beside(path) == after);
    CHECK_THROWS_AS(cli::write_counterfactual(right, path + "/deeper/x.book", environment),
                    std::exception);
    CHECK(files_beside(path) == after);
}

TEST_CASE("what was written is told in a line, with what rounding did") {
    PostedSolution posted{.aggregated = 12, .taken_over = 3, .left_out = 2};
    posted.events.resize(7);
    posted.rounding = 0.0123;
    posted.total_rounding = -0.0045;
    CHECK(cli::describe_posting(posted, "x.book", "BOB") ==
          "wrote x.book: 7 simulated transactions for 12 of the period, 3 taken over as they were, "
          "2 left out; amounts rounded half to even, at most 0.0123 BOB in anybody's balance, "
          "-0.0045 in all");
}
