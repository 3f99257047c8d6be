#include "ledger/statements/consolidation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "ledger/statements/account_sums.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;

namespace {

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

/// Accounts as lines, months as periods.
ConsolidationSums sums_of(const EntrySource& book, const std::vector<std::string>& terms,
                          Mutual mutual) {
    const Query query = query_of(terms);
    return consolidation_sums(
        book, query, PartySet{query, book.chart()}, {.mutual = mutual},
        [](const Transaction&, const Posting& posting) { return posting.account.value; },
        [](Date date) { return static_cast<std::uint32_t>(date.month().index); });
}

Lines text_of(const ShareSums& sums, const Chart& chart) {
    std::map<std::string, Sum> named;
    for (const auto& [place, sum] : sums.sorted()) {
        named[chart[AccountId{place.line}].name + " " + chart[place.commodity].symbol] += sum;
    }
    Lines lines;
    for (const auto& [name, sum] : named) {
        if (sum != 0) lines.push_back(name + " " + to_decimal_text(sum, 0));
    }
    return lines;
}

struct Case {
    std::string what{};
    std::string postings{};
    Mutual mutual = Mutual::income_and_expenses;
    Lines eliminated{};
    Lines unallocated{};
    Lines one_sided{};
};

void check(const Case& wanted) {
    const auto book = test::book_of("2018-03-01 a\n" + wanted.postings +
                                    "\n2018-01-01 all keep books\n  a:equity:x  0 B\n"
                                    "  b:equity:x  0 B\n  c:equity:x  0 B\n");
    INFO(wanted.what);
    const auto sums = sums_of(book, {"party:^[abc]$"}, wanted.mutual);
    CHECK(text_of(sums.eliminated, book.chart()) == wanted.eliminated);
    CHECK(text_of(sums.unallocated, book.chart()) == wanted.unallocated);
    CHECK(text_of(sums.one_sided, book.chart()) == wanted.one_sided);
}

}  // namespace

TEST_CASE("income from a member goes out with the member's expenses, and nothing else does") {
    check({.what = "sold out of stock: what the goods had cost stays",
           .postings = "  a:expenses:food  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:income:sales  -10 B\n"
                       "  b:expenses:goods_sold  7 B\n  b:assets:goods  -7 B\n",
           .eliminated = {"a:expenses:food B 10", "b:income:sales B -10"},
           .one_sided = {"b:expenses:goods_sold B 7"}});
    check({.what = "bought for stock: output of the set, not eliminated",
           .postings = "  a:assets:goods  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:income:sales  -10 B\n",
           .one_sided = {"b:income:sales B -10"}});
    check({.what = "partly for stock: in the order of the postings",
           .postings = "  a:expenses:food  8 B\n  a:assets:goods  2 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:income:sales  -6 B\n  b:income:tips  -4 B\n",
           .eliminated = {"a:expenses:food B 8", "b:income:sales B -6", "b:income:tips B -2"},
           .one_sided = {"b:income:tips B -2"}});
    check(
        {.what = "less a discount: both go out",
         .postings = "  a:expenses:food  9 B\n  a:assets:cash  -9 B\n  b:assets:cash  9 B\n"
                     "  b:income:sales  -10 B\n  b:income:discounts  1 B\n",
         .eliminated = {"a:expenses:food B 9", "b:income:discounts B 1", "b:income:sales B -10"}});
    check({.what = "an expense passed on",
           .postings = "  a:expenses:food  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:expenses:food  -10 B\n",
           .eliminated = {"a:expenses:food B 10", "b:expenses:food B -10"}});
}

TEST_CASE("nothing is eliminated by guess, nor with who is not in the set") {
    check({.what = "three parties, one of which says nothing",
           .postings = "  a:expenses:food  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  6 B  ; with:a\n  b:income:sales  -6 B  ; with:a\n"
                       "  c:assets:cash  4 B\n  c:income:sales  -4 B\n",
           .unallocated = {"a:expenses:food B 10", "c:income:sales B -4"},
           .one_sided = {"b:income:sales B -6"}});
    check({.what = "the other is outside the set",
           .postings = "  a:expenses:food  10 B\n  a:assets:cash  -10 B\n"
                       "  d:assets:cash  10 B\n  d:income:sales  -10 B\n"});
    check({.what = "one set of books, and it does not say with whom",
           .postings = "  a:expenses:food  10 B\n  a:assets:cash  -10 B\n",
           .unallocated = {"a:expenses:food B 10"}});
    check({.what = "an affair of one's own",
           .postings = "  a:expenses:depreciation  10 B\n  a:assets:equipment  -10 B\n"});
    check({.what = "a closing entry",
           .postings = "  a:income:sales  10 B\n  a:equity:retained earnings  -10 B\n"});
}

