#include "ledger/book/store.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/migration.hpp"

using namespace cellbook;

namespace {

Store empty_store() {
    Store store{Connection::in_memory()};
    migrate(store.connection());
    store.put(AccountRow{.number = 0, .name = "assets:cash", .account_class = "assets"});
    store.put(CommodityRow{.number = 0, .symbol = "BOB", .scale = 2, .style = "01."});
    return store;
}

}  // namespace

TEST_CASE("sums are kept exactly beyond 64 bits, and added to") {
    Store store = empty_store();
    const Month month{24'000};
    const Sum large = Sum{INT64_MAX} * 4;
    store.add_to_month(0, 0, month, large);
    store.add_to_month(0, 0, month, 5);
    store.add_to_total(0, 0, -large);
    store.add_to_total(0, 0, large - 7);
    std::vector<Sum> sums;
    store.for_each_month({}, {}, {}, [&](auto, auto, Month, Sum sum) { sums.push_back(sum); });
    store.for_each_total([&](auto, auto, Sum sum) { sums.push_back(sum); });
    CHECK((sums == std::vector<Sum>{large + 5, -7}));
    CHECK(store.connection().integer("SELECT typeof(sum) = 'text' FROM month_balances") == 1);
    CHECK(store.connection().integer("SELECT typeof(sum) = 'integer' FROM totals") == 1);
}

TEST_CASE("a sum that grows out of 64 bits goes on exactly, from either side") {
    const Sum edge = Sum{1} << 62;
    for (const Sum step : {edge, edge - 1, edge + 1, Sum{INT64_MAX}, Sum{-3} - edge, Sum{7}}) {
        Store store = empty_store();
        Sum expected = 0;
        for (int i = 0; i < 6; ++i) {
            store.add_to_total(0, 0, step);
            store.add_to_month(0, 0, Month{24'000}, step);
            expected += step;
            std::vector<Sum> sums;
            store.for_each_total([&](auto, auto, Sum sum) { sums.push_back(sum); });
            store.for_each_month({}, {}, {},
                                 [&](auto, auto, Month, Sum sum) { sums.push_back(sum); });
            REQUIRE((sums == std::vector<Sum>{expected, expected}));
        }
        for (int i = 0; i < 6; ++i) store.add_to_total(0, 0, -step);
        store.for_each_total([&](auto, auto, Sum sum) { CHECK(sum == 0); });
    }
}

TEST_CASE("months are read by account and range") {
    Store store = empty_store();
    for (const std::int32_t month : {10, 11, 12}) store.add_to_month(0, 0, Month{month}, month);
    std::vector<std::int32_t> months;
    const auto visit = [&](auto, auto, Month month, Sum) { months.push_back(month.index); };
    store.for_each_month(0, Month{11}, {}, visit);
    store.for_each_month({}, {}, Month{11}, visit);
    store.for_each_month(7, {}, {}, visit);
    CHECK(months == std::vector<std::int32_t>{11, 12, 10});
}

TEST_CASE("lists grow at their ends") {
    Store store = empty_store();
    PackedList first;
    first.push(3);
    PackedList second;
    second.push(90);
    store.append_places(0, Month{5}, first);
    store.append_places(0, Month{5}, second);
    store.append_places(0, Month{7}, first);
    std::vector<std::uint64_t> items;
    unpack(store.places(0, Month{5}), [&](std::uint64_t item) { items.push_back(item); });
    CHECK(items == std::vector<std::uint64_t>{3, 90});
    CHECK(store.months_of(0) == std::pair{Month{5}, Month{7}});
    CHECK_FALSE(store.months_of(1));
    store.append_day(Date{100}, first);
    store.append_day(Date{100}, second);
    store.append_day(Date{90}, first);
    std::vector<std::int32_t> days;
    store.for_each_day({Date{90}, Date{101}}, [&](Date day, std::string_view) {
        days.push_back(day.days);
        return true;
    });
    CHECK(days == std::vector<std::int32_t>{90, 100});
}

TEST_CASE("ids are found by key, with those given by hand beside them") {
    Store store = empty_store();
    const std::uint64_t key = 0xf000'0000'0000'0001ULL;  // negative as SQLite keeps it
    store.add_id(key, 1, 10);
    store.add_id(key, 2, 11);
    store.add_id(key, 0, 12);
    CHECK(store.equal_entries(key) == 2);
    CHECK(store.equal_entries(key + 1) == 0);
    CHECK(store.find_ids(key, 2) == std::vector<std::int64_t>{12, 11});
    CHECK(store.find_ids(key, 0) == std::vector<std::int64_t>{12});
    std::size_t contents = 0;
    store.for_each_content_key([&](std::uint64_t found, std::int64_t) {
        CHECK(found == key);
        ++contents;
    });
    CHECK(contents == 2);
}

TEST_CASE("the state comes back as it was put") {
    Store store = empty_store();
    CHECK(store.state() == StateRow{});
    const StateRow state{.entries = 3,
                         .transactions = 2,
                         .span = std::pair{Date{-5}, Date{7}},
                         .in_date_order = false,
                         .locked_until = Date{6}};
    store.put(state);
    CHECK(store.state() == state);
    store.clear_derived();
    CHECK(store.state() == StateRow{});
}

TEST_CASE("the journal gives its last entry and hash") {
    Store store = empty_store();
    CHECK(store.last_hash() == first_hash());
    CHECK(store.last_seq() == 0);
    Hash hash{};
    hash[3] = 9;
    store.append(1, "[1]", hash);
    CHECK(store.last_hash() == hash);
    CHECK(store.last_seq() == 1);
    CHECK(store.body(1) == "[1]");
    CHECK_FALSE(store.body(2));
    CHECK_THROWS_AS(store.append(1, "[2]", hash), StorageError);
}
