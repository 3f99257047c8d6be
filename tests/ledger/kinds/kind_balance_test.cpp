#include "ledger/kinds/kind_balance.hpp"

#include <catch2/catch.hpp>

#include "ledger/kinds/kind_table.hpp"

using namespace cellbook;

namespace {

struct Leg {
    const char* role;
    const char* account;
    const char* amount;
    const char* with = "";
};

Kind kind_of(const std::vector<Leg>& legs) {
    Kind kind{.name = "k", .title = "t"};
    kind.parameters = {{.name = "rate"}, {.name = "fee", .default_value = "2"}};
    kind.amounts = {{"cut", *parse_kind_expression("amount * rate")},
                    {"net", *parse_kind_expression("amount - cut")}};
    for (const auto& leg : legs) {
        kind.legs.push_back({.role = leg.role,
                             .account = leg.account,
                             .amount = *parse_kind_expression(leg.amount),
                             .with = leg.with});
    }
    return kind;
}

std::string complaints(const Kind& kind) {
    std::string text;
    for (const auto& found : check_balances(kind)) text += found.what + "\n";
    return text;
}

}  // namespace

TEST_CASE("legs that cancel whatever the amounts are balanced") {
    CHECK(complaints(
              kind_of({{"payer", "expenses:rent", "amount"}, {"payer", "assets:cash", "-amount"}}))
              .empty());
    // a computed sum stands for its terms
    CHECK(complaints(kind_of({{"payer", "expenses:rent", "net + cut"},
                              {"payer", "assets:cash", "-amount"}}))
              .empty());
    // an exchange: amount against amount2, one symbol each
    CHECK(complaints(
              kind_of({{"payer", "assets:cash", "-amount"}, {"payer", "assets:cash", "amount2"}}))
              .empty());
}

TEST_CASE("what a role's legs leave is told in figures") {
    CHECK(complaints(
              kind_of({{"payer", "expenses:rent", "amount"}, {"payer", "assets:cash", "-net"}})) ==
          "in the books of the payer the legs leave cut\n");
    CHECK(complaints(
              kind_of({{"payer", "assets:cash", "amount"}, {"payer", "assets:cash", "amount2"}})) ==
          "in the books of the payer the legs leave amount + amount2\n");
}

TEST_CASE("what one pays the other receives, in financial assets, liabilities and equity") {
    CHECK(complaints(kind_of({{"payer", "expenses:rent", "amount"},
                              {"payer", "assets:cash", "-amount"},
                              {"payee", "assets:goods", "amount"},
                              {"payee", "income:rent", "-amount"}})) ==
          "over the parties, legs on financial assets, liabilities and equity leave -amount\n");
}

TEST_CASE("with three roles, each pair cancels") {
    const Kind kind = kind_of({{"payer", "expenses:rent", "amount", "payee"},
                               {"payer", "assets:cash", "-amount", "payee"},
                               {"payee", "assets:cash", "amount", "section"},
                               {"payee", "income:rent", "-amount", "section"},
                               {"section", "assets:cash", "cut", "payee"},
                               {"section", "assets:cash", "-cut", "payee"}});
    CHECK(complaints(kind) ==
          "between payer and payee, -amount is paid and not received\n"
          "between payee and section, amount is paid and not received\n");
}

TEST_CASE("every standard kind is balanced for all amounts") {
    for (const auto& kind : KindTable::standard().all()) {
        INFO(kind.name);
        CHECK(complaints(kind).empty());
    }
}

TEST_CASE("a leg is optional when parameters that were left out bring it to zero") {
    const Kind kind = kind_of({{"payer", "expenses:a", "cut"},
                               {"payer", "expenses:b", "rate"},
                               {"payer", "expenses:c", "fee"},
                               {"payer", "expenses:d", "net"},
                               {"payer", "expenses:e", "cut - rate"}});
    const std::vector<bool> expected{true, true, false, false, true};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(kind.legs[i].account);
        CHECK(is_optional(kind, kind.legs[i]) == expected[i]);
    }
}

TEST_CASE("an account's nature is fixed unless its own legs cancel") {
    const auto fixed = [](const char* kind) {
        return nature_is_fixed(*KindTable::standard().find(kind), "account");
    };
    CHECK(fixed("shop_sale"));
    CHECK(fixed("opening_claim"));
    CHECK_FALSE(fixed("gift"));
    CHECK_FALSE(fixed("opening_balance"));
}

TEST_CASE("financial accounts are claims, debts and equity") {
    CHECK(is_financial_account("assets:cash"));
    CHECK(is_financial_account("liabilities:payable"));
    CHECK(is_financial_account("equity:capital"));
    CHECK_FALSE(is_financial_account("assets:goods:flour"));
    CHECK_FALSE(is_financial_account("income:rent"));
    CHECK_FALSE(is_financial_account("cash"));
}
