// The views that other programs read, held against the library's own reading.
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <set>

#include "ledger/statements/account_role.hpp"
#include "tests/ledger/book/temporary_book.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const char* const economy = R"(; party: inmates:i1  sector:households
; party: inmates:i2  sector:households, opened:2018-01-01
; source: S1  somebody, 2018
P 2018-01-01 USD 6.96 BOB

2018-01-02 * (12) rent | "quoted"  ; kind:cell_rent, cell:posta-1, source:S1, id:rent
    ; standing:estimated, standing-price:assumed, low:250, high:350
    inmates:i1:expenses:rent       300.00 BOB
    inmates:i1:assets:cash        -300.00 BOB
    inmates:i2:assets:cash         300.00 BOB  ; colour:red
    inmates:i2:income:rent        -300.00 BOB

2018-01-03 dollars  ; id:usd, recorded:2018-02-01
    inmates:i1:assets:dollars        0.05 USD @ 6.96 BOB
    inmates:i1:assets:cash          -0.35 BOB

2018-01-04 large
    inmates:i1:assets:sand   9000000000000000000 grain
    inmates:i1:income:sand

2018-01-04 large
    inmates:i1:assets:sand   9000000000000000000 grain
    inmates:i1:income:sand
)";

std::multiset<std::string> rows(const Book& book, std::string_view statement) {
    const auto result = book.sql(statement, 10'000);
    if (!result) FAIL(to_string(result.error()));
    std::multiset<std::string> found;
    for (const auto& row : result->rows) {
        std::string line;
        for (const auto& cell : row) line += cell.value_or("-") + "|";
        found.insert(line);
    }
    return found;
}

}  // namespace

TEST_CASE("v_postings says what the library reads, amounts to the last decimal") {
    TemporaryBook book;
    book.must_import("a", economy);
    const Date day = *parse_date("2018-03-01");
    REQUIRE(book->reverse("rent", "never paid", day, day).ok());
    std::multiset<std::string> expected;
    book->for_each_transaction({}, [&](const Transaction& transaction) {
        int index = 0;
        for (const Posting& posting : transaction->postings) {
            const Chart& chart = book->chart();
            const auto& amount = posting.amount;
            expected.insert(std::to_string(transaction.seq()) + "|" + std::to_string(++index) +
                            "|" + transaction->id + "|" + to_string(transaction->date) + "|" +
                            chart[posting.account].name + "|" +
                            to_decimal_text(amount.minor, chart[amount.commodity].scale) + "|" +
                            std::to_string(amount.minor) + "|" + chart[amount.commodity].symbol +
                            "|");
        }
        return true;
    });
    CHECK(rows(*book,
               "SELECT seq, posting, id, date, account, amount, amount_minor, commodity"
               " FROM v_postings") == expected);
    CHECK(expected.size() == 14);
    CHECK(rows(*book,
               "SELECT cost, cost_minor, cost_commodity, unit_cost FROM v_postings"
               " WHERE cost IS NOT NULL") == std::multiset<std::string>{"0.35|35|BOB|6.96|"});
}

TEST_CASE("the other views say what was written") {
    TemporaryBook book;
    book.must_import("a", economy);
    const Date day = *parse_date("2018-03-01");
    const auto reversed = book->reverse("rent", "never paid", day, day);
    REQUIRE(reversed.ok());
    using Rows = std::multiset<std::string>;
    CHECK(rows(*book,
               "SELECT date, recorded, status, code, description, kind, standing, source,"
               " low, high, nonobserved, reversed_by_seq IS NULL FROM v_transactions WHERE"
               " id = 'rent'") ==
          Rows{"2018-01-02|2018-01-02|cleared|12|rent | \"quoted\"|cell_rent|assumed|S1|250|350|0|"
               "0|"});
    CHECK(rows(*book, "SELECT date, recorded FROM v_transactions WHERE id = 'usd'") ==
          Rows{"2018-01-03|2018-02-01|"});
    CHECK(rows(*book, "SELECT reverses, reason FROM v_transactions WHERE reverses IS NOT NULL") ==
          Rows{"rent|never paid|"});
    CHECK(rows(*book,
               "SELECT sum(amount_minor), payer, payee, cell FROM v_flows WHERE kind ="
               " 'cell_rent' GROUP BY payer, payee, cell") ==
          Rows{"0|inmates:i1|inmates:i2|posta-1|"});
    CHECK(rows(*book, "SELECT tag, value FROM v_tags WHERE posting = 3 AND seq < 9") ==
          Rows{"colour|red|"});
    // 64 bits do not hold the sum; nothing stands where the reversal nets out.
    CHECK(rows(*book, "SELECT account, balance, balance_minor, sector FROM v_balances") ==
          Rows{"inmates:i1:assets:cash|-0.35|-35|households|",
               "inmates:i1:assets:dollars|0.05|5|households|",
               "inmates:i1:assets:sand|18000000000000000000|18000000000000000000|households|",
               "inmates:i1:income:sand|-18000000000000000000|-18000000000000000000|households|"});
    CHECK(rows(*book,
               "SELECT month, change FROM v_month_balances WHERE account ="
               " 'inmates:i2:assets:cash'") == Rows{"2018-01|300.00|", "2018-03|-300.00|"});
    CHECK(rows(*book, "SELECT date, commodity, price, currency FROM v_prices") ==
          Rows{"2018-01-01|USD|6.96|BOB|"});
    CHECK(rows(*book, "SELECT source, citation FROM v_sources") == Rows{"S1|somebody, 2018|"});
    CHECK(rows(*book, "SELECT party, opened FROM v_parties WHERE sector = 'households'") ==
          Rows{"inmates:i1|-|", "inmates:i2|2018-01-01|"});
    CHECK(rows(*book, "SELECT type, subject FROM v_declarations WHERE type = 'party'") ==
          Rows{"party|inmates:i1|", "party|inmates:i2|"});
    CHECK(rows(*book, "SELECT batch, file, length(sha256) FROM v_imports WHERE file = 'a'") ==
          Rows{"a|a|64|"});
    CHECK(rows(*book, "SELECT commodity, decimals FROM v_commodities") ==
          Rows{"BOB|2|", "USD|2|", "grain|0|"});
    CHECK(rows(*book, "SELECT count(*) FROM v_accounts WHERE class = 'assets'") == Rows{"4|"});
}

