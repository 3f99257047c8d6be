#include "ledger/distribution/household_values.hpp"

#include <algorithm>
#include <map>

#include "ledger/statements/income_statement.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;

namespace {

/// Three households of two sections, one with a stall of its own and one with a shop that keeps
/// whole books; a fourth that came later.
const std::string town = R"(
; party: sections:posta  sector:sections
; party: sections:cancha  sector:sections
; party: h:a  sector:households, parent:sections:posta, adults:1
; party: h:b  sector:households, parent:sections:cancha, adults:2, children:2
; party: h:c  sector:households, adults:4
; party: h:late  sector:households, parent:sections:posta, opened:2018-03-01, adults:1
; party: stall  sector:businesses, parent:h:a
; party: shop  sector:businesses, parent:h:b, quasi:yes
commodity 1.00 BOB

2018-01-05 wages and rent
    h:b:assets:cash        500.00 BOB
    h:b:income:wages      -500.00 BOB
    h:b:expenses:rent      200.00 BOB
    h:b:assets:cash       -200.00 BOB

2018-01-10 the stall sells, its goods and dues
    stall:assets:cash        900.00 BOB
    stall:income:sales      -900.00 BOB
    stall:expenses:goods_sold  400.00 BOB
    stall:assets:cash     -400.00 BOB
    stall:expenses:dues     50.00 BOB
    stall:assets:cash      -50.00 BOB

2018-01-11 what the stall's owner draws
    stall:expenses:drawings  300.00 BOB
    stall:assets:cash     -300.00 BOB
    h:a:assets:cash        300.00 BOB
    h:a:income:drawings   -300.00 BOB

2018-01-15 the shop pays its owner
    shop:expenses:drawings   70.00 BOB
    shop:assets:cash        -70.00 BOB
    h:b:assets:cash          70.00 BOB
    h:b:income:drawings     -70.00 BOB

2018-02-01 dues, support and meals of a
    h:a:expenses:dues        20.00 BOB
    h:a:assets:cash         -20.00 BOB
    h:a:expenses:transfers   30.00 BOB
    h:a:assets:cash         -30.00 BOB
    h:a:expenses:meals       25.00 BOB
    h:a:assets:cash         -25.00 BOB

2018-02-01 meals of b
    h:b:expenses:meals       40.00 BOB
    h:b:assets:cash         -40.00 BOB

2018-02-20 a loan
    h:b:assets:cash         100.00 BOB
    h:b:liabilities:loans  -100.00 BOB
    bank:assets:loans       100.00 BOB
    bank:assets:cash       -100.00 BOB

2018-02-28 closing  ; kind:closing
    h:b:income:wages        500.00 BOB
    h:b:equity:retained earnings   -500.00 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, {}));
}

/// Value of each household by its name.
std::map<std::string, std::string> values_of(const MemoryBook& book, const Query& query,
                                             const HouseholdOptions& options) {
    const auto made = observe_households(book, query, options);
    if (!made) FAIL(to_string(made.error()));
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < made->parties.size(); ++i) {
        values[book.chart()[made->parties[i]].name] = to_string(
            normalized({made->observations.all[i].value, made->observations.value_scale}));
    }
    return values;
}

using Values = std::map<std::string, std::string>;

DiagnosticCode refusal(const MemoryBook& book, const Query& query,
                       const HouseholdOptions& options) {
    const auto made = observe_households(book, query, options);
    REQUIRE_FALSE(made);
    CHECK(made.error().explanation != "");
    CHECK(made.error().remedy != "");
    return made.error().code;
}

}  // namespace

TEST_CASE(
    "income counts what is booked, a stall of one's own by what it leaves, nobody forgotten") {
    const auto book = test::book_of(town);
    // The stall leaves 150 and has paid 300 out: 450 is what it made.
    CHECK(values_of(book, query_of({"date:2018q1"}), {.of = HouseholdValue::income}) ==
          Values{{"h:a", "450"}, {"h:b", "570"}, {"h:c", "0"}, {"h:late", "0"}});
}

