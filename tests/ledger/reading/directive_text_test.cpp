#include "ledger/reading/directive_text.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::string accounts_of(const ReadText& read) {
    std::string names;
    for (const TransactionDraft& draft : read.transactions()) {
        for (const Posting& posting : draft.postings) {
            names += read.chart[posting.account].name + '\n';
        }
    }
    return names;
}

}  // namespace

TEST_CASE("prices, payees and tags are declared") {
    const ReadText read = read_text(
        "P 2018-03-01 USD 6.9655 BOB  ; source:S45\n"
        "P 2018/03/02 12:00:00 \"jam, tins\" 10 CIG\n"
        "payee Comedor Luz  ; a comment\n"
        "    ; another\n"
        "tag shelf\n");
    REQUIRE(read.problems().empty());
    const auto prices = read.declarations<PriceDeclaration>();
    REQUIRE(prices.size() == 2);
    CHECK(to_string(prices[0].price) == "6.9655");
    CHECK(read.chart[prices[0].commodity].symbol == "USD");
    CHECK(read.chart[prices[0].currency].symbol == "BOB");
    CHECK(read.chart[prices[0].source] == "S45");
    CHECK(read.chart[prices[1].commodity].symbol == "jam, tins");
    const auto names = read.declarations<NameDeclaration>();
    REQUIRE(names.size() == 2);
    CHECK(read.chart[names[0].name] == "Comedor Luz");
    CHECK(names[1].what == NameDeclaration::What::tag);
}

TEST_CASE("the default year completes dates from where it stands") {
    const ReadText read = read_text(
        "Y2018\n3-1 x\n  assets:a  1 BOB\n"
        "Y 2019\n3/1 x\n  assets:a  1 BOB\n"
        "year 2020\n03.01=03.02 x\n  assets:a  1 BOB\nP 3/5 USD 6.96 BOB\n");
    REQUIRE(read.problems().empty());
    const auto drafts = read.transactions();
    CHECK(to_string(drafts[0].date) == "2018-03-01");
    CHECK(to_string(drafts[1].date) == "2019-03-01");
    CHECK(to_string(drafts[2].date) == "2020-03-01");
    CHECK(to_string(*drafts[2].recorded) == "2020-03-02");
    CHECK(to_string(read.declarations<PriceDeclaration>()[0].date) == "2020-03-05");
}

TEST_CASE("aliases and applied accounts hold from where they stand to their end") {
    const ReadText read = read_text(
        "alias cash = assets:cash\n"
        "2018-03-01 x\n  cash:box  1 BOB\n"
        "apply account inmates:i1\n"
        "2018-03-01 x\n  assets:cash  1 BOB\n"
        "end apply account\n"
        "end aliases\n"
        "2018-03-01 x\n  assets:cash  1 BOB\n");
    REQUIRE(read.problems().empty());
    CHECK(accounts_of(read) == "assets:cash:box\ninmates:i1:assets:cash\nassets:cash\n");
}

TEST_CASE("blocks of comment and test are passed over, to the end of the file if need be") {
    const ReadText read = read_text(
        "comment\n2018-03-01 no\n  nonsense\nend comment\n"
        "test x\n2018-03-01 no\nend test\n"
        "2018-03-01 yes\n  assets:a  1 BOB\n"
        "comment\nnonsense\n");
    CHECK(read.problems().empty());
    CHECK(read.transactions().size() == 1);
}

TEST_CASE("a decimal mark settles what numbers mean") {
    const ReadText read = read_text("decimal-mark ,\n2018-03-01 x\n  assets:a  1.000 BOB\n");
    REQUIRE(read.problems().empty());
    CHECK(read.transactions()[0].postings[0].amount.minor == 100000);
}

TEST_CASE("what a directive cannot be is refused where it stands") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"acount assets:a", "directive_unknown 1:1"},
        {"= expenses:food", "syntax_unsupported 1:1"},
        {"=expenses", "syntax_unsupported 1:1"},
        {"~ monthly", "syntax_unsupported 1:1"},
        {"D 1000.00 BOB", "syntax_unsupported 1:1"},
        {"C 1 USD = 7 BOB", "syntax_unsupported 1:1"},
        {"N BOB", "syntax_unsupported 1:1"},
        {"i 2018/03/01 09:00:00 work", "syntax_unsupported 1:1"},
        {"bucket assets:cash", "syntax_unsupported 1:1"},
        {"alias /a/ = b", "syntax_unsupported 1:1"},
        {"alias a", "directive_invalid 1:7"},
        {"apply tag x", "syntax_unsupported 1:1"},
        {"apply account", "directive_invalid 1:14"},
        {"end apply account", "directive_invalid 1:5"},
        {"end comment", "directive_invalid 1:5"},
        {"year twenty", "directive_invalid 1:6"},
        {"Y0", "directive_invalid 1:2"},
        {"decimal-mark ;", "directive_invalid 1:14"},
        {"payee", "directive_invalid 1:6"},
        {"tag two words", "directive_invalid 1:5"},
        {"include", "directive_invalid 1:8"},
        {"P 2018-02-30 USD 6.96 BOB", "date_invalid 1:3"},
        {"P 2018-03-01 6.96 BOB", "directive_invalid 1:14"},
        {"P 2018-03-01 USD -6.96 BOB", "directive_invalid 1:18"},
        {"P 2018-03-01 USD 6.96 USD", "directive_invalid 1:18"},
        {"P 2018-03-01 USD 6.96 BOB 3", "directive_invalid 1:27"},
        {"payee x\n    alias y", "syntax_unsupported 2:5"},
        {"year 2018\n    assets:a  1 BOB", "line_unexpected 2:1"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK(read_text(one.text + '\n').problems() == std::vector{one.problem});
    }
}

TEST_CASE("an unknown directive names what is near") {
    const ReadText read = read_text("acount assets:a\n");
    CHECK(read.sink.problems.at(0).remedy.find("`account`") != std::string::npos);
}
