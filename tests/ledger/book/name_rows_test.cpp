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

TEST_CASE(
    "the chain is the same whether entries come in one import, in two, or by a book opened anew") {
    struct Case {
        std::string first;
        std::string second;
        bool told = false;  // by the first, among its names
    };
    const std::string paid = found("2018-01-01", "1.00");
    const std::string exchanged =
        "2018-01-02 x\n    a:assets:cash  2 USD @ 6.96 BOB\n    a:income:x  -2 USD @ 6.96 BOB\n";
    for (const auto& [first, second, told] : std::vector<Case>{
             {"commodity 1000.00 BOB\n", paid, false},
             {"P 2018-01-01 USD 6.96 BOB\ncommodity 1000.00 BOB\n", paid, false},
             {"; section: s\n; tariff: t  section:s, kind:section_dues, amount:50, commodity:BOB, "
              "per:adult, period:month, from:2018-01-01\ncommodity 1000.00 BOB\n",
              paid, false},
             {"commodity 1000.00 BOB\n" + paid, paid, true},
             // Told by a cost alone.
             {"commodity 1000.00 BOB\n" + exchanged, paid, true},
         }) {
        INFO(first);
        TemporaryBook once;
        MemoryFiles files{{{"a", first}, {"b", second}}};
        REQUIRE(once->import(files, {"a", "b"}, {}, KindTable::standard()).ok());
        TemporaryBook twice;
        twice.must_import("a", first);
        twice.must_import("b", second);
        CHECK(twice->digest() == once->digest());
        CHECK(twice->check().empty());

        TemporaryBook anew;
        anew.must_import("a", first);
        auto opened = Book::open(anew.path(), {.writable = true});
        REQUIRE(opened);
        MemoryFiles later{{{"b", second}}};
        REQUIRE(opened->import(later, {"b"}, {}, KindTable::standard()).ok());
        CHECK(opened->digest() == once->digest());
        CHECK(opened->check().empty());

        TemporaryBook begun;
        begun.must_import("a", first);
        Store at_first{Connection::open(begun.path(), Connection::Mode::read, 1000)};
        Chart chart;
        ChainNames names;
        load_names(at_first, chart, names);
        const auto number = names.commodities.number_of(chart.find_commodity("BOB"));
        CHECK(names.scale_unsure[number]);
        CHECK(at_first.tells_scale(number, "BOB") == told);
    }
}
