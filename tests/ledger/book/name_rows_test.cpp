#include "ledger/book/name_rows.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("names come back with their numbers and all that was declared of them") {
    TemporaryBook book;
    book.must_import("a", R"(; party: a  sector:businesses, quasi:yes, opened:2018-01-05, parent:b
; party: b  sector:sections
commodity 1,000.000 EUR
account a:assets:cash

2018-01-05 x  ; kind:gift
    a:assets:cash  1.500 EUR
    a:income:gifts
)");
    Store store{Connection::open(book.path(), Connection::Mode::read, 1000)};
    Chart chart;
    ChainNames names;
    load_names(store, chart, names);
    const Party& a = chart[chart.find_party("a")];
    CHECK(a.sector == Sector::businesses);
    CHECK(a.quasi_corporation);
    CHECK(a.declared);
    CHECK(a.life.begin == parse_date("2018-01-05").operator*());
    CHECK(chart[a.parent].name == "b");
    const Commodity& eur = chart[chart.find_commodity("EUR")];
    CHECK(eur.scale == 3);
    CHECK(eur.declared);
    CHECK(eur.style.group_mark == ',');
    CHECK(chart[chart.find_account("a:assets:cash")].declared);
    CHECK_FALSE(chart[chart.find_account("a:income:gifts")].declared);
    CHECK(names.accounts.number_of(chart.find_account("a:assets:cash")) == 0);
    CHECK(names.words.number_of(chart.find_word("gift")) != WordId::none);
    CHECK(names.scale_told.size() == names.commodities.count());

    const ChainNames before = names;
    load_names(store, chart, names);  // again: nothing moves
    CHECK(names.accounts.count() == before.accounts.count());
    CHECK(chart.account_count() == 2);
}

TEST_CASE("no two accounts have one name, whoever writes") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    const Connection plain = plain_connection(book.path());
    plain.execute("PRAGMA foreign_keys = OFF");
    CHECK_THROWS_AS(plain.execute("UPDATE accounts SET name = (SELECT max(name) FROM accounts)"),
                    StorageError);
}

TEST_CASE("rows that contradict one another are damage") {
    for (const char* damage :
         {"UPDATE accounts SET name = 'no class here' WHERE number = 0",
          "UPDATE accounts SET number = 77 WHERE number = 0",
          "UPDATE parties SET sector = 'nonsense'", "UPDATE commodities SET scale = 99"}) {
        INFO(damage);
        TemporaryBook book;
        book.must_import("a", found("2018-01-01", "1.00"));
        const Connection plain = plain_connection(book.path());
        plain.execute("PRAGMA foreign_keys = OFF");
        plain.execute(damage);
        CHECK_THROWS_AS(Book::open(book.path()), StorageError);
    }
}
