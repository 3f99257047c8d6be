// A cell is let, then sold, written from C++: one type for each kind of event, and the bookkeeping
// (whose accounts, which side, how the levy is rounded) where it always is, in the table of kinds.
//
//     typed_api BOOK      makes a new book there

#include <filesystem>
#include <iostream>
#include <ledger/book/book.hpp>
#include <ledger/kinds/typed_events.hpp>
#include <string>

using namespace cellbook;
using namespace cellbook::literals;

namespace {

const PartyName tenant{"inmates:i0042"};
const PartyName landlord{"inmates:i0007"};
const PartyName section{"sections:guanay"};
const PartyName family{"outside:families"};
const CellName cell{"guanay-07"};

Date day(unsigned month, unsigned number) {
    return *Date::from_civil(2018, month, number);
}

constexpr auto declarations = R"(
; source: S12  Canillita (news site), undated, https://canillita.net
; party: sections:guanay   sector:sections
; party: inmates:i0007     sector:households, parent:sections:guanay
; party: inmates:i0042     sector:households, parent:sections:guanay
; party: outside:families  sector:outside
commodity BOB
    format 1000.00 BOB
)";

/// Declarations are journal text, from wherever it comes.
bool declare(Book& book) {
    MemoryFiles files{{{"declarations", declarations}}};
    const auto report =
        book.import(files, {"declarations"}, {.strict = true}, KindTable::standard());
    for (const auto& problem : report.problems) std::cout << to_string(problem) << '\n';
    return report.ok();
}

/// What somebody published of a price, in a transaction that is otherwise invented.
EventDetails published(const std::string& source, const std::string& note) {
    return {.standings = {.whole = Standing::assumed, .price = Standing::observed},
            .source = source,
            .note = note};
}

/// Records one event and says how it went. What is wrong comes back as a value, and nothing of
/// the event is in the book then.
template <class TypedEvent>
void record(Book& book, const std::string& what, const TypedEvent& event) {
    const auto id = book.record(event);
    std::cout << what << ": " << (id ? "recorded" : to_string(id.error())) << '\n';
}

void write(Book& book) {
    record(book, "savings",
           OpeningBalance{.date = day(2, 28), .party = tenant, .amount = {900.00_decimal, "BOB"}});
    record(book, "title",
           OpeningBalance{.date = day(2, 28),
                          .party = landlord,
                          .amount = {12000.00_decimal, "BOB"},
                          .account = AccountDetail{"assets:cells"},
                          .cell = cell});
    record(book, "rent",
           CellRent{.date = day(3, 1),
                    .tenant = tenant,
                    .landlord = landlord,
                    .cell = cell,
                    .amount = {300.00_decimal, "BOB"},
                    .details = published("S12", "Rent of March")});

    // Due on the 1st, paid on the 9th: on account until then.
    record(book, "dues fall due",
           charge(SectionDues{.date = day(3, 1),
                              .member = tenant,
                              .section = section,
                              .amount = {20.00_decimal, "BOB"}}));
    record(book, "dues are paid",
           Settle{.date = day(3, 9),
                  .debtor = tenant,
                  .creditor = section,
                  .amount = {20.00_decimal, "BOB"}});

    record(book, "family",
           FamilyTransfer{.date = day(4, 2),
                          .family = family,
                          .household = tenant,
                          .amount = {12000.00_decimal, "BOB"}});
    // The section's share of the price comes out of the seller's hand, as the kind says.
    record(book, "sale",
           CellSale{.date = day(4, 3),
                    .buyer = tenant,
                    .seller = landlord,
                    .cell = cell,
                    .section = section,
                    .amount = {12000.00_decimal, "BOB"},
                    .levy_rate = 0.05_decimal});
}

void write_mistakes(Book& book) {
    record(book, "a rent without a cell",
           CellRent{.date = day(4, 4),
                    .tenant = tenant,
                    .landlord = landlord,
                    .amount = {300.00_decimal, "BOB"}});
    record(book, "a rent in tenths of a cent",
           CellRent{.date = day(4, 4),
                    .tenant = tenant,
                    .landlord = landlord,
                    .cell = cell,
                    .amount = {300.005_decimal, "BOB"}});
}

void print_balances(const Book& book) {
    const auto& chart = book.chart();
    book.for_each_total([&](AccountId account, CommodityId commodity, Sum sum) {
        std::cout << chart[account].name << ' ' << to_decimal_text(sum, chart[commodity].scale)
                  << ' ' << chart[commodity].symbol << '\n';
    });
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: typed_api BOOK\n";
        return 2;
    }
    auto book = Book::create(std::filesystem::path{words[1]});
    if (!book) {
        std::cerr << to_string(book.error()) << '\n';
        return 1;
    }
    if (!declare(*book)) return 1;
    write(*book);
    write_mistakes(*book);
    std::cout << '\n' << book->transaction_count() << " transactions\n";
    print_balances(*book);
    const auto failures = book->check();
    for (const auto& failure : failures) {
        std::cout << failure.check << ": " << failure.explanation << '\n';
    }
    return failures.empty() ? 0 : 1;
}
