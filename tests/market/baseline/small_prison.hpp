/// A month of a small prison: two sections, four households, two businesses, the state and the
/// world outside, with every sort of payment that a baseline tells apart.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "ledger/book/memory_book.hpp"
#include "market/baseline/read_baseline.hpp"

namespace cellbook::test {

/// Parties, cells and who lives in them; four leases and titles.
inline const std::string small_register =
    R"(; decimal-mark: .
; scale: BOB 2
; scale: USD 2
; party: sections:posta  sector:sections
; party: sections:palmar  sector:sections
; party: inmates:ana  sector:households
; party: inmates:bea  sector:households
; party: inmates:dora  sector:households
; party: inmates:eva  sector:households
; party: businesses:kiosk  sector:businesses, parent:inmates:ana
; party: businesses:kitchen  sector:businesses, parent:inmates:eva
; party: state:prison  sector:state
; party: outside:families  sector:outside
; party: outside:shops  sector:outside
; section: sections:posta  grade:5, places:8
; section: sections:palmar  grade:2, places:8
; cell: posta-01  section:sections:posta, area:9, places:2
; cell: posta-02  section:sections:posta, area:7, places:2
; cell: palmar-01  section:sections:palmar, area:6, places:2
; cell: palmar-02  section:sections:palmar, area:5, places:1
; household: inmates:ana  since:2017-01-01, section:sections:posta
; household: inmates:bea  since:2017-01-01, section:sections:posta
; household: inmates:dora  since:2017-01-01, section:sections:palmar
; household: inmates:eva  since:2017-01-01, section:sections:palmar
; member: ana-a  household:inmates:ana, role:inmate, arrived:2017-01-01
; member: ana-b  household:inmates:ana, role:spouse, arrived:2017-01-01
; member: bea-a  household:inmates:bea, role:inmate, arrived:2017-01-01
; member: dora-a  household:inmates:dora, role:inmate, arrived:2017-01-01
; member: eva-a  household:inmates:eva, role:inmate, arrived:2017-01-01
; business: businesses:kiosk  owner:inmates:ana, section:sections:posta, sells:bread
; business: businesses:kitchen  owner:inmates:eva, section:sections:palmar, sells:soup
; title: posta-01  owner:inmates:ana, since:2017-01-01
; title: posta-02  owner:inmates:ana, since:2017-01-01
; title: palmar-01  owner:inmates:eva, since:2017-01-01
; title: palmar-02  owner:inmates:eva, since:2017-01-01
)"
    "; lease: L1  cell:posta-02, form:rent, landlord:inmates:ana, tenant:inmates:bea, rate:300, "
    "commodity:BOB, period:month, from:2018-01-01\n"
    "; lease: L2  cell:palmar-02, form:rent, landlord:inmates:eva, tenant:inmates:dora, rate:100, "
    "commodity:BOB, period:month, from:2018-01-01\n"
    "P 2018-03-01 USD 6.90 BOB\n";

inline const std::string event_header =
    "date,kind,payer,payee,amount,commodity,product,quantity,cell,tag:of,tag:section,"
    "tag:levy_rate,id\n";

/// The payments of March 2018.
inline const std::string small_events = R"(
2018-03-01,family_income,outside:families,inmates:ana,300,BOB
2018-03-01,family_income,outside:families,inmates:bea,900,BOB
2018-03-01,family_income,outside:families,inmates:eva,250,BOB
2018-03-02,family_income,outside:families,inmates:ana,10,USD
2018-03-03,food_allowance,state:prison,inmates:ana,124,BOB,,62
2018-03-03,food_allowance,state:prison,inmates:bea,62,BOB,,31
2018-03-03,food_allowance,state:prison,inmates:eva,62,BOB,,31
2018-03-04,food_allowance_in_kind,state:prison,inmates:dora,62,BOB,,31
2018-03-05,section_dues,inmates:ana,sections:posta,40,BOB,,2
2018-03-05,section_dues,inmates:bea,sections:posta,20,BOB,,1
2018-03-05,section_dues,inmates:dora,sections:palmar,10,BOB,,1
2018-03-05,section_dues,inmates:eva,sections:palmar,10,BOB,,1
2018-03-05,section_entry,inmates:dora,sections:palmar,100,BOB,,1
2018-03-06,cell_rent,inmates:bea,inmates:ana,300,BOB,,,posta-02
2018-03-06,cell_rent,inmates:dora,inmates:eva,100,BOB,,,palmar-02
2018-03-07,shop_sale,inmates:ana,businesses:kiosk,60,BOB,bread,60
2018-03-08,shop_sale,inmates:bea,businesses:kiosk,66,BOB,bread,60
2018-03-09,shop_sale,inmates:eva,businesses:kiosk,30,BOB,bread,30
2018-03-09,shop_sale,businesses:kitchen,businesses:kiosk,20,BOB,bread,20
2018-03-10,restaurant_meal,inmates:dora,businesses:kitchen,80,BOB,soup,16
2018-03-11,restaurant_meal,inmates:bea,businesses:kitchen,100,BOB,soup,20
2018-03-12,service,inmates:bea,inmates:dora,250,BOB,laundry
2018-03-13,purchase_outside,businesses:kiosk,outside:shops,90,BOB
2018-03-13,purchase_outside,businesses:kitchen,outside:shops,50,BOB
2018-03-14,wage,businesses:kitchen,inmates:dora,40,BOB
2018-03-15,section_dues,businesses:kiosk,sections:posta,16,BOB
2018-03-16,owner_drawings,businesses:kiosk,inmates:ana,60,BOB
2018-03-17,section_spending,sections:posta,inmates:eva,30,BOB
2018-03-17,section_wage,sections:palmar,inmates:dora,50,BOB
2018-03-18,support_sent,inmates:bea,outside:families,150,BOB
2018-03-18,support_sent,inmates:dora,outside:families,60,BOB
2018-03-18,support_sent,inmates:eva,outside:families,120,BOB
2018-03-19,support_sent,inmates:ana,outside:families,200,BOB
2018-03-20,cell_sale,inmates:dora,inmates:eva,1000,BOB,,,palmar-01,,sections:palmar,0.05
2018-03-21,loan,inmates:ana,inmates:bea,100,BOB
)";

/// The table of events, each row filled up to the columns of the header.
inline std::string events_table(const std::string& rows) {
    const auto fields = [](const std::string& row) { return std::ranges::count(row, ','); };
    std::string table = event_header;
    std::istringstream lines{rows};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        const auto missing = fields(event_header) - fields(line);
        table += line + std::string(static_cast<std::size_t>(missing), ',') + "\n";
    }
    return table;
}

inline MemoryBook small_book(const std::string& events = small_events,
                             const std::string& more_journal = {},
                             const std::string& journal = small_register) {
    MemoryBook book;
    MemoryFiles files{
        {{"prison.journal", journal + more_journal}, {"events.csv", events_table(events)}}};
    const auto report =
        book.read(files, {"prison.journal", "events.csv"}, {}, KindTable::standard());
    for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    return book;
}

inline Baseline baseline_of(const EntrySource& book, const BaselineOptions& options = {}) {
    auto baseline = read_baseline(book, options);
    if (!baseline) UNSCOPED_INFO(to_string(baseline.error()));
    REQUIRE(baseline);
    return *std::move(baseline);
}

}  // namespace cellbook::test
