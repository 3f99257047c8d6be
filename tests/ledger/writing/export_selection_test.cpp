#include "ledger/writing/export_selection.hpp"

#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

TEST_CASE("an export takes whole transactions of which a posting matches") {
    const MemoryBook book = test::odd_book();
    const std::vector<std::string> terms{"acct:food"};
    const auto query = Query::parse(terms, *parse_date("2018-06-01"));
    REQUIRE(query);
    std::vector<std::size_t> postings;
    const auto visit = [&](const Transaction& transaction) {
        postings.push_back(transaction->postings.size());
    };
    CHECK(for_each_exported(book, {.query = &*query}, false, visit));
    CHECK(postings == std::vector<std::size_t>{3});
    CHECK(for_each_exported(book, {}, true, visit));
    CHECK(postings == std::vector<std::size_t>{3, 2, 3});
}

TEST_CASE("an export stops when it is told to") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += "2018-01-01 x\n    assets:x  1\n    income:y  -1\n\n";
    }
    const MemoryBook book = test::book_of(text);
    std::int64_t visited = 0;
    std::int64_t told = 0;
    CHECK_FALSE(for_each_exported(book,
                                  {.progress =
                                       [&](std::int64_t done, std::int64_t total) {
                                           told = done;
                                           CHECK(total == 3000);
                                           return done < 2000;
                                       }},
                                  true, [&](const Transaction&) { ++visited; }));
    CHECK(told == visited);
    CHECK(visited < 3000);
}

TEST_CASE("a note counts what there is to count") {
    std::vector<std::string> notes;
    add_note(notes, 0, "tag", "tags", "lost");
    add_note(notes, 1, "tag", "tags", "lost");
    add_note(notes, 2, "tag", "tags", "lost");
    CHECK(notes == std::vector<std::string>{"1 tag lost", "2 tags lost"});
}
