#include "ledger/statements/exchanges.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"

using namespace cellbook;

TEST_CASE("exchanges at cost are what every party's books lack in each commodity alone") {
    for (unsigned seed = 0; seed < 8; ++seed) {
        test::RandomBook random{seed};
        random.add(150);
        const auto book = test::book_of(random.text());
        const Chart& chart = book.chart();
        const PeriodGrid grid{book, {}, {.interval = Interval::month}};
        const auto party_of = [&](AccountId account) { return chart[account].party.value; };
        std::map<std::tuple<LineId, std::uint32_t, CommodityId>, Sum> gaps;
        const LineRule rule{.of_account = party_of};
        for (const auto& sum : sum_segments(book, {}, grid, rule, {})) {
            gaps[{sum.line, sum.segment, sum.commodity}] += sum.sum;
        }
        bool any = false;
        for (const auto& sum : exchanges_at_cost(book, {}, grid, party_of)) {
            any = any || sum.sum != 0;
            gaps[{sum.line, sum.segment, sum.commodity}] -= sum.sum;
        }
        CHECK(any);
        for (const auto& [place, gap] : gaps) CHECK(gap == 0);
    }
}

TEST_CASE("an exchange puts the amount in and takes its cost out") {
    const auto book = test::book_of(
        "commodity 1.00 BOB\ncommodity 1.00 USD\n"
        "2018-01-01 a\n  assets:x  2.00 USD @ 7.00 BOB\n  assets:y\n");
    const PeriodGrid grid{book, {}, {}};
    const auto sums = exchanges_at_cost(book, {}, grid, [](AccountId) { return LineId{0}; });
    REQUIRE(sums.size() == 2);
    CHECK(sums[0].sum + sums[1].sum == 200 - 1400);
}