TEST_CASE("claims on members go out with their debts, cash and things stay") {
    const auto mutual = Mutual::claims_and_debts;
    check({.what = "a loan",
           .postings = "  a:assets:loans  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:liabilities:loans  -10 B\n",
           .mutual = mutual,
           .eliminated = {"a:assets:loans B 10", "b:liabilities:loans B -10"}});
    check({.what = "capital",
           .postings = "  a:assets:capital  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:equity:capital  -10 B\n",
           .mutual = mutual,
           .eliminated = {"a:assets:capital B 10", "b:equity:capital B -10"}});
    check({.what = "a loan made capital",
           .postings = "  a:assets:capital  10 B\n  a:assets:loans  -10 B\n"
                       "  b:liabilities:loans  10 B\n  b:equity:capital  -10 B\n",
           .mutual = mutual,
           .eliminated = {"a:assets:capital B 10", "a:assets:loans B -10", "b:equity:capital B -10",
                          "b:liabilities:loans B 10"}});
    check({.what = "a claim held when the book begins",
           .postings = "  a:assets:loans  10 B\n  a:equity:opening  -10 B\n"
                       "  b:equity:opening  10 B\n  b:liabilities:loans  -10 B\n",
           .mutual = mutual,
           .eliminated = {"a:assets:loans B 10", "a:equity:opening B -10", "b:equity:opening B 10",
                          "b:liabilities:loans B -10"}});
    check({.what = "a debt to nobody known, an opening of one's own",
           .postings = "  a:assets:cash  10 B\n  a:liabilities:loans  -7 B\n"
                       "  a:equity:opening  -3 B\n",
           .mutual = mutual,
           .unallocated = {"a:liabilities:loans B -7"}});
    check({.what = "goods and cells",
           .postings = "  a:assets:cells  10 B\n  a:assets:cash  -10 B\n"
                       "  b:assets:cash  10 B\n  b:assets:cells  -10 B\n",
           .mutual = mutual});
}

TEST_CASE("a query narrows what is shown, not what is judged") {
    const auto book = test::book_of(
        "2018-03-01 a\n  a:expenses:food  10 B\n  a:assets:cash  -10 B\n"
        "  b:assets:cash  10 B\n  b:income:sales  -10 B\n");
    const auto mutual = Mutual::income_and_expenses;
    CHECK(text_of(sums_of(book, {"food"}, mutual).eliminated, book.chart()) ==
          Lines{"a:expenses:food B 10"});
    CHECK(sums_of(book, {"date:2018-04"}, mutual).eliminated.empty());
    CHECK(sums_of(book, {"party:a"}, mutual).eliminated.empty());
}

TEST_CASE("in random books eliminations sum to zero in each month and commodity") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(150);
        const auto book = test::book_of(drawn.text());
        for (const auto mutual : {Mutual::income_and_expenses, Mutual::claims_and_debts}) {
            for (const Lines& terms : {Lines{}, Lines{"sector:households"},
                                       Lines{"sector:households", "sector:businesses"}}) {
                INFO(seed << ' ' << terms.size());
                const auto sums = sums_of(book, terms, mutual);
                REQUIRE_FALSE(sums.eliminated.empty());
                std::map<std::pair<std::uint32_t, CommodityId>, Sum> net;
                for (const auto& [place, sum] : sums.eliminated.sorted()) {
                    net[{place.period, place.commodity}] += sum;
                }
                for (const auto& entry : net) CHECK(entry.second == 0);
            }
        }
    }
}

TEST_CASE("what is eliminated, left and unallocated is all that members have among themselves") {
    for (unsigned seed = 21; seed <= 28; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(120);
        const auto book = test::book_of(drawn.text());
        const Query query = query_of({"sector:households", "sector:businesses"});
        const PartySet set{query, book.chart()};
        Consolidation consolidation{set, Mutual::income_and_expenses, book.chart()};
        std::size_t members = 0;
        book.for_each_transaction({}, [&](const Transaction& transaction) {
            const auto shares = consolidation.judge(*transaction);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                const Posting& posting = transaction->postings[i];
                const Account& account = book.chart()[posting.account];
                const PartyId other = counterparty(*transaction, posting, book.chart());
                const bool flow = account.account_class == AccountClass::income ||
                                  account.account_class == AccountClass::expenses;
                const bool inside = flow && set.contains(account.party) && set.contains(other);
                CHECK((shares[i].side == OtherSide::member) == inside);
                members += inside ? 1 : 0;
                const auto part = shares[i].eliminated_minor;
                CHECK((inside || part == 0));
                const auto whole = posting.amount.minor;
                CHECK(std::min<std::int64_t>(whole, 0) <= part);
                CHECK(part <= std::max<std::int64_t>(whole, 0));
            }
            return true;
        });
        CHECK(members > 20);
    }
}

TEST_CASE("a reversal takes back what was eliminated") {
    for (unsigned seed = 31; seed <= 36; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(60);
        for (std::size_t i = 0; i < 60; ++i) drawn.reverse(i);
        const auto book = test::book_of(drawn.text());
        for (const auto mutual : {Mutual::income_and_expenses, Mutual::claims_and_debts}) {
            const auto sums = sums_of(book, {}, mutual);
            REQUIRE_FALSE(sums.eliminated.empty());
            CHECK(text_of(sums.eliminated, book.chart()).empty());
            CHECK(text_of(sums.unallocated, book.chart()).empty());
            CHECK(text_of(sums.one_sided, book.chart()).empty());
        }
    }
}
