#include "ledger/housing/obligations.hpp"

#include <catch2/catch.hpp>

#include "ledger/property/read_property.hpp"
#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;

namespace {

/// `payer > payee, purpose: DAY amount, ...` of what the words find.
std::vector<std::string> owed(const std::string& more, const char* from, const char* to,
                              const std::string& word) {
    const auto book = test::book_of(test::five_cells(more));
    const auto all = obligations(read_property(book), {*parse_date(from), *parse_date(to)});
    REQUIRE(all);
    const Chart& chart = book.chart();
    std::vector<std::string> lines;
    for (const auto& [key, obligation] : *all) {
        std::string line = chart[key.payer].name + " > " + chart[key.payee].name + ", " +
                           chart[key.cell ? key.cell : key.kind] + ":";
        for (const Instalment& one : obligation.instalments) {
            line += " " + to_string(one.due).substr(5) + " " + std::to_string(one.minor / 100);
        }
        if (line.find(word) != std::string::npos) lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("rent falls due in advance while the lease stands") {
    CHECK(owed("", "2018-01-01", "2018-03-02", "posta-02") ==
          Lines{"inmates:i04 > inmates:i01, posta-02: 01-01 480 02-01 480 03-01 480"});
    CHECK(owed("", "2018-03-01", "2018-12-01", "palmar-01") ==
          Lines{"inmates:i05 > inmates:i02, palmar-01: 03-08 60"});
}

TEST_CASE("tariffs charge adults who are inside on the day, and fees once on arrival") {
    CHECK(owed("", "2018-01-01", "2018-06-02", "inmates:i03") ==
          Lines{"inmates:i03 > sections:palmar, section_dues: 01-01 20 02-01 20 03-01 20 04-01 20 "
                "05-01 20"});
    CHECK(owed("", "2018-01-01", "2018-03-02", "inmates:i06") ==
          Lines{"inmates:i06 > sections:palmar, section_dues: 03-01 20",
                "inmates:i06 > sections:palmar, section_entry: 02-20 500"});
}

TEST_CASE("tariffs per person, household, cell and business count what they say") {
    const auto tariff = [](const std::string& per) {
        return "; tariff: t  section:sections:posta, kind:fee, amount:10, commodity:BOB, per:" +
               per + ", period:year, from:2018-01-15\n";
    };
    CHECK(owed(tariff("person"), "2018-01-01", "2018-12-31", "fee") ==
          Lines{"inmates:i01 > sections:posta, fee: 01-15 30",
                "inmates:i04 > sections:posta, fee: 01-15 10"});
    CHECK(owed(tariff("household"), "2018-01-01", "2018-12-31", "fee") ==
          Lines{"inmates:i01 > sections:posta, fee: 01-15 10",
                "inmates:i04 > sections:posta, fee: 01-15 10"});
    CHECK(owed(tariff("cell"), "2018-01-01", "2018-12-31", "fee") ==
          Lines{"inmates:i01 > sections:posta, fee: 01-15 10 01-15 10"});
    CHECK(owed(tariff("business"), "2018-01-01", "2018-12-31", "fee") ==
          Lines{"businesses:tienda-posta > sections:posta, fee: 01-15 10"});
}

TEST_CASE("who moves to another section owes there from the next day it charges") {
    const std::string moved =
        "; household: inmates:i04  since:2018-03-15, section:sections:palmar\n";
    CHECK(owed(moved, "2018-02-01", "2018-05-02", "inmates:i04 > sections") ==
          Lines{"inmates:i04 > sections:posta, section_dues: 02-01 50 03-01 50",
                "inmates:i04 > sections:palmar, section_dues: 04-01 20 05-01 20",
                "inmates:i04 > sections:palmar, section_entry: 03-15 500"});
}
