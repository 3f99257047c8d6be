#include "ledger/reading/account_directive.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("an account is declared with its life and nature, on one line or several") {
    const ReadText read = read_text(
        "account inmates:i1:assets:cells\n"
        "account inmates:i1:assets:tools  ; financial:no\n"
        "    ; opened:2018-01-05, closed:2018-12-31, shelf:3\n"
        "account inmates:i1:assets:goods\n"
        "    ; financial:yes\n"
        "    note what is lent\n");
    REQUIRE(read.problems().empty());
    const auto accounts = read.declarations<AccountDeclaration>();
    REQUIRE(accounts.size() == 3);
    CHECK(accounts[0].non_financial);
    CHECK(accounts[0].life == DateRange{});
    CHECK(accounts[1].non_financial);
    CHECK(accounts[1].life ==
          DateRange{parse_date("2018-01-05").operator*(), *parse_date("2019-01-01")});
    CHECK(read.chart[accounts[1].tags.at(0).name] == "shelf");
    CHECK_FALSE(accounts[2].non_financial);
}

TEST_CASE("types that hledger knows stay tags") {
    const ReadText read = read_text("account assets:bank  ; type:C\n");
    REQUIRE(read.problems().empty());
    CHECK(read.declarations<AccountDeclaration>().at(0).tags.at(0).value == "C");
}

TEST_CASE("what cannot be said of an account is refused where it stands") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"account cash", "account_without_class 1:9"},
        {"account assets:a  1 BOB", "directive_invalid 1:19"},
        {"account assets:a  ; type:non-financial", "tag_value_invalid 1:26"},
        {"account income:a  ; financial:no", "tag_value_invalid 1:31"},
        {"account assets:a\n    ; financial:maybe", "tag_value_invalid 2:17"},
        {"account assets:a  ; opened:2018-13-01", "date_invalid 1:28"},
        {"account assets:a  ; closed:2018-01-01, opened:2018-01-02", "range_reversed 1:47"},
        {"account assets:a\n    check total > 0", "syntax_unsupported 2:5"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        const ReadText read = read_text(one.text + '\n');
        CHECK(read.problems() == std::vector{one.problem});
        CHECK(read.sink.entries.empty());
    }
}