TEST_CASE(
    "disposable income is after taxes and transfers, and what is not consumed of it is saved") {
    const auto book = test::book_of(town);
    const Query query = query_of({"date:2018q1"});
    const auto disposable = values_of(book, query, {.of = HouseholdValue::disposable});
    CHECK(disposable == Values{{"h:a", "400"}, {"h:b", "570"}, {"h:c", "0"}, {"h:late", "0"}});
    CHECK(values_of(book, query, {.of = HouseholdValue::consumption}) ==
          Values{{"h:a", "25"}, {"h:b", "240"}, {"h:c", "0"}, {"h:late", "0"}});
    // Net saving is the net income that the income statement shows of the household's books.
    for (const auto& [party, saved] : Values{{"h:a", "375.00"}, {"h:b", "330.00"}}) {
        const auto statement =
            income_statement(book, query_of({"date:2018q1", "party:" + party}), {});
        const auto facts = test::facts_of(statement);
        CHECK(std::ranges::any_of(facts, [&](const std::string& fact) {
            return fact.find("net income | 2018Q1 | BOB | " + saved) != std::string::npos;
        }));
    }
}

TEST_CASE("wealth is assets less liabilities at the end of the period, with all before it") {
    const auto book = test::book_of(town);
    CHECK(values_of(book, query_of({"date:2018q1"}), {.of = HouseholdValue::wealth}) ==
          Values{{"h:a", "375"}, {"h:b", "330"}, {"h:c", "0"}, {"h:late", "0"}});
    const auto made =
        observe_households(book, query_of({"date:2018-02"}), {.of = HouseholdValue::wealth});
    CHECK(made->when == "at 2018-02-28");
    CHECK(made->commodity == "BOB");
}

TEST_CASE("a household that was not there in the period is no observation, and a note counts it") {
    const auto book = test::book_of(town);
    const auto made =
        observe_households(book, query_of({"date:2018-01"}), {.of = HouseholdValue::income});
    CHECK(made->parties.size() == 3);
    CHECK(made->when == "in 2018-01");
    REQUIRE(made->notes.size() == 1);
    CHECK(made->notes.front() == "1 household that was not there then is left out");
}

TEST_CASE("accounts of a query are summed in the sign that is theirs") {
    const auto book = test::book_of(town);
    const Query all = query_of({"date:2018q1"});
    const auto of = [&](const std::string& accounts) {
        const Query which = query_of({"acct:" + accounts});
        return values_of(book, all, {.of = HouseholdValue::accounts, .accounts = &which});
    };
    CHECK(of("income:wages")["h:b"] == "500");
    CHECK(of("expenses:meals")["h:b"] == "40");
    CHECK(of("liabilities")["h:b"] == "100");
    CHECK(of("assets:cash|liabilities")["h:b"] == "330");
    CHECK(of("stall:assets:cash")["h:a"] == "150");
    const Query both = query_of({"acct:cash|meals"});
    CHECK(refusal(book, all, {.of = HouseholdValue::accounts, .accounts = &both}) ==
          DiagnosticCode::query_invalid);
    const Query none = query_of({"acct:bank"});
    CHECK(refusal(book, all, {.of = HouseholdValue::accounts, .accounts = &none}) ==
          DiagnosticCode::query_invalid);
}

TEST_CASE("kept balances and the stream give households the same") {
    const auto book = test::book_of(town);
    for (const auto of : {HouseholdValue::income, HouseholdValue::disposable,
                          HouseholdValue::consumption, HouseholdValue::wealth}) {
        CHECK(values_of(book, query_of({"date:2018q1"}), {.of = of}) ==
              values_of(book, query_of({"date:2018q1", "desc:."}), {.of = of}));
    }
}

TEST_CASE("a household's value is shared by those who count, and weighs as many persons") {
    const auto book = test::book_of(town);
    const Query query = query_of({"date:2018q1"});
    const auto made = observe_households(book, query,
                                         {.of = HouseholdValue::income,
                                          .scale = EquivalenceScale::square_root,
                                          .weigh_by_persons = true});
    REQUIRE(made);
    const auto& of_b = made->observations.all[1];
    CHECK(to_string(normalized({of_b.value, made->observations.value_scale})) == "285");
    CHECK(of_b.weight == 4);
    CHECK(made->observations.value_scale == 20);
}

