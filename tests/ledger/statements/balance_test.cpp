#include "ledger/statements/balance.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string town = R"(
commodity 1.00 BOB
commodity 1.00 USD

2018-01-31 opening
    inmates:i1:assets:cash       100.00 BOB
    inmates:i1:assets:cash        10.00 USD
    inmates:i1:equity:opening   -100.00 BOB
    inmates:i1:equity:opening    -10.00 USD

2018-02-10 bread
    inmates:i1:expenses:food      12.50 BOB
    inmates:i1:assets:cash       -12.50 BOB

2018-03-01 in and out
    inmates:i1:assets:box          1.00 BOB
    inmates:i1:assets:box         -1.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

}  // namespace

TEST_CASE("a balance lists each account and commodity that is not zero") {
    const auto book = test::book_of(town);
    const auto table = balance(book, {}, {});
    CHECK(table.name == "balance");
    CHECK(facts_of(table) == Lines{"inmates:i1:assets:cash | BOB | 87.50",
                                   "inmates:i1:assets:cash | USD | 10.00",
                                   "inmates:i1:equity:opening | BOB | -100.00",
                                   "inmates:i1:equity:opening | USD | -10.00",
                                   "inmates:i1:expenses:food | BOB | 12.50"});
    CHECK(drawn(table) == Lines{"87.50 BOB, 10.00 USD | inmates:i1:assets:cash",
                                "-100.00 BOB, -10.00 USD | inmates:i1:equity:opening",
                                "12.50 BOB | inmates:i1:expenses:food", "0 | "});
}

TEST_CASE("a balance of a period shows what changed, a historical one what stands") {
    const auto book = test::book_of(town);
    CHECK(facts_of(balance(book, query_of({"date:2018-02", "cash"}), {})) ==
          Lines{"inmates:i1:assets:cash | BOB | -12.50"});
    CHECK(facts_of(balance(book, query_of({"date:2018-02", "cash"}),
                           {.columns = {.historical = true}})) ==
          Lines{"inmates:i1:assets:cash | BOB | 87.50", "inmates:i1:assets:cash | USD | 10.00"});
}

TEST_CASE("accounts that come to zero are shown when asked for") {
    const auto book = test::book_of(town);
    const auto query = [] { return query_of({"box"}); };
    CHECK(facts_of(balance(book, query(), {})).empty());
    CHECK(drawn(balance(book, query(), {.total = false})).empty());
    CHECK(facts_of(balance(book, query(), {.empty = true})) ==
          Lines{"inmates:i1:assets:box | BOB | 0.00"});
}

TEST_CASE("depth adds what lies below to the account it hangs from") {
    const auto book = test::book_of(town);
    CHECK(facts_of(balance(book, query_of({"cur:BOB"}), {.depth = 3})) ==
          Lines{"inmates:i1:assets | BOB | 87.50", "inmates:i1:equity | BOB | -100.00",
                "inmates:i1:expenses | BOB | 12.50"});
    CHECK(drawn(balance(book, query_of({"assets", "cur:BOB"}), {.depth = 0})) ==
          Lines{"87.50 BOB | ...", "87.50 BOB | "});
}

TEST_CASE("a tree indents accounts, adds up, and joins parents that say nothing") {
    const auto book = test::book_of(town);
    const auto query = [] { return query_of({"cur:BOB", "not:equity"}); };
    const auto table = balance(book, query(), {.tree = true});
    CHECK(drawn(table) == Lines{"100.00 BOB | inmates:i1", ">>87.50 BOB | assets:cash",
                                ">>12.50 BOB | expenses:food", "100.00 BOB | "});
    // The facts of a tree are those of a list: what is added up is not said twice.
    CHECK(facts_of(table) == facts_of(balance(book, query(), {})));
    CHECK(drawn(balance(book, query(), {.tree = true, .elide = false, .total = false})) ==
          Lines{"100.00 BOB | inmates", ">>100.00 BOB | i1", ">>>>87.50 BOB | assets",
                ">>>>>>87.50 BOB | cash", ">>>>12.50 BOB | expenses", ">>>>>>12.50 BOB | food"});
    CHECK(drawn(balance(book, query(), {.tree = true, .total = false, .depth = 2})) ==
          Lines{"100.00 BOB | inmates:i1"});
}

