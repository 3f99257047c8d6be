#include "ledger/balance_rule.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

using enum DiagnosticCode;

struct Case {
    const char* claim;
    std::vector<Line> lines;
    std::optional<DiagnosticCode> refused;
};

const std::vector<Case> drafts{
    Case{"nothing", {}, transaction_empty},
    Case{"one party, balanced", {{"assets:cash", "3 BOB"}, {"income", "-3 BOB"}}, {}},
    Case{"a single zero", {{"assets:cash", "0 BOB"}}, {}},
    Case{"off by a centavo", {{"assets:cash", "3.01 BOB"}, {"income", "-3 BOB"}}, unbalanced},
    Case{"rent in both books",
         {{"a:expenses:rent", "300 BOB"},
          {"a:assets:cash", "-300 BOB"},
          {"b:assets:cash", "300 BOB"},
          {"b:income:rent", "-300 BOB"}},
         {}},
    Case{"300 paid and 250 received",
         {{"a:expenses:rent", "300 BOB"},
          {"a:assets:cash", "-300 BOB"},
          {"b:assets:cash", "250 BOB"},
          {"b:income:rent", "-250 BOB"}},
         claims_unbalanced},
    Case{"balanced as a whole but for no party",
         {{"a:assets:cash", "-300 BOB"}, {"b:assets:cash", "300 BOB"}},
         party_unbalanced},
    Case{"two gaps for one party",
         {{"a:assets:cash"}, {"a:expenses"}, {"a:income", "-3 BOB"}},
         elided_twice},
    Case{"a gap and nothing to infer it from",
         {{"a:assets:cash"}, {"b:assets:cash", "3 BOB"}, {"b:income", "-3 BOB"}},
         elided_not_inferable},
    Case{"a gap for each of two parties",
         {{"a:expenses:rent", "300 BOB"},
          {"a:assets:cash"},
          {"b:assets:cash", "300 BOB"},
          {"b:income:rent"}},
         {}},
    Case{"goods handed over are no claim",
         {{"a:assets:goods", "-5 BOB"},
          {"a:expenses:gifts", "5 BOB"},
          {"b:assets:goods", "5 BOB"},
          {"b:income:gifts", "-5 BOB"}},
         {}},
    Case{"a claim against a debt",
         {{"a:assets:receivable", "5 BOB"},
          {"a:income:dues", "-5 BOB"},
          {"b:liabilities:payable", "-5 BOB"},
          {"b:expenses:dues", "5 BOB"}},
         {}},
    Case{"a claim nobody owes",
         {{"a:assets:receivable", "5 BOB"},
          {"a:income:dues", "-5 BOB"},
          {"b:income:dues", "5 BOB"},
          {"b:expenses:dues", "-5 BOB"}},
         claims_unbalanced},
    Case{"dollars bought at cost",
         {{"assets:dollars", "100 USD", "691 BOB"}, {"assets:cash", "-691 BOB"}},
         {}},
    Case{"dollars bought at another cost",
         {{"assets:dollars", "100 USD", "690 BOB"}, {"assets:cash", "-691 BOB"}},
         unbalanced},
    Case{"costs that only a tolerance would let through",
         {{"assets:a", "1 x", "", "0.333 BOB"},
          {"assets:b", "1 x", "", "0.333 BOB"},
          {"assets:c", "1 x", "", "0.334 BOB"},
          {"assets:cash", "-1 BOB"}},
         unbalanced_within_tolerance},
    Case{"the same with totals",
         {{"assets:a", "1 x", "0.33 BOB"},
          {"assets:b", "1 x", "0.33 BOB"},
          {"assets:c", "1 x", "0.34 BOB"},
          {"assets:cash", "-1 BOB"}},
         {}},
    Case{"three commodities without prices",
         {{"assets:a", "1 x"}, {"assets:b", "1 y"}, {"assets:c", "-2 z"}},
         unbalanced},
    Case{"two commodities of one sign", {{"assets:a", "1 x"}, {"assets:b", "1 y"}}, unbalanced},
    Case{"currency changed between two parties",
         {{"a:assets:cash", "-100 USD"},
          {"a:assets:cash", "691 BOB"},
          {"b:assets:cash", "100 USD"},
          {"b:assets:cash", "-691 BOB"}},
         {}}};

}  // namespace

