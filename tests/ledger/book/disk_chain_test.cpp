#include "ledger/book/disk_chain.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/name_rows.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("within a write the chain knows both what was there and what came in") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00", "a", "id:old") +
                              found("2018-03-01", "2.00", "b") + "P 2018-01-01 USD 7 BOB\n");
    Store store{plain_connection(book.path())};
    Chart chart;
    ChainNames names;
    load_names(store, chart, names);
    store.begin_write();
    DiskChain chain{store, chart, names};
    CHECK(chain.entry_count() == 3);
    TransactionDraft content = **chain.transaction(1);
    content.id = "new";
    content.date = *parse_date("2018-01-09");
    const Position position{.file = "b", .line = 9};
    CHECK(chain.append(content, {.position = position, .content_key = 5, .occurrence = 1}) == 4);

    CHECK(chain.find_id("old") == 1);
    CHECK(chain.find_id("new") == 4);
    CHECK_FALSE(chain.find_id("none"));
    CHECK(chain.equal_entries(5) == 1);
    const AccountId cash = chart.find_account("assets:cash");
    const Month january = parse_date("2018-01-01")->month();
    CHECK(chain.places_in(cash, january).size() == 2);
    CHECK(chain.months_of(cash) == std::pair{january, Month{january.index + 2}});
    Sums sums;
    chain.add_before(cash, Month{january.index + 1}, sums);
    CHECK(sums[chart.find_commodity("BOB")] == 200);
    CHECK(chain.declarations().size() == 1);
    CHECK(chain.declaration(1) == nullptr);
    CHECK(chain.transaction(chain.declarations()[0]) == nullptr);
    const auto brought = chain.take_brought();
    CHECK(brought.files == std::vector<std::string>{"b"});
    CHECK(brought.first_seq == 4);
    CHECK(brought.transactions == 1);
    CHECK(chain.take_brought().last_seq == 0);
    store.rollback();
    CHECK(book->transaction_count() == 2);
}

TEST_CASE("kept rows that do not know the last entries stop a write") {
    TemporaryBook book;
    book.must_import("a", found("2018-01-01", "1.00"));
    plain_connection(book.path()).execute("UPDATE state SET entries = 0");
    CHECK_THROWS_AS(book.import("b", found("2018-01-02", "1.00")), StorageError);
    book->rebuild();
    CHECK(book.import("b", found("2018-01-02", "1.00")).ok());
}