TEST_CASE("a branch whose children cancel is kept, since its children are not zero") {
    const auto book = test::book_of("2018-01-01 a\n  assets:a:x  5 B\n  assets:a:y  -5 B\n");
    CHECK(drawn(balance(book, {}, {.tree = true, .total = false})) ==
          Lines{"0 | assets:a", ">>5 B | x", ">>-5 B | y"});
}

TEST_CASE("periods are columns of text and a row each of facts") {
    const auto book = test::book_of(town);
    const auto table =
        balance(book, query_of({"cash", "cur:BOB"}), {.columns = {.interval = Interval::month}});
    CHECK(facts_of(table) == Lines{"inmates:i1:assets:cash | 2018-01 | BOB | 100.00",
                                   "inmates:i1:assets:cash | 2018-02 | BOB | -12.50"});
    CHECK(drawn(table) == Lines{"inmates:i1:assets:cash | 100.00 BOB | -12.50 BOB | 0",
                                "100.00 BOB | -12.50 BOB | 0"});
    CHECK(table.title == "Changes of balances in 2018Q1");
    CHECK(facts_of(balance(book, query_of({"cash", "cur:BOB", "date:2018-02"}),
                           {.columns = {.interval = Interval::month, .historical = true}})) ==
          Lines{"inmates:i1:assets:cash | 2018-02-28 | BOB | 87.50"});
}

TEST_CASE("a tree of several columns adds up in each") {
    const auto book = test::book_of(town);
    CHECK(drawn(balance(book, query_of({"cur:BOB", "not:equity"}),
                        {.columns = {.interval = Interval::month}, .tree = true})) ==
          Lines{"inmates:i1 | 100.00 BOB | 0 | 0", ">>assets:cash | 100.00 BOB | -12.50 BOB | 0",
                ">>expenses:food | 0 | 12.50 BOB | 0", "100.00 BOB | 0 | 0"});
}

TEST_CASE("one column may be valued, and says which price was used") {
    const auto book = test::book_of(town + "P 2018-02-01 USD 6.90 BOB\n");
    const auto table = balance(
        book, query_of({"cash"}),
        {.columns = {.valuation = ValuationOptions{.currency = "BOB", .show_prices = true}}});
    CHECK(facts_of(table) == Lines{"inmates:i1:assets:cash | BOB | 156.50"});
    CHECK(drawn(table).size() == 2);
    CHECK(table.notes == Lines{"1 USD = 6.9 BOB, price of 2018-02-01, for 2018-03-01"});
}

TEST_CASE("a pivot names the lines by something else, from kept balances or the stream") {
    const auto book = test::book_of(town);
    CHECK(facts_of(balance(book, query_of({"assets", "cur:BOB"}), {.pivot = "party"})) ==
          Lines{"inmates:i1 | BOB | 87.50"});
    CHECK(facts_of(balance(book, query_of({"assets", "cur:BOB"}), {.pivot = "kind"})) ==
          Lines{"(no kind) | BOB | 87.50"});
    CHECK(
        drawn(balance(book, query_of({"assets:box"}), {.total = false, .pivot = "kind"})).empty());
}

TEST_CASE("reversals restore balances, whatever was reversed and however they are shown") {
    for (unsigned seed = 31; seed <= 34; ++seed) {
        const test::WithReversals text{seed};
        const auto before = test::book_of(text.before);
        const auto after = test::book_of(text.after);
        for (const BalanceOptions& options :
             {BalanceOptions{}, BalanceOptions{.tree = true}, BalanceOptions{.depth = 2U},
              BalanceOptions{.columns = {.historical = true}}}) {
            for (const auto& terms : {Lines{}, Lines{"party:h1"}, Lines{"assets", "cur:USD"}}) {
                const auto query = query_of(terms);
                CHECK(drawn(balance(after, query, options)) ==
                      drawn(balance(before, query, options)));
            }
        }
    }
}
