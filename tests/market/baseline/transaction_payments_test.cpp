#include "market/baseline/transaction_payments.hpp"

#include <fmt/format.h>

#include "tests/market/baseline/small_prison.hpp"

using namespace cellbook;
using test::small_book;

namespace {

std::string minor_text(Sum minor) {
    return std::to_string(static_cast<std::int64_t>(minor));
}

/// The last transaction of a book, as who paid whom, in centavos.
struct Read {
    std::string parts{};
    std::string unpaid{};
    std::string unvalued{};
    std::string kind{};
};

Read read_last(const MemoryBook& book) {
    TransactionPayments payments{book, book.chart().find_commodity("BOB")};
    Read read;
    const auto name = [&](PartyId party) {
        const std::string& whole = book.chart()[party].name;
        return whole.substr(whole.find(':') + 1);
    };
    // All of them by one reader: nothing of a transaction is left for the next.
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        payments.read(*transaction);
        read = {.kind = payments.kind_of(*transaction)};
        for (const PaymentPart& part : payments.parts()) {
            read.parts += (read.parts.empty() ? "" : "; ") + name(part.payer) + " to " +
                          name(part.payee) + " " + minor_text(part.minor) +
                          (part.in_kind ? " in kind" : "") + (part.foreign ? " foreign" : "") +
                          (part.has_quantity ? " counted" : "");
        }
        for (const PositionChange& change : payments.unpaid()) {
            read.unpaid += (read.unpaid.empty() ? "" : "; ") + name(change.party) + " " +
                           minor_text(change.minor);
        }
        for (const CommodityId commodity : payments.unvalued()) {
            read.unvalued += book.chart()[commodity].symbol;
        }
        return true;
    });
    return read;
}

const std::string before = "2018-03-01,service,inmates:ana,inmates:bea,7,BOB,haircut,1\n";

}  // namespace

TEST_CASE("who paid whom follows from the positions that a transaction moves") {
    const struct {
        std::string event;
        std::string parts;
        std::string unpaid{};
        std::string unvalued{};
        std::string kind;
    } cases[] = {
        {.event = "2018-03-02,shop_sale,inmates:bea,businesses:kiosk,66,BOB,bread,60",
         .parts = "bea to kiosk 6600 counted",
         .kind = "shop_sale"},
        {.event = "2018-03-02,family_income,outside:families,inmates:ana,10,USD",
         .parts = "families to ana 6900 foreign",
         .kind = "family_income"},
        {.event = "2018-03-02,food_allowance_in_kind,state:prison,inmates:dora,62,BOB,,31",
         .parts = "prison to dora 6200 in kind counted",
         .kind = "food_allowance_in_kind"},
        // A levy on the seller comes out of what the buyer pays.
        {.event = "2018-03-02,cell_sale,inmates:dora,inmates:eva,1000,BOB,,,palmar-02,,"
                  "sections:palmar,0.05",
         .parts = "dora to eva 95000; dora to palmar 5000",
         .kind = "cell_sale"},
        // Cash against a claim is nobody's gain.
        {.event = "2018-03-02,loan,inmates:ana,inmates:bea,100,BOB", .parts = "", .kind = "loan"},
        {.event = "2018-03-02,charge,inmates:ana,sections:posta,20,BOB,,1,,section_dues",
         .parts = "ana to posta 2000 counted",
         .kind = "section_dues"},
        {.event = "2018-03-02,opening_balance,inmates:ana,,500,BOB",
         .parts = "",
         .unpaid = "ana 50000",
         .kind = "opening_balance"},
        {.event = "2018-03-02,loss,inmates:ana,,30,BOB",
         .parts = "",
         .unpaid = "ana -3000",
         .kind = "loss"},
        // On the day before the first price of a dollar.
        {.event = "2018-02-28,gift,inmates:ana,inmates:bea,10,USD",
         .parts = "ana to bea 700 counted",
         .kind = "service"},
    };
    for (const auto& each : cases) {
        INFO(each.event);
        const Read read = read_last(small_book(before + each.event + "\n"));
        CHECK(read.parts == each.parts);
        CHECK(read.unpaid == each.unpaid);
        CHECK(read.unvalued == each.unvalued);
        CHECK(read.kind == each.kind);
    }
}

TEST_CASE("money without a price is left out, and named") {
    const Read read = read_last(small_book("2018-02-28,gift,inmates:ana,inmates:bea,10,USD\n"));
    CHECK(read.parts.empty());
    CHECK(read.unvalued == "USD");
}

TEST_CASE("a reversal takes back what was paid: the same payment, of less than nothing") {
    const std::string journal = R"(
2018-03-05 * soap  ; id:soap, kind:service
    inmates:ana:expenses:services     12.00 BOB
    inmates:ana:assets:cash          -12.00 BOB
    inmates:bea:assets:cash           12.00 BOB
    inmates:bea:income:sales         -12.00 BOB
2018-03-06 * not so  ; id:back, kind:service, reverses:soap, reason:mistake
    inmates:ana:expenses:services    -12.00 BOB
    inmates:ana:assets:cash           12.00 BOB
    inmates:bea:assets:cash          -12.00 BOB
    inmates:bea:income:sales          12.00 BOB
)";
    const Read read = read_last(small_book("", journal));
    CHECK(read.parts == "ana to bea -1200");
    CHECK(read.kind == "service");
    CHECK(read.unpaid.empty());
}

TEST_CASE("where nobody is named who gives up most pays all the others") {
    const std::string journal = R"(
2018-03-05 * shared out
    inmates:bea:assets:cash            5.00 BOB
    inmates:bea:income:other          -5.00 BOB
    inmates:ana:expenses:other        12.00 BOB
    inmates:ana:assets:cash          -12.00 BOB
    inmates:dora:assets:cash           7.00 BOB
    inmates:dora:income:other         -7.00 BOB
)";
    const Read read = read_last(small_book("", journal));
    CHECK(read.parts == "ana to bea 500; ana to dora 700");
    CHECK(read.kind.empty());
}

TEST_CASE("entries of accounts are no dealings") {
    for (const std::string_view kind :
         {"opening_balance", "opening_claim", "closing", "revaluation"}) {
        CHECK(TransactionPayments::is_no_dealing(kind));
    }
    CHECK_FALSE(TransactionPayments::is_no_dealing("cell_rent"));
    CHECK_FALSE(TransactionPayments::is_no_dealing(""));
}
