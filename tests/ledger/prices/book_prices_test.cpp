#include "ledger/prices/book_prices.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/book/temporary_book.hpp"
#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

/// A sale of something by b to a.
std::string sale(const std::string& date, const std::string& tags, const std::string& amount) {
    return date + " sale  ; " + tags + "\n    a:expenses:food  " + amount +
           "\n    a:assets:cash  -" + amount + "\n    b:assets:cash  " + amount +
           "\n    b:income:sales  -" + amount + "\n\n";
}

const std::string market =
    "commodity 1.00 BOB\ncommodity 1 cigs\n\n" +
    sale("2018-01-05", "product:rice, quantity:2, id:r1", "5.00 BOB") +
    sale("2018-01-20", "product:rice, quantity:3, standing:assumed", "7.00 BOB") +
    sale("2018-02-03", "product:rice, quantity:1.5, kind:shop_sale", "4.50 BOB") +
    sale("2018-02-04", "product:rice", "99.00 BOB") +  // no quantity, no price
    sale("2018-01-07", "kind:cell_rent, cell:c1, quantity:1", "300.00 BOB") +
    sale("2018-02-07", "kind:cell_rent, cell:c2, quantity:1", "200.00 BOB") +
    sale("2018-02-08", "kind:cell_rent, cell:c1, quantity:2", "610.00 BOB");

Query query_of(const std::vector<std::string>& terms) {
    return *Query::parse(terms, *parse_date("2018-05-16"));
}

Result<BookPrices> prices_of(const EntrySource& source, const std::vector<std::string>& terms = {},
                             const BookPriceOptions& options = {}) {
    return book_prices(source, query_of(terms), options);
}

/// `period product price quantity` of each cell, products numbered by name.
std::vector<std::string> cells(const BookPrices& prices) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < prices.panel.periods().size(); ++i) {
        for (const PricePoint& point : prices.panel.of(i)) {
            texts.push_back(prices.panel.periods()[i].label + " " + std::to_string(point.product) +
                            " " + to_string(point.price) + " " + to_string(point.quantity));
        }
    }
    return texts;
}

}  // namespace

TEST_CASE("what is about a cell is priced cell by cell, with a product and without") {
    const auto book = test::book_of(
        sale("2018-01-07", "kind:cell_sale, product:cell, cell:c1, quantity:1", "9000 BOB") +
        sale("2018-02-07", "kind:cell_sale, product:cell, cell:c2, quantity:1", "2000 BOB") +
        sale("2018-02-08", "kind:cell_sale, product:cell, cell:c1, quantity:1", "9500 BOB"));
    CHECK(cells(*prices_of(book, {})) ==
          std::vector<std::string>{"2018-01 0 9000 1", "2018-02 0 9500 1", "2018-02 1 2000 1"});
}

TEST_CASE("what was paid and how much of it add up by product and period") {
    const MemoryBook book = test::book_of(market);
    const auto prices = prices_of(book);
    REQUIRE(prices);
    // The products, by name: cell_rent c1, cell_rent c2, rice.
    CHECK(cells(*prices) == std::vector<std::string>{"2018-01 0 300 1", "2018-01 2 2.4 5",
                                                     "2018-02 0 305 2", "2018-02 1 200 1",
                                                     "2018-02 2 3 1.5"});
    CHECK(prices->notes ==
          std::vector<std::string>{"prices in BOB: unit values of 6 transactions; of their value, "
                                   "prices are observed 99.4%, assumed 0.6%"});
    const auto yearly = prices_of(book, {}, {.interval = Interval::year});
    REQUIRE(yearly);
    CHECK(yearly->panel.periods().size() == 1);
    CHECK(yearly->panel.periods()[0].label == "2018");
}

TEST_CASE("a query chooses what is priced, with its postings or without") {
    const MemoryBook book = test::book_of(market);
    CHECK(cells(*prices_of(book, {"kind:shop"})) == std::vector<std::string>{"2018-02 0 3 1.5"});
    CHECK(cells(*prices_of(book, {"kind:shop", "party:b"})) ==
          std::vector<std::string>{"2018-02 0 3 1.5"});
    CHECK(cells(*prices_of(book, {"standing:assumed"})).size() == 1);
    CHECK(cells(*prices_of(book, {"date:2018-01", "tag:product=rice"})) ==
          std::vector<std::string>{"2018-01 0 2.4 5"});
    const auto none = prices_of(book, {"party:nobody"});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::prices_missing);
}

TEST_CASE("a reversed sale counts in no period, whenever it was reversed") {
    const std::string wrong =
        sale("2018-01-09", "product:rice, quantity:100, id:slip", "1.00 BOB") +
        "2018-02-10 sale  ; product:rice, quantity:-100, reverses:slip, reason:a slip\n"
        "    a:expenses:food  -1.00 BOB\n    a:assets:cash  1.00 BOB\n"
        "    b:assets:cash  -1.00 BOB\n    b:income:sales  1.00 BOB\n\n";
    const MemoryBook book = test::book_of(market);
    const MemoryBook corrected = test::book_of(market + wrong);
    test::TemporaryBook disk;
    disk.must_import("a", market + wrong);
    for (const std::vector<std::string>& terms :
         {std::vector<std::string>{}, {"date:2018-01"}, {"date:2018-02"}, {"party:b"}}) {
        const auto wanted = prices_of(book, terms);
        for (const EntrySource* source : {static_cast<const EntrySource*>(&corrected),
                                          static_cast<const EntrySource*>(&*disk)}) {
            const auto prices = prices_of(*source, terms);
            REQUIRE(prices);
            CHECK(cells(*prices) == cells(*wanted));
            CHECK(prices->notes == wanted->notes);
        }
    }
}

TEST_CASE("prices in several commodities ask which is meant") {
    const MemoryBook book =
        test::book_of(market + sale("2018-01-10", "product:rice, quantity:1", "2 cigs"));
    const auto several = prices_of(book);
    REQUIRE_FALSE(several);
    CHECK(several.error().code == DiagnosticCode::index_commodities_several);
    CHECK(several.error().explanation.find("BOB in 6, cigs in 1") != std::string::npos);
    CHECK(cells(*prices_of(book, {}, {.commodity = "cigs"})) ==
          std::vector<std::string>{"2018-01 0 2 1"});
    CHECK(cells(*prices_of(book, {"cur:cigs"})) == std::vector<std::string>{"2018-01 0 2 1"});
    CHECK(prices_of(book, {}, {.commodity = "USD"}).error().code == DiagnosticCode::prices_missing);
}

TEST_CASE("quantities that a book has no business to have are refused with their product") {
    const MemoryBook book =
        test::book_of(market + sale("2018-03-10", "product:rice, quantity:-1", "2.00 BOB"));
    const auto prices = prices_of(book);
    REQUIRE_FALSE(prices);
    CHECK(prices.error().code == DiagnosticCode::quantity_not_positive);
    CHECK(prices.error().explanation.find("rice in 2018-03") != std::string::npos);
}
