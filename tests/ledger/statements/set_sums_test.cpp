#include "ledger/statements/set_sums.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"

using namespace cellbook;

namespace {

using Places = std::map<std::tuple<LineId, std::uint32_t, CommodityId>, Sum>;

Places places(const std::vector<SegmentSum>& sums) {
    Places found;
    for (const auto& sum : sums) {
        if (sum.sum != 0) found[{sum.line, sum.segment, sum.commodity}] += sum.sum;
    }
    return found;
}

}  // namespace

TEST_CASE("consolidated is aggregate less what is eliminated, by line, month and commodity") {
    const std::vector<std::vector<std::string>> sets{
        {}, {"sector:households"}, {"party:h1", "party:b1", "party:s1"}, {"not:sector:outside"}};
    for (unsigned seed = 0; seed < 5; ++seed) {
        test::RandomBook random{seed};
        random.add(200);
        const auto book = test::book_of(random.text());
        const LineRule line_of{.of_account = [](AccountId account) { return account.value; }};
        for (const auto& terms : sets) {
            const auto query = std::move(*Query::parse(terms, {}));
            const PartySet set{query, book.chart()};
            const PeriodGrid grid{book, query, {.interval = Interval::month}};
            for (const Mutual mutual : {Mutual::income_and_expenses, Mutual::claims_and_debts}) {
                const auto aggregate = places(set_sums(book, query, set, grid, line_of, {}));
                Places expected = aggregate;
                std::map<CommodityId, Sum> all;
                const auto inside = consolidation_sums(
                    book, query, set, {.mutual = mutual},
                    [](const Transaction&, const Posting& posting) {
                        return posting.account.value;
                    },
                    [&](Date day) { return grid.segment_of(day); });
                for (const auto& [place, sum] : inside.eliminated.sorted()) {
                    expected[{place.line, place.period, place.commodity}] -= sum;
                    all[place.commodity] += sum;
                }
                std::erase_if(expected, [](const auto& entry) { return entry.second == 0; });
                CHECK(places(set_sums(book, query, set, grid, line_of, {.eliminate = mutual})) ==
                      expected);
                CHECK(expected != aggregate);
                for (const auto& entry : all) CHECK(entry.second == 0);
            }
        }
    }
}

TEST_CASE("a set of one party eliminates nothing") {
    test::RandomBook random{3};
    random.add(100);
    const auto book = test::book_of(random.text());
    const auto query = std::move(*Query::parse(std::vector<std::string>{"party:h1"}, {}));
    const PartySet set{query, book.chart()};
    const PeriodGrid grid{book, query, {}};
    const LineRule line_of{.of_account = [](AccountId account) { return account.value; }};
    CHECK(places(set_sums(book, query, set, grid, line_of,
                          {.eliminate = Mutual::income_and_expenses})) ==
          places(set_sums(book, query, set, grid, line_of, {})));
}
