#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ledger/book/migration.hpp"
#include "ledger/book/store.hpp"

using namespace cellbook;

namespace {

Store empty_store() {
    Store store{Connection::in_memory()};
    migrate(store.connection());
    return store;
}

}  // namespace

TEST_CASE("parties come numbered first, then by name") {
    Store store = empty_store();
    const Date day = *parse_date("2018-03-01");
    store.put(PartyRow{.name = "c", .sector = "state"});
    store.put(PartyRow{.name = "z", .number = 1, .sector = "households", .parent = "c"});
    store.put(PartyRow{.name = "a", .sector = "outside", .life = {day, {}}});
    store.put(PartyRow{.name = "y", .number = 0, .sector = "sections", .declared = true});
    std::vector<std::string> names;
    store.for_each_party([&](const PartyRow& row) {
        names.emplace_back(row.name);
        if (row.name == "z") CHECK(row.parent == "c");
        if (row.name == "a") CHECK(row.life.begin == day);
        CHECK(row.declared == (row.name == "y"));
    });
    CHECK(names == std::vector<std::string>{"y", "z", "a", "c"});
}

TEST_CASE("all accounts have names, and those that are declared more") {
    Store store = empty_store();
    const Date day = *parse_date("2018-03-01");
    store.put(PartyRow{.name = "i1", .sector = "households"});
    store.put(AccountRow{.number = 1, .name = "i1:assets:cash", .party = "i1"});
    store.put(AccountRow{.number = 0,
                         .name = "i1:assets:cells",
                         .party = "i1",
                         .non_financial = true,
                         .declared = true,
                         .life = {{}, day}});
    std::vector<std::string> names;
    store.for_each_account_name([&](std::int64_t number, std::string_view name) {
        CHECK(number == static_cast<std::int64_t>(names.size()));
        names.emplace_back(name);
    });
    CHECK(names == std::vector<std::string>{"i1:assets:cells", "i1:assets:cash"});
    int declared = 0;
    store.for_each_declared_account([&](const DeclaredAccountRow& row) {
        ++declared;
        CHECK(row.number == 0);
        CHECK(row.non_financial);
        CHECK(row.life.end == day);
        CHECK_FALSE(row.life.begin);
    });
    CHECK(declared == 1);
}

TEST_CASE("what is put again of a name replaces what was known") {
    Store store = empty_store();
    store.put(CommodityRow{.number = 0, .symbol = "BOB", .style = "01."});
    store.put(CommodityRow{
        .number = 0, .symbol = "BOB", .scale = 2, .scale_known = true, .style = "01,"});
    store.put_word(0, "rent");
    store.put_word(1, "dues");
    store.for_each_commodity([&](const CommodityRow& row) {
        CHECK(row.scale == 2);
        CHECK(row.scale_known);
        CHECK(row.style == "01,");
    });
    std::string words;
    store.for_each_word([&](std::int64_t number, std::string_view text) {
        words += std::to_string(number) + std::string{text};
    });
    CHECK(words == "0rent1dues");
}
