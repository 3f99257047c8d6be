#include "ledger/book/memory_chain.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ledger/book/entry_ids.hpp"
#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::int64_t append(MemoryChain& chain, Chart& chart, const std::string& id,
                    std::string_view amount = "1.00 BOB", std::string_view date = "2018-03-01") {
    auto balanced = BalanceRule{chart}.balance(
        draft(chart, {{"assets:cash", std::string{amount}}, {"income:found", ""}}, date));
    TransactionDraft content = std::move(*balanced).into_draft();
    content.id = id;
    const Position position{.file = "a.journal", .line = 7};
    return chain.append(content, {.position = position});
}

}  // namespace

TEST_CASE("bytes kept in an arena stay where they are") {
    ByteArena arena;
    std::vector<std::pair<std::string, std::string_view>> kept;
    for (std::size_t i = 0; i < 300; ++i) {
        const std::string bytes(i * 97 % 20'000, static_cast<char>('a' + i % 26));
        kept.emplace_back(bytes, arena.keep(bytes));
    }
    const std::string large(3'000'000, 'x');
    CHECK(arena.keep(large) == large);
    for (const auto& [bytes, view] : kept) CHECK(view == bytes);
}

TEST_CASE("a chain in memory hashes only when ids can depend on it") {
    Chart chart;
    MemoryChain chain{chart};
    CHECK_FALSE(chain.must_hash(""));
    append(chain, chart, "");
    CHECK_FALSE(chain.must_hash("by-hand"));
    append(chain, chart, "by-hand", "2.00 BOB");
    CHECK_FALSE(chain.ids_derived());
    CHECK(chain.transaction(1)->operator*().id.empty());
    CHECK(chain.find_id("by-hand") == 2);
    CHECK_FALSE(chain.find_id("by-foot"));
    CHECK_FALSE(chain.ids_derived());

    CHECK(chain.must_hash("0123456789abcdef0123"));
    CHECK(chain.ids_derived());
    const std::string derived = (*chain.transaction(1))->id;
    REQUIRE(parse_derived_id(derived));
    CHECK(chain.find_id(derived) == 1);
    CHECK(chain.equal_entries(parse_derived_id(derived)->content_key) == 1);
}

TEST_CASE("the digest is that of the bodies with all ids, and is found again") {
    Chart chart;
    MemoryChain chain{chart};
    append(chain, chart, "");
    append(chain, chart, "");
    append(chain, chart, "x", "5.00 BOB", "2018-02-01");
    const Hash digest = chain.digest();
    Sha256 sha;
    Hash hash = first_hash();
    for (std::int64_t seq = 1; seq <= 3; ++seq) hash = sha.link(hash, chain.body(seq));
    CHECK(hash == digest);
    CHECK(chain.digest() == digest);
    CHECK((*chain.transaction(2))->id == (*chain.transaction(1))->id + "-2");
}

TEST_CASE("a chain in memory knows dates, order, span and where entries came from") {
    Chart chart;
    MemoryChain chain{chart};
    append(chain, chart, "", "1.00 BOB", "2018-03-01");
    CHECK(chain.in_date_order());
    append(chain, chart, "", "1.00 BOB", "2018-02-01");
    CHECK_FALSE(chain.in_date_order());
    CHECK(chain.span() == std::pair{*parse_date("2018-02-01"), *parse_date("2018-03-01")});
    CHECK(chain.date(2) == *parse_date("2018-02-01"));
    CHECK(chain.provenance(1).file == "a.journal");
    CHECK(chain.provenance(1).line == 7);

    const AccountId cash = chart.find_account("assets:cash");
    CHECK(chain.months_of(cash)->first == parse_date("2018-02-01")->month());
    CHECK(chain.places_in(cash, parse_date("2018-03-01")->month()) ==
          std::vector<Place>{{*parse_date("2018-03-01"), 1}});
    append(chain, chart, "", "1.00 BOB", "2018-03-01");
    CHECK(chain.places_in(cash, parse_date("2018-03-01")->month()).size() == 2);
    Sums before;
    chain.add_before(cash, parse_date("2018-03-01")->month(), before);
    CHECK(before[chart.find_commodity("BOB")] == 100);
}