TEST_CASE("sections group households, and those without one have a group too") {
    const auto book = test::book_of(town);
    const auto made = observe_households(book, query_of({"date:2018q1"}),
                                         {.of = HouseholdValue::income, .by_section = true});
    CHECK(made->observations.groups ==
          std::vector<std::string>{"sections:posta", "sections:cancha", "(none)"});
    CHECK(made->observations.all[3].group == 0);
}

TEST_CASE("a household that has moved counts in the section it belongs to at the end") {
    const auto book = test::book_of(
        "; section: sections:a\n; section: sections:b\n"
        "; household: h:1  section:sections:a, since:2018-01-01\n"
        "; household: h:1  section:sections:b, since:2018-02-10\n"
        "; household: h:2  section:sections:a, since:2018-01-01\n"
        "2018-01-05 work\n    h:1:assets:cash  5 BOB\n    h:1:income:wages\n"
        "2018-03-05 work\n    h:2:assets:cash  3 BOB\n    h:2:income:wages\n");
    const auto groups = [&](const char* date) {
        const auto made = observe_households(book, query_of({date}),
                                             {.of = HouseholdValue::income, .by_section = true});
        REQUIRE(made);
        return made->observations.groups;
    };
    CHECK(groups("date:2018-01") == std::vector<std::string>{"sections:a"});
    CHECK(groups("date:2018q1") == std::vector<std::string>{"sections:b", "sections:a"});
}

TEST_CASE("a query chooses households, and only a sector's name reaches other parties") {
    const auto book = test::book_of(town);
    CHECK(values_of(book, query_of({"party:h:[ab]"}), {}).size() == 2);
    CHECK(refusal(book, query_of({"party:nobody"}), {}) == DiagnosticCode::observations_empty);
    CHECK(refusal(book, query_of({"sector:sections"}), {}) == DiagnosticCode::observations_empty);
    CHECK(values_of(book, query_of({"sector:sections"}), {.any_sector = true}) ==
          Values{{"sections:cancha", "0"}, {"sections:posta", "0"}});
    CHECK(refusal(book, query_of({"party:h:late", "date:2018-01"}), {}) ==
          DiagnosticCode::observations_empty);
}

TEST_CASE("households of unknown size are neither divided nor weighed by persons") {
    const auto book = test::book_of(town + "\n; party: h:d  sector:households\n");
    const auto refused =
        observe_households(book, query_of({}), {.scale = EquivalenceScale::per_capita});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == DiagnosticCode::household_size_unknown);
    CHECK(refused.error().explanation.find("1 of 4 households, h:d") != std::string::npos);
    CHECK(refusal(book, query_of({}), {.weigh_by_persons = true}) ==
          DiagnosticCode::household_size_unknown);
}

TEST_CASE("values in several commodities need a valuation, and every price") {
    const std::string dollars = R"(
2018-02-25 from outside
    h:c:assets:cash       10.00 USD
    h:c:income:gifts     -10.00 USD
)";
    const auto book = test::book_of(town + dollars);
    const Query query = query_of({"date:2018q1"});
    CHECK(refusal(book, query, {}) == DiagnosticCode::commodities_mixed);
    const HouseholdOptions valued{.valuation = ValuationOptions{.currency = "BOB"}};
    const auto unpriced = observe_households(book, query, valued);
    REQUIRE_FALSE(unpriced);
    CHECK(unpriced.error().explanation.find("no price of USD") != std::string::npos);
    const auto priced = test::book_of(town + dollars + "\nP 2018-02-01 USD 7.00 BOB\n");
    CHECK(values_of(priced, query, valued)["h:c"] == "70");
    CHECK(values_of(book, query_of({"date:2018q1", "cur:BOB"}), {})["h:b"] == "570");
}

TEST_CASE("in a book without transactions nobody has anything") {
    const auto book = test::book_of("; party: h:a  sector:households\n");
    const auto made = observe_households(book, query_of({}), {.of = HouseholdValue::wealth});
    REQUIRE(made);
    CHECK(made->observations.all.size() == 1);
    CHECK(made->when.empty());
    CHECK(made->commodity.empty());
}
