#include "ledger/book/tally.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;

namespace {

TransactionDraft draft_of(std::int32_t day, const std::vector<std::pair<unsigned, int>>& moves) {
    TransactionDraft draft;
    draft.date = Date{day};
    for (const auto& [account, minor] : moves) {
        draft.postings.push_back(
            {.account = AccountId{account},
             .amount = {.minor = minor, .commodity = CommodityId{account % 2}}});
    }
    return draft;
}

}  // namespace

TEST_CASE("sums by month are those of the postings, in whatever order they come") {
    std::mt19937 random{7};
    Tally tally;
    std::map<std::tuple<unsigned, Month, unsigned>, Sum> expected;
    for (int i = 0; i < 2000; ++i) {
        const auto day = static_cast<std::int32_t>(random() % 900) + 17'000;
        const auto account = static_cast<unsigned>(random() % 9);
        const int minor = static_cast<int>(random() % 1000) - 500;
        tally.add_sums(draft_of(day, {{account, minor}}));
        expected[{account, Date{day}.month(), account % 2}] += minor;
    }
    std::map<std::tuple<unsigned, Month, unsigned>, Sum> found;
    for (const AccountId account : tally.accounts()) {
        for (const auto& sum : tally.sums(account)) {
            found[{account.value, sum.month, sum.commodity.value}] += sum.sum;
        }
    }
    CHECK(found == expected);

    const Month month = Date{17'450}.month();
    Sums before;
    tally.add_before(AccountId{3}, month, before);
    Sum by_hand = 0;
    for (const auto& [key, sum] : expected) {
        if (std::get<0>(key) == 3 && std::get<1>(key) < month) by_hand += sum;
    }
    CHECK(before[CommodityId{1}] == by_hand);
}

TEST_CASE("accounts stand in the order in which something was first added to them") {
    Tally tally;
    tally.add_sums(draft_of(17'600, {{70'000, 5}, {3, -5}}));
    tally.add_places(draft_of(17'601, {{9, 5}, {3, -5}}), 1);
    CHECK(tally.accounts() ==
          std::vector<AccountId>{AccountId{70'000}, AccountId{3}, AccountId{9}});
    CHECK(tally.sums(AccountId{9}).empty());
    CHECK(tally.places(AccountId{70'000}).empty());
    CHECK(tally.places(AccountId{9}).size() == 1);
    CHECK(tally.sums(AccountId{70'000}).size() == 1);
    CHECK(tally.sums(AccountId{1}).empty());
}

TEST_CASE("places tell an account's transactions of a month, each once") {
    Tally tally;
    const Date day = *parse_date("2018-03-31");
    tally.add_places(draft_of(day.days, {{0, 5}, {1, -5}, {0, 1}}), 1);
    tally.add_places(draft_of(day.days - 30, {{0, 5}}), 2);
    tally.add_places(draft_of(day.days + 1, {{0, 5}}), 3);

    std::vector<Place> places;
    tally.places_in(AccountId{0}, day.month(), places);
    CHECK(places == std::vector<Place>{{day, 1}, {Date{day.days - 30}, 2}});
    places.clear();
    tally.places_in(AccountId{7}, day.month(), places);
    CHECK(places.empty());
    CHECK(tally.days().size() == 3);
    CHECK(tally.days().begin()->first == Date{day.days - 30});
}

TEST_CASE("a packed place that names no day of its month is damaged") {
    const Month february = parse_date("2018-02-01")->month();
    CHECK_FALSE(unpack_place(february, 5 * 32));
    CHECK_FALSE(unpack_place(february, 5 * 32 + 29));
    CHECK(unpack_place(february, 5 * 32 + 28) == Place{*parse_date("2018-02-28"), 5});
}