TEST_CASE("v_claims says who owes whom, as the library finds counterparties") {
    TemporaryBook book;
    book.must_import("a", R"(commodity 1.00 BOB

2018-01-01 two loans, one of them between two
    i1:assets:loans          9.05 BOB
    i1:assets:cash          -9.05 BOB
    i2:assets:cash           9.05 BOB
    i2:liabilities:loans    -9.05 BOB

2018-01-02 some of it back
    i2:liabilities:loans     9.00 BOB
    i2:assets:bank:union    -9.00 BOB
    i1:assets:cash           9.00 BOB
    i1:assets:loans         -9.00 BOB

2018-01-03 of three, one of whom says with whom
    i1:assets:receivable     4.00 BOB  ; with:i3
    i1:income:x             -4.00 BOB  ; with:i3
    i2:assets:receivable     2.00 BOB
    i2:income:x             -2.00 BOB
    i3:expenses:x            6.00 BOB
    i3:liabilities:payable  -6.00 BOB

2018-01-04 settled in full, and things
    i1:assets:deposits       5.00 BOB  ; with:i2
    i1:assets:deposits      -5.00 BOB  ; with:i2
    i1:assets:goods          1.00 BOB
    i1:equity:opening       -1.00 BOB
)");
    using Rows = std::multiset<std::string>;
    CHECK(rows(*book,
               "SELECT party, account, counterparty, commodity, outstanding, outstanding_minor"
               " FROM v_claims") == Rows{"i1|i1:assets:loans|i2|BOB|0.05|5|",
                                         "i2|i2:liabilities:loans|i1|BOB|-0.05|-5|",
                                         "i1|i1:assets:receivable|i3|BOB|4.00|400|",
                                         "i2|i2:assets:receivable|-|BOB|2.00|200|",
                                         "i3|i3:liabilities:payable|-|BOB|-6.00|-600|"});

    std::map<std::array<std::string, 4>, std::int64_t> sums;
    book->for_each_transaction({}, [&](const Transaction& transaction) {
        for (const Posting& posting : transaction->postings) {
            const Chart& chart = book->chart();
            const AccountRole role = account_role(chart[posting.account]);
            if (role != AccountRole::claim && role != AccountRole::liability) continue;
            const PartyId other = counterparty(*transaction, posting, chart);
            sums[{chart[chart[posting.account].party].name, chart[posting.account].name,
                  other ? chart[other].name : "-", chart[posting.amount.commodity].symbol}] +=
                posting.amount.minor;
        }
        return true;
    });
    Rows expected;
    for (const auto& [place, sum] : sums) {
        if (sum == 0) continue;
        expected.insert(place[0] + "|" + place[1] + "|" + place[2] + "|" + place[3] + "|" +
                        std::to_string(sum) + "|");
    }
    CHECK(rows(*book,
               "SELECT party, account, counterparty, commodity, outstanding_minor FROM v_claims") ==
          expected);
}

TEST_CASE("python and the sqlite3 shell read the views without an extension") {
    TemporaryBook book;
    book.must_import("a", economy);
    const auto runs = [](const std::string& command) {
        return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
    };
    const std::string path = "'" + book.path().string() + "'";
    const std::string every =
        "SELECT (SELECT count(*) FROM v_transactions) + (SELECT count(*) FROM v_postings) +"
        " (SELECT count(*) FROM v_flows) + (SELECT count(amount) FROM v_postings)";
    const std::string expected = rows(*book, every).begin()->substr(0, 2);
    if (runs("command -v sqlite3")) {
        CHECK(runs("test \"$(sqlite3 -readonly " + path + " '" + every + "')\" = " + expected));
    } else {
        WARN("the sqlite3 shell is not installed");
    }
    if (runs("python3 -c 'import sqlite3'")) {
        CHECK(runs("python3 -c \"import sqlite3; assert sqlite3.connect(" + path + ").execute('" +
                   every + "').fetchone()[0] == " + expected + "\""));
    } else {
        WARN("python3 is not installed");
    }
}
