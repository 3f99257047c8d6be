#include "ledger/entry_source.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "ledger/book/memory_book.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

std::map<std::pair<AccountId, CommodityId>, Sum> by_hand(const EntrySource& source,
                                                         const DateRange& dates) {
    std::map<std::pair<AccountId, CommodityId>, Sum> sums;
    source.for_each_transaction({}, [&](const Transaction& transaction) {
        for (const Posting& posting : transaction->postings) {
            if (dates.contains(transaction->date)) {
                sums[{posting.account, posting.amount.commodity}] += posting.amount.minor;
            }
        }
        return true;
    });
    std::erase_if(sums, [](const auto& entry) { return entry.second == 0; });
    return sums;
}

}  // namespace

TEST_CASE("balances of any range are those of its postings, in memory and on disk") {
    std::string text;
    for (const char* date : {"2018-01-01", "2018-03-15", "2018-01-31", "2018-02-01", "2018-02-28",
                             "2018-03-01", "2018-03-31", "2018-04-01", "2019-01-01"}) {
        text += found(date, std::to_string(text.size() % 97 + 1) + ".00");
    }
    text +=
        "2018-03-10 nets out\n    assets:box  1 BOB\n    income:found\n\n"
        "2018-03-10 nets out\n    assets:box  -1 BOB\n    income:found\n";
    TemporaryBook book;
    book.must_import("a", text);
    MemoryBook memory;
    MemoryFiles files{{{"a", text}}};
    REQUIRE(memory.read(files, {"a"}, {}, KindTable::standard()).ok());

    const std::vector<std::optional<Date>> edges{{},
                                                 parse_date("2017-12-31").operator*(),
                                                 parse_date("2018-01-01").operator*(),
                                                 parse_date("2018-01-31").operator*(),
                                                 parse_date("2018-02-01").operator*(),
                                                 parse_date("2018-02-15").operator*(),
                                                 parse_date("2018-03-01").operator*(),
                                                 parse_date("2018-03-31").operator*(),
                                                 parse_date("2018-04-02").operator*(),
                                                 parse_date("2020-01-01").operator*()};
    for (const auto& begin : edges) {
        for (const auto& end : edges) {
            const DateRange dates{begin, end};
            INFO((begin ? to_string(*begin) : "-") << " to " << (end ? to_string(*end) : "-"));
            for (const EntrySource* source : {static_cast<const EntrySource*>(&*book),
                                              static_cast<const EntrySource*>(&memory)}) {
                const auto found = balances_in(*source, dates);
                const auto expected = by_hand(*source, dates);
                CHECK(std::map<std::pair<AccountId, CommodityId>, Sum>(found.begin(),
                                                                       found.end()) == expected);
            }
        }
    }
}
