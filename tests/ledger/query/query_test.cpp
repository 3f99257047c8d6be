#include "ledger/query/query.hpp"

#include <catch2/catch.hpp>

#include "ledger/query/period.hpp"
#include "ledger/query/query_term.hpp"
#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const Date today = *parse_date("2018-05-16");

const std::string town = R"(
; party: inmates:i1  sector:households
; party: inmates:i2  sector:households
; party: sections:posta  sector:sections
; party: businesses:kiosk  sector:businesses, parent:inmates:i1
; source: S12  a newspaper
; source: S1   another
commodity 1.00 BOB
commodity 1.00 USD

2018-03-01 * (17) dues of March  ; kind:section_dues, source:S12, beat:north
    inmates:i1:expenses:dues        20.00 BOB
    inmates:i1:assets:cash         -20.00 BOB
    sections:posta:assets:cash      20.00 BOB
    sections:posta:income:dues     -20.00 BOB

2018-03-05 ! soap                ; standing:assumed, source:S1
    inmates:i2:expenses:soap         5.50 BOB
    inmates:i2:assets:cash          -5.50 BOB
    businesses:kiosk:assets:cash     5.50 BOB
    businesses:kiosk:income:sales   -5.50 BOB

2018-04-02 change
    inmates:i1:assets:dollars       10.00 USD @ 6.90 BOB
    inmates:i1:assets:cash         -69.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    auto query = Query::parse(terms, today);
    if (!query) FAIL(to_string(query.error()));
    return *std::move(query);
}

/// Numbers of the postings that match, counted from 1 through the whole town.
std::vector<int> matching(const std::vector<std::string>& terms) {
    static const MemoryBook book = test::book_of(town);
    const Query query = query_of(terms);
    std::vector<int> found;
    int number = 0;
    book.for_each_transaction({}, [&](const Transaction& transaction) {
        for (const auto& posting : transaction->postings) {
            ++number;
            if (query.matches(transaction, posting, book.chart())) found.push_back(number);
        }
        return true;
    });
    return found;
}

using Numbers = std::vector<int>;

}  // namespace