TEST_CASE("a draft is let through, or refused by the first rule it breaks") {
    const auto& at = GENERATE(from_range(drafts));
    Chart chart;
    const auto result = balance(chart, at.lines);
    INFO(at.claim);
    if (at.refused) {
        REQUIRE_FALSE(result);
        INFO(to_string(result.error()));
        CHECK(result.error().code == *at.refused);
        CHECK_FALSE(result.error().remedy.empty());
    } else {
        if (!result) {
            INFO(to_string(result.error()));
        }
        CHECK(result);
    }
}

TEST_CASE("one elided amount per party is inferred, a posting for each commodity") {
    Chart chart;
    const auto result = balance(chart, {{"assets:cash", "10 BOB"},
                                        {"equity:opening"},
                                        {"assets:dollars", "4 USD"},
                                        {"assets:cigarettes", "7 cigarettes"}});
    REQUIRE(result);
    const auto& postings = (*result)->postings;
    REQUIRE(postings.size() == 6);
    CHECK(amount_text(chart, postings[1].amount) == "-10.00 BOB");
    CHECK(amount_text(chart, postings[2].amount) == "-4.00 USD");
    CHECK(amount_text(chart, postings[3].amount) == "-7 cigarettes");
    CHECK(postings[3].account == postings[1].account);
    CHECK_FALSE(postings[1].elided);
}

TEST_CASE("an elided amount in balanced books is zero of the first commodity") {
    Chart chart;
    const auto result =
        balance(chart, {{"assets:a", "1 BOB"}, {"assets:b", "-1 BOB"}, {"assets:c"}});
    REQUIRE(result);
    CHECK(amount_text(chart, (*result)->postings[2].amount) == "0.00 BOB");
}

TEST_CASE("exactly two commodities without a price are an exchange at the rate they imply") {
    Chart chart;
    const auto result =
        balance(chart, {{"assets:dollars", "-100 USD"}, {"assets:cash", "691 BOB"}});
    REQUIRE(result);
    REQUIRE((*result)->postings[0].cost);
    CHECK(amount_text(chart, (*result)->postings[0].cost->total) == "-691.00 BOB");
    CHECK_FALSE((*result)->postings[0].cost->unit);
    CHECK_FALSE((*result)->postings[1].cost);
}

TEST_CASE("an implied cost is shared out to the last centavo") {
    Chart chart;
    const auto result = balance(
        chart,
        {{"assets:a", "1 x"}, {"assets:b", "1 x"}, {"assets:c", "1 x"}, {"assets:cash", "-1 BOB"}});
    REQUIRE(result);
    const auto& postings = (*result)->postings;
    CHECK(postings[0].cost->total.minor == 33);
    CHECK(postings[1].cost->total.minor == 33);
    CHECK(postings[2].cost->total.minor == 34);
}

TEST_CASE("sums beyond 64 bits cancel exactly; an amount inferred from them is an error") {
    Chart chart;
    const std::string most = "92233720368547758.07 BOB";
    CHECK(balance(chart, {{"assets:a", most},
                          {"assets:b", most},
                          {"assets:c", "-" + most},
                          {"assets:d", "-" + most}}));
    const auto result = balance(chart, {{"assets:a", most}, {"assets:b", most}, {"assets:c"}});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == DiagnosticCode::amount_overflow);
}

TEST_CASE("a complaint names party and figures") {
    Chart chart;
    const auto result = balance(chart, {{"a:expenses:rent", "300 BOB"},
                                        {"a:assets:cash", "-250 BOB"},
                                        {"b:assets:cash", "250 BOB"},
                                        {"b:income:rent", "-300 BOB"}});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == DiagnosticCode::party_unbalanced);
    CHECK(result.error().explanation.find("`a` are off by 50.00 BOB") != std::string::npos);
}
