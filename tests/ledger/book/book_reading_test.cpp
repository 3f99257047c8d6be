#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "ledger/book/memory_book.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// Books of a year in no order, on disk and in memory.
struct Both {
    TemporaryBook disk{};
    MemoryBook memory{};

    explicit Both(bool in_order) {
        std::mt19937 random{5};
        std::string text = "; party: inmates:i3  sector:households\n";
        for (unsigned i = 0; i < 600; ++i) {
            const auto day =
                static_cast<std::int32_t>(17'500 + (in_order ? i / 2 : random() % 300));
            const std::string who = "inmates:i" + std::to_string(random() % 20);
            text += to_string(Date{day}) + " entry " + std::to_string(i) + "\n    " + who +
                    ":assets:cash  " + std::to_string(random() % 90 + 1) + ".00 " +
                    (random() % 3 == 0 ? "USD" : "BOB") + "\n    " + who + ":income:found\n\n";
        }
        disk.must_import("a", text);
        MemoryFiles files{{{"a", text}}};
        REQUIRE(memory.read(files, {"a"}, {}, KindTable::standard()).ok());
    }
};

std::vector<std::string> stream(const EntrySource& source, const Scan& scan) {
    std::vector<std::string> found;
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        found.push_back(to_string(transaction->date) + " " + std::to_string(transaction.seq()) +
                        " " + transaction->id + " " + transaction->description);
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("a book on disk and the journal in memory are one stream") {
    for (const bool in_order : {true, false}) {
        const Both both{in_order};
        Book& disk = *const_cast<TemporaryBook&>(both.disk);
        for (const DateRange& dates :
             {DateRange{}, DateRange{Date{17'550}, Date{17'600}}, DateRange{Date{17'590}, {}},
              DateRange{{}, Date{17'550}}, DateRange{Date{20'000}, {}}}) {
            const auto from_disk = stream(disk, {.dates = dates});
            CHECK(from_disk == stream(both.memory, {.dates = dates}));
            auto sorted = stream(disk, {.dates = dates, .accounts = {}, .any_order = true});
            CHECK(std::set(sorted.begin(), sorted.end()) ==
                  std::set(from_disk.begin(), from_disk.end()));
        }
        CHECK(disk.span() == both.memory.span());
        CHECK(disk.transaction_count() == 600);
    }
}

TEST_CASE("a scan of accounts gives their transactions in order, and may give more") {
    const Both both{false};
    Book& disk = *const_cast<TemporaryBook&>(both.disk);
    const AccountId cash = disk.chart().find_account("inmates:i3:assets:cash");
    REQUIRE(cash);
    std::vector<std::int64_t> wanted;
    disk.for_each_transaction({}, [&](const Transaction& transaction) {
        if (transaction->postings[0].account == cash) wanted.push_back(transaction.seq());
        return true;
    });
    REQUIRE(wanted.size() > 5);
    std::vector<std::int64_t> found;
    disk.for_each_transaction({.dates = {}, .accounts = std::vector{cash}},
                              [&](const Transaction& transaction) {
                                  found.push_back(transaction.seq());
                                  return true;
                              });
    CHECK(found == wanted);
    std::size_t shown = 0;
    disk.for_each_transaction({.dates = {}, .accounts = std::vector{cash}},
                              [&](const Transaction&) { return ++shown < 2; });
    CHECK(shown == 2);
}

TEST_CASE("kept rows on disk are those in memory") {
    const Both both{false};
    const Book& disk = *const_cast<TemporaryBook&>(both.disk);
    const auto months = [](const EntrySource& source) {
        std::set<std::tuple<std::string, std::string, Month, Sum>> rows;
        source.for_each_month_balance({}, {}, [&](const MonthBalance& row) {
            rows.emplace(source.chart()[row.account].name, source.chart()[row.commodity].symbol,
                         row.month, row.sum);
        });
        return rows;
    };
    CHECK((months(disk) == months(both.memory)));
    CHECK(months(disk).size() > 100);
    const auto totals = [](const EntrySource& source) {
        std::set<std::tuple<std::string, std::string, Sum>> rows;
        source.for_each_total([&](AccountId account, CommodityId commodity, Sum sum) {
            rows.emplace(source.chart()[account].name, source.chart()[commodity].symbol, sum);
        });
        return rows;
    };
    CHECK((totals(disk) == totals(both.memory)));
}

TEST_CASE("rows come in the order of the chart's ids, also in a book that was just written to") {
    Both both{false};
    both.disk.must_import("b", "2019-01-01 x\n    z:assets:a  1 EUR\n    z:income:a\n");
    std::optional<MonthBalance> last;
    both.disk->for_each_month_balance({}, {}, [&](const MonthBalance& row) {
        if (last) {
            CHECK(std::tuple{last->account, last->commodity, last->month} <
                  std::tuple{row.account, row.commodity, row.month});
        }
        last = row;
    });
    CHECK(last);
    std::size_t declared = 0;
    both.disk->for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        CHECK(std::holds_alternative<PartyDeclaration>(declaration));
        return ++declared > 0;
    });
    CHECK(declared == 1);
    CHECK_FALSE(both.disk->find_transaction("nothing"));
    CHECK_FALSE(both.disk->reversed_by(1));
}