TEST_CASE("each query term picks its postings") {
    struct Case {
        std::vector<std::string> terms;
        Numbers wanted;
    };
    const Numbers all{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    const std::vector<Case> cases{
        {{}, all},
        {{"dues"}, {1, 4}},
        {{"DUES"}, {1, 4}},
        {{"inmates:i1:assets"}, {2, 9, 10}},
        {{"acct:^sections"}, {3, 4}},
        {{"party:inmates:i2"}, {5, 6}},
        {{"party:kiosk"}, {7, 8}},
        {{"party:inmates:i1"}, {1, 2, 7, 8, 9, 10}},  // the kiosk's books are its owner's
        {{"sector:households"}, {1, 2, 5, 6, 7, 8, 9, 10}},
        {{"sector:sections"}, {3, 4}},
        {{"kind:dues"}, {1, 2, 3, 4}},
        {{"with:sections"}, {1, 2}},
        {{"with:kiosk"}, {5, 6}},
        {{"with:unallocated"}, {9, 10}},
        {{"desc:^soap$"}, {5, 6, 7, 8}},
        {{"code:17"}, {1, 2, 3, 4}},
        {{"date:2018-03"}, {1, 2, 3, 4, 5, 6, 7, 8}},
        {{"date:2018-03-05.."}, {5, 6, 7, 8, 9, 10}},
        {{"amt:5.5"}, {5, 6, 7, 8}},
        {{"amt:<-5.5"}, {2, 4, 10}},
        {{"amt:>=20"}, {1, 2, 3, 4, 10}},
        {{"amt:>0"}, {1, 3, 5, 7, 9}},
        {{"amt:=+10"}, {9}},
        {{"cur:USD"}, {9}},
        {{"cur:US"}, {}},  // a whole symbol is meant
        {{"tag:beat"}, {1, 2, 3, 4}},
        {{"tag:beat=south"}, {}},
        {{"tag:source=S12"}, {1, 2, 3, 4}},
        {{"tag:payee=posta"}, {1, 2, 3, 4}},
        {{"status:*"}, {1, 2, 3, 4}},
        {{"status:!"}, {5, 6, 7, 8}},
        {{"status:"}, {9, 10}},
        {{"standing:assumed"}, {5, 6, 7, 8}},
        {{"standing:observed"}, {1, 2, 3, 4, 9, 10}},
        {{"source:S12"}, {1, 2, 3, 4}},
        {{"source:^S1$"}, {5, 6, 7, 8}},
        {{"source:S1"}, {1, 2, 3, 4, 5, 6, 7, 8}},
        {{"not:inmates"}, {3, 4, 7, 8}},
        {{"not:date:2018-03"}, {9, 10}},
        {{"not:cur:USD", "inmates:i1:assets"}, {2, 10}},
    };
    for (const auto& [terms, wanted] : cases) {
        std::string said;
        for (const auto& term : terms) said += term + ' ';
        INFO(said);
        CHECK(matching(terms) == wanted);
    }
}

TEST_CASE("terms of one type are alternatives, of different types conditions") {
    CHECK(matching({"dues", "soap"}) == Numbers{1, 4, 5});
    CHECK(matching({"dues", "acct:soap", "sector:households"}) == Numbers{1, 5});
    CHECK(matching({"date:2018-03-01", "date:2018-04"}) == Numbers{1, 2, 3, 4, 9, 10});
    CHECK(matching({"assets", "not:cash", "not:party:kiosk"}) == Numbers{9});
    CHECK(matching({"not:dues", "not:cash"}) == Numbers{5, 8, 9});
}

TEST_CASE("a transaction matches when one posting does and none is excluded") {
    const MemoryBook book = test::book_of(town);
    const auto matching_transactions = [&](const std::vector<std::string>& terms) {
        const Query query = query_of(terms);
        std::vector<std::string> found;
        book.for_each_transaction({}, [&](const Transaction& transaction) {
            if (query.matches(transaction, book.chart())) found.push_back(transaction->description);
            return true;
        });
        return found;
    };
    using Names = std::vector<std::string>;
    CHECK(matching_transactions({"i1:assets:cash"}) == Names{"dues of March", "change"});
    CHECK(matching_transactions({"party:inmates:i1", "amt:69"}) == Names{"change"});
    // Both must hold of one posting: i2 spends on soap, but i1 does not.
    CHECK(matching_transactions({"acct:soap", "party:inmates:i1"}).empty());
    CHECK(matching_transactions({"not:kiosk"}) == Names{"dues of March", "change"});
    CHECK(matching_transactions({"not:date:2018-03"}) == Names{"change"});
    CHECK(matching_transactions({"cash", "not:cur:USD"}) == Names{"dues of March", "soap"});
}

TEST_CASE("an id is meant by how it begins") {
    const MemoryBook book =
        test::book_of("2018-03-01 a  ; id:abc123\n  assets:x  1 B\n  income:y\n");
    const auto count = [&](const std::string& term) {
        const Query query = query_of({term});
        int matches = 0;
        book.for_each_transaction({}, [&](const Transaction& transaction) {
            matches += query.matches(transaction, book.chart()) ? 1 : 0;
            return true;
        });
        return matches;
    };
    CHECK(count("id:abc") == 1);
    CHECK(count("id:ABC123") == 1);
    CHECK(count("id:123") == 0);
}

TEST_CASE("dates confine a query, whatever says them") {
    const auto range = [](const std::string& text) { return *parse_period(text, today); };
    Query query = query_of({"date:2018-01", "date:2018-06", "dues"});
    CHECK(query.dates() == range("2018-01..2018-07"));
    CHECK(query.covers(*parse_date("2018-01-15")));
    CHECK_FALSE(query.covers(*parse_date("2018-03-15")));
    query.confine(range("since 2018-06-10"));
    CHECK(query.dates() == range("2018-06-10..2018-07"));
    CHECK_FALSE(query.covers(*parse_date("2018-06-09")));
    CHECK(query_of({}).dates() == DateRange{});
}

TEST_CASE("kept balances answer what looks at accounts, commodities and one range of dates") {
    for (const auto& terms :
         std::vector<std::vector<std::string>>{{},
                                               {"cash"},
                                               {"party:i1", "sector:households", "not:dues"},
                                               {"cur:BOB"},
                                               {"date:2018-03"}}) {
        CHECK(query_of(terms).kept_balances_suffice());
    }
    for (const auto* term :
         {"kind:x", "with:x", "desc:x", "code:x", "amt:1", "tag:x", "status:*", "standing:assumed",
          "source:x", "id:x", "not:desc:x", "not:date:2018"}) {
        INFO(term);
        CHECK_FALSE(query_of({term}).kept_balances_suffice());
    }
    CHECK_FALSE(query_of({"date:2018-01", "date:2018-03"}).kept_balances_suffice());
}

TEST_CASE("a query names the accounts it is about, or none when it is about all") {
    const MemoryBook book = test::book_of(town);
    CHECK_FALSE(query_of({"desc:dues"}).accounts(book.chart()).has_value());
    const auto accounts = query_of({"assets", "party:posta"}).accounts(book.chart());
    REQUIRE(accounts.has_value());
    REQUIRE(accounts->size() == 1);
    CHECK(book.chart()[accounts->front()].name == "sections:posta:assets:cash");
    const PartyId kiosk = book.chart().find_party("businesses:kiosk");
    CHECK(query_of({"sector:households"}).matches_party(kiosk, book.chart()));
    CHECK_FALSE(query_of({"party:i2"}).matches_party(kiosk, book.chart()));
    CHECK(query_of({"cash"}).matches_party(kiosk, book.chart()));
}

TEST_CASE("words without a prefix look where the report says, colons in them or not") {
    const auto book = test::book_of(town);
    const Chart& chart = book.chart();
    const auto named = [&](const std::vector<std::string>& terms) {
        const auto query = Query::parse(terms, today, QueryField::party);
        REQUIRE(query);
        std::vector<std::string> parties;
        for (std::uint32_t i = 0; i < chart.party_count(); ++i) {
            if (query->matches_party(PartyId{i}, chart)) parties.push_back(chart[PartyId{i}].name);
        }
        return parties;
    };
    CHECK(named({"inmates:i2"}) == std::vector<std::string>{"inmates:i2"});
    CHECK(named({"posta"}) == std::vector<std::string>{"sections:posta"});
    CHECK(named({"not:inmates", "not:kiosk"}) == std::vector<std::string>{"sections:posta"});
    CHECK(named({"cash"}).empty());
}

TEST_CASE("a query of kinds, sources, standings and dates is answered by flows alone") {
    const MemoryBook book = test::book_of(town);
    for (const std::vector<std::string>& terms : {std::vector<std::string>{},
                                                  {"kind:dues"},
                                                  {"not:kind:dues"},
                                                  {"source:S1$"},
                                                  {"standing:assumed", "date:2018-03"},
                                                  {"date:2018-04"}}) {
        const Query query = query_of(terms);
        CHECK(query.flow_suffices());
        Scan scan;
        scan.flow_alone = true;
        std::vector<std::int64_t> found;
        book.for_each_transaction(scan, [&](const Transaction& transaction) {
            CHECK(transaction->postings.empty());
            if (query.matches_flow(transaction, book.chart())) found.push_back(transaction.seq());
            return true;
        });
        std::vector<std::int64_t> wanted;
        book.for_each_transaction({}, [&](const Transaction& transaction) {
            if (query.matches(transaction, book.chart())) wanted.push_back(transaction.seq());
            return true;
        });
        CHECK(found == wanted);
    }
    for (const char* term : {"cash", "party:posta", "cur:BOB", "amt:5", "desc:soap", "code:17",
                             "id:x", "status:*", "tag:beat", "with:posta", "not:cash"}) {
        CHECK_FALSE(query_of({term}).flow_suffices());
    }
}
