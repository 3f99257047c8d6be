#include "ledger/kinds/kind.hpp"

#include <catch2/catch.hpp>

#include "ledger/kinds/kind_table.hpp"

using namespace cellbook;

TEST_CASE("an expression is read and written in one spelling") {
    struct Case {
        std::string text;
        std::string written;
    };
    for (const auto& [text, written] : std::vector<Case>{
             {"amount", "amount"},
             {"-amount", "-amount"},
             {"  - amount-levy+fee2 ", "-amount - levy + fee2"},
             {"amount*levy_rate", "amount * levy_rate"},
             {"amount - amount * levy_rate", "amount - amount * levy_rate"},
         }) {
        INFO(text);
        const auto expression = parse_kind_expression(text);
        REQUIRE(expression);
        CHECK(to_string(*expression) == written);
    }
    for (const auto* wrong : {"", " ", "-", "amount -", "amount amount", "a * ", "* a", "a + + b",
                              "Amount", "2 % amount", "amount; drop"}) {
        INFO(wrong);
        const auto expression = parse_kind_expression(wrong);
        REQUIRE_FALSE(expression);
        CHECK(expression.error().code == DiagnosticCode::kind_invalid);
    }
}

TEST_CASE("a leg is a credit by what it says of the amount, else by its first term") {
    const auto is_credit = [](const char* text) {
        return KindLeg{
            .role = "payer", .account = "assets:cash", .amount = *parse_kind_expression(text)}
            .is_credit();
    };
    CHECK_FALSE(is_credit("amount - levy"));
    CHECK(is_credit("levy - amount"));
    CHECK(is_credit("-levy + fee"));
    CHECK_FALSE(is_credit("amount2"));
}

TEST_CASE("a kind accepts the fields that it requires, takes or uses") {
    const auto accepts = [](const char* kind, const char* field) {
        return KindTable::standard().find(kind)->accepts(field);
    };
    CHECK(accepts("cell_rent", "cell"));
    CHECK(accepts("revaluation", "cell"));
    CHECK_FALSE(accepts("restaurant_meal", "cell"));
    CHECK_FALSE(accepts("depreciation", "payee"));
    CHECK(accepts("currency_exchange", "rate"));
    CHECK(accepts("barter", "amount2"));
    CHECK_FALSE(accepts("barter", "rate"));
    CHECK_FALSE(accepts("gift", "commodity2"));
    CHECK(accepts("loan", "product"));
    CHECK(accepts("loan", "quantity"));
}

TEST_CASE("the canonical JSON of a kind is one line with members in fixed order") {
    CHECK(
        to_canonical_json(*KindTable::standard().find("cell_rent")) ==
        R"({"name":"cell_rent","title":"Rent of a cell, paid by its tenant",)"
        R"("sna":{"payer":"P.31","payee":"P.11"},"product":"housing","requires":["payee","cell"],)"
        R"("legs":{"payer":[["expenses:rent","amount"],["assets:cash","-amount"]],)"
        R"("payee":[["assets:cash","amount"],["income:rent","-amount"]]}})");
    CHECK(to_canonical_json(*KindTable::standard().find("charge"))
              .ends_with(R"("parameters":["of"],"of":"of",)"
                         R"("replace":{"paid":["assets:cash","liabilities:payable"],)"
                         R"("received":["assets:cash","assets:receivable"]}})"));
}
