#include "ledger/book/derived.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/entry_ids.hpp"
#include "ledger/book/table_comparison.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("rows written import by import are those written at once") {
    TemporaryBook piecewise;
    TemporaryBook at_once;
    std::string all;
    for (int i = 0; i < 12; ++i) {
        // Days go forth and back, names come up late, ids are given and derived.
        std::string text = found("2018-0" + std::to_string(9 - i % 7) + "-05", "1.00", "x") +
                           "2018-01-0" + std::to_string(i % 3 + 1) + " y  ; id:y" +
                           std::to_string(i) + "\n    p" + std::to_string(i / 2) +
                           ":assets:cash  2 BOB\n    p" + std::to_string(i / 2) + ":income\n\n";
        if (i == 5) text += "; party: p1  sector:businesses, parent:p0\n";
        piecewise.must_import("part" + std::to_string(i), text);
        all += text;
    }
    at_once.must_import("all", all);
    CHECK(piecewise->digest() == at_once->digest());
    CHECK(differing_rows(plain_connection(piecewise.path()), plain_connection(at_once.path()))
              .empty());
    CHECK(piecewise->check().empty());
}

TEST_CASE("an id that is not derived from its content has a row of its own") {
    Derived derived;
    TransactionDraft content;
    content.id = "by-hand";
    derived.add(content, 1, 77, 1, {});
    CHECK(derived.equal_entries(77) == 1);
    CHECK(derived.find_id(place_of_id("by-hand")) == std::vector<std::int64_t>{1});
    CHECK(derived.find_id(place_of_id("by-foot")).empty());
    content.id = "again";
    derived.add(content, 2, 77, 2, 1);
    CHECK(derived.equal_entries(77) == 2);
    CHECK(derived.reversed_by(1) == 2);
    CHECK(derived.state().transactions == 2);
    CHECK(place_of_id("by-hand").key != place_of_id("again").key);
    CHECK(place_of_id("by-hand").occurrence == 0);
}
