#include "ledger/book/memory_book.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "tests/ledger/book/gate_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const char* const week = R"(; party: inmates:i1  sector:households
P 2018-01-01 USD 6.96 BOB

2018-01-03 dues ; kind:section_dues, id:d1
    inmates:i1:expenses:dues       10.00 BOB
    inmates:i1:assets:cash        -10.00 BOB
    sections:posta:assets:cash     10.00 BOB
    sections:posta:income:dues    -10.00 BOB

2018-01-01 opening
    inmates:i1:assets:cash         50.00 BOB
    inmates:i1:equity:opening

2018-02-01 two cans
    inmates:i1:expenses:food        3 can @ 4.00 BOB
    inmates:i1:assets:cash        -12.00 BOB
)";

ImportReport read(MemoryBook& book, const std::string& text, const RecordOptions& options = {}) {
    MemoryFiles files{{{"week.journal", text}}};
    return book.read(files, {"week.journal"}, options, KindTable::standard());
}

std::vector<std::string> descriptions(const EntrySource& source, const Scan& scan = {}) {
    std::vector<std::string> found;
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        found.push_back(transaction->description);
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("a journal read into memory is a stream in (date, sequence) order") {
    MemoryBook book;
    const auto report = read(book, week);
    REQUIRE(report.ok());
    CHECK(report.transactions == 3);
    CHECK(report.declarations == 2);
    CHECK(book.transaction_count() == 3);
    CHECK(book.entry_count() == 5);
    CHECK(book.span() == std::pair{*parse_date("2018-01-01"), *parse_date("2018-02-01")});

    CHECK(descriptions(book) == std::vector<std::string>{"opening", "dues", "two cans"});
    CHECK(descriptions(book, {.dates = {}, .accounts = {}, .any_order = true, .ids = false}) ==
          std::vector<std::string>{"dues", "opening", "two cans"});
    CHECK(descriptions(book, {.dates = {*parse_date("2018-01-02"), *parse_date("2018-02-01")}}) ==
          std::vector<std::string>{"dues"});
    CHECK(book.provenance(3).file == "week.journal");
    CHECK(book.provenance(3).line == 4);
}

TEST_CASE("a memory book's kept sums are those of its postings") {
    MemoryBook book;
    REQUIRE(read(book, week).ok());
    const AccountId cash = book.chart().find_account("inmates:i1:assets:cash");
    std::vector<std::tuple<Month, Sum>> months;
    book.for_each_month_balance({}, {}, [&](const MonthBalance& kept) {
        if (kept.account == cash) months.emplace_back(kept.month, kept.sum);
    });
    const Month january = parse_date("2018-01-01")->month();
    CHECK(months == std::vector<std::tuple<Month, Sum>>{{january, 40'00},
                                                        {Month{january.index + 1}, -12'00}});
    Sum total = 0;
    book.for_each_total([&](AccountId account, CommodityId, Sum sum) {
        CHECK(sum != 0);
        if (account == cash) total += sum;
    });
    CHECK(total == 28'00);
}

TEST_CASE("a journal with an error leaves the book as it was, names included") {
    MemoryBook book;
    REQUIRE(read(book, week).ok());
    const Hash digest = book.digest();
    const auto accounts = book.chart().account_count();
    const auto refused = read(book, std::string{week} +
                                        "\n2018-03-01 off\n    new:assets  1 BOB\n"
                                        "    new:income  -2 BOB\n");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.problem_count == 1);
    CHECK(book.entry_count() == 5);
    CHECK(book.chart().account_count() == accounts);
    CHECK(book.chart()[book.chart().find_party("inmates:i1")].sector == Sector::households);
    CHECK(book.digest() == digest);
}

TEST_CASE("ids of a journal in memory are derived when somebody asks, the digest with them") {
    MemoryBook book;
    REQUIRE(read(book, week).ok());
    REQUIRE(book.find_transaction("d1"));
    std::string id;
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        CHECK_FALSE(transaction->id.empty());
        id = transaction->id;
        return true;
    });
    const auto found = book.find_transaction(id);
    REQUIRE(found);
    CHECK((*found)->description == "two cans");

    MemoryBook other;
    REQUIRE(read(other, week).ok());
    CHECK(other.digest() == book.digest());
}

TEST_CASE("a visitor may ask the book for something else meanwhile") {
    MemoryBook book;
    REQUIRE(read(book, week).ok());
    std::size_t seen = 0;
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        const std::string before = transaction->description;
        CHECK(descriptions(book).size() == 3);
        CHECK(book.find_transaction("d1"));
        CHECK(transaction->description == before);
        ++seen;
        return true;
    });
    CHECK(seen == 3);
    std::size_t declared = 0;
    book.for_each_declaration([&](std::int64_t seq, const Declaration&) {
        CHECK(seq == static_cast<std::int64_t>(++declared));
        return declared < 2;
    });
    CHECK(declared == 2);
}
