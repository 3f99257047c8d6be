#include "ledger/statements/account_sums.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "ledger/query/period.hpp"
#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const Date today = *parse_date("2018-05-16");

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, today));
}

/// A posting as the oracle remembers it.
struct Plain {
    Date date;
    std::string account;
    std::string commodity;
    std::int64_t minor;
};

struct RandomTown {
    std::string text = "commodity 1.00 BOB\ncommodity 1.00 USD\n\n";
    std::vector<Plain> postings{};
};

RandomTown random_town(unsigned seed) {
    std::mt19937 random{seed};
    const auto pick = [&](int count) {
        return static_cast<int>(random() % static_cast<unsigned>(count));
    };
    const std::vector<std::string> accounts{"i1:assets:cash",     "i1:expenses:food",
                                            "i1:assets:cash:box", "i2:assets:cash",
                                            "i2:income:wage",     "i2:expenses:rent"};
    RandomTown town;
    for (int i = 0; i < 120; ++i) {
        const Date date{parse_date("2017-11-20")->days + pick(150)};
        const std::string commodity = pick(3) == 0 ? "USD" : "BOB";
        const std::string party = pick(2) == 0 ? "i1" : "i2";
        std::vector<std::string> own;
        std::ranges::copy_if(accounts, std::back_inserter(own),
                             [&](const auto& name) { return name.starts_with(party); });
        town.text += to_string(date) + " x\n";
        std::int64_t left = 0;
        for (int n = 0; n < 3; ++n) {
            const std::int64_t minor = n == 2 ? -left : pick(20000) - 10000;
            left += minor;
            const std::string& account = own[static_cast<std::size_t>(pick(3))];
            town.text += "  " + account + "  " + to_decimal_text(minor, 2) + " " + commodity + "\n";
            town.postings.push_back({date, account, commodity, minor});
        }
        town.text += "\n";
    }
    return town;
}

using Plainly = std::map<std::pair<std::string, std::string>, Sum>;

Plainly plainly(const AccountSums& sums, const Chart& chart) {
    Plainly all;
    for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
        for (const auto& [commodity, sum] : sums.of(AccountId{i})) {
            if (sum != 0) all[{chart[AccountId{i}].name, chart[commodity].symbol}] = sum;
        }
    }
    return all;
}

Plainly oracle(const RandomTown& town, const DateRange& dates, const std::string& account,
               const std::string& commodity) {
    Plainly all;
    for (const auto& posting : town.postings) {
        if (!dates.contains(posting.date)) continue;
        if (posting.account.find(account) == std::string::npos) continue;
        if (!commodity.empty() && posting.commodity != commodity) continue;
        all[{posting.account, posting.commodity}] += posting.minor;
    }
    std::erase_if(all, [](const auto& entry) { return entry.second == 0; });
    return all;
}

}  // namespace

TEST_CASE("sums agree with plain addition, from kept balances and from the stream alike") {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        const RandomTown town = random_town(seed);
        const MemoryBook book = test::book_of(town.text);
        for (const auto* period : {"1900..2100", "2018", "2018-01", "2017-12-15..2018-02-07",
                                   "2018-02-07..2018-02-20", "..2018-01-01", "2018-01-20.."}) {
            const DateRange dates = *parse_period(period, today);
            for (const auto& [account, commodity] :
                 std::vector<std::pair<std::string, std::string>>{
                     {"", ""}, {"cash", ""}, {"i1:", "USD"}}) {
                INFO(seed << ' ' << period << ' ' << account << ' ' << commodity);
                std::vector<std::string> terms{account};
                if (!commodity.empty()) terms.push_back("cur:" + commodity);
                const auto wanted = oracle(town, dates, account, commodity);

                Query kept = query_of(terms);
                kept.confine(dates);
                REQUIRE(kept.kept_balances_suffice());
                CHECK(plainly(sum_postings(book, kept, {}), book.chart()) == wanted);

                terms.emplace_back("desc:x");
                Query streamed = query_of(terms);
                streamed.confine(dates);
                REQUIRE_FALSE(streamed.kept_balances_suffice());
                CHECK(plainly(sum_postings(book, streamed, {}), book.chart()) == wanted);

                const DateRange until{.end = dates.end};
                CHECK(plainly(sum_postings(book, kept, {.historical = true}), book.chart()) ==
                      oracle(town, until, account, commodity));
            }
        }
    }
}

TEST_CASE("zeros are kept when they are asked for") {
    const auto book = test::book_of(
        "2018-01-01 a\n  assets:cash  5 B\n  income:x  -5 B\n\n"
        "2018-01-02 b\n  assets:cash  -5 B\n  income:x  5 B\n");
    CHECK(accounts_in_order(sum_postings(book, {}, {}), book.chart()).empty());
    CHECK(accounts_in_order(sum_postings(book, {}, {.zeros = true}), book.chart()).size() == 2);
}

TEST_CASE("a parent stands before its children and they before its next sibling") {
    std::vector<std::string> names{"a:b-c", "a:b", "a b", "a", "b", "a:b:c", "a-b:c"};
    std::ranges::sort(names, comes_before);
    CHECK(names == std::vector<std::string>{"a", "a:b", "a:b:c", "a:b-c", "a b", "a-b:c", "b"});
}

TEST_CASE("a name is clipped to its first parts") {
    CHECK(clipped_name("a:b:c", 1) == "a");
    CHECK(clipped_name("a:b:c", 2) == "a:b");
    CHECK(clipped_name("a:b:c", 3) == "a:b:c");
    CHECK(clipped_name("a:b:c", 9) == "a:b:c");
    CHECK(clipped_name("a:b:c", 0) == "...");
}
