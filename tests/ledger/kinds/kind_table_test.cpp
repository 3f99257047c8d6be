#include "ledger/kinds/kind_table.hpp"

#include <catch2/catch.hpp>
#include <regex>

#include "tests/ledger/kinds/kind_files.hpp"

using namespace cellbook;

TEST_CASE("the standard kinds are those that a prison's economy needs") {
    for (const auto* name : {"opening_balance",
                             "cell_rent",
                             "cell_sale",
                             "anticretico_deposit",
                             "anticretico_return",
                             "floor_rent",
                             "section_entry",
                             "section_dues",
                             "section_spending",
                             "section_wage",
                             "shop_sale",
                             "restaurant_meal",
                             "sauna_visit",
                             "pool_visit",
                             "service",
                             "wage",
                             "purchase_outside",
                             "sale_outside",
                             "goods_to_stock",
                             "goods_from_stock",
                             "depreciation",
                             "revaluation",
                             "cell_improvement",
                             "family_income",
                             "family_transfer",
                             "support_sent",
                             "visitor_fee",
                             "food_allowance",
                             "food_allowance_in_kind",
                             "gift",
                             "loan",
                             "repayment",
                             "interest",
                             "currency_exchange",
                             "owner_capital",
                             "owner_drawings",
                             "gate_charge",
                             "nonobserved_income",
                             "nonobserved_spending",
                             "charge",
                             "settle",
                             "write_off",
                             "loss",
                             "seizure",
                             "closing"}) {
        INFO(name);
        CHECK(KindTable::standard().find(name) != nullptr);
    }
}

TEST_CASE("every role of a standard kind has a transaction code of SNA 2008") {
    const std::regex code{R"((P|D|F|K|NP|LS|B)(\.[0-9]+[a-z]*)?)"};
    for (const auto& kind : KindTable::standard().all()) {
        REQUIRE_FALSE(kind.sna.empty());
        for (const auto& [role, text] : kind.sna) {
            INFO(kind.name << ": " << role << " " << text);
            CHECK(std::regex_match(text, code));
        }
    }
}

TEST_CASE("a user's file adds kinds to the standard ones") {
    const auto reading = KindTable::with_file(KindTable::standard(), raffle_file, "raffle.toml");
    REQUIRE(reading.ok());
    CHECK(reading.table.all().size() == KindTable::standard().all().size() + 1);
    CHECK(reading.table.find("raffle_prize") != nullptr);
    CHECK(KindTable::standard().find("raffle_prize") == nullptr);
}

TEST_CASE("a file's problems are told together, and its right kinds are kept") {
    const auto reading = KindTable::with_file({}, raffle_file + R"([[kind]]
name = "half_done"
title = "Books only one side"
sna = { payer = "D.75" }
[kind.legs]
payer = [["expenses:gifts", "amount"], ["assets:cash", "-amonut"]]
)",
                                              "raffle.toml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(to_string(reading.problems[0]) ==
          "raffle.toml:27:56: error[kind_invalid]: kind `half_done`: no amount or parameter is "
          "named `amonut`\n"
          "    payer = [[\"expenses:gifts\", \"amount\"], [\"assets:cash\", \"-amonut\"]]\n"
          "                                                           ^\n"
          "  Did you mean `amount`?");
    CHECK(reading.table.find("raffle_prize") != nullptr);
    CHECK(reading.table.find("half_done") == nullptr);
}

TEST_CASE("a kind may be given again unchanged, and never otherwise") {
    const auto once = KindTable::with_file(KindTable::standard(), raffle_file, "raffle.toml");
    const auto again = KindTable::with_file(once.table, raffle_file, "raffle.toml");
    CHECK(again.ok());
    CHECK(again.table.all().size() == once.table.all().size());
    const auto other = KindTable::with_file(
        once.table, raffle_with("assets:cash", "assets:deposits"), "raffle.toml");
    REQUIRE(other.problems.size() == 1);
    CHECK(other.problems[0].code == DiagnosticCode::kind_redefined);
    CHECK(other.problems[0].position.line == 2);
}

TEST_CASE("every kind goes through its canonical JSON unchanged") {
    KindTable copy;
    for (const auto& kind : KindTable::standard().all()) {
        INFO(kind.name);
        const auto json = to_canonical_json(kind);
        const auto problem = copy.add_definition(json);
        if (problem) FAIL(to_string(*problem));
        CHECK(*copy.find(kind.name) == kind);
        CHECK(to_canonical_json(*copy.find(kind.name)) == json);
    }
}

TEST_CASE("a definition that is damaged, unbalanced or another kind's is refused") {
    KindTable table = KindTable::standard();
    std::string json = to_canonical_json(*table.find("cell_rent"));
    CHECK(table.add_definition(json.substr(1))->code == DiagnosticCode::kinds_file_syntax);
    CHECK(table.add_definition(json + " ")->code == DiagnosticCode::kinds_file_syntax);
    std::string other = json;
    other.replace(other.find("expenses:rent"), 13, "expenses:room");
    CHECK(table.add_definition(other)->code == DiagnosticCode::kind_redefined);
    json.replace(json.find("\"-amount\""), 9, "\"amount\"");
    CHECK(KindTable{}.add_definition(json)->code == DiagnosticCode::kind_unbalanced);
}

TEST_CASE("an unknown kind is refused with the nearest names") {
    const auto kind = KindTable::standard().get("cel_rent");
    REQUIRE_FALSE(kind);
    CHECK(kind.error().code == DiagnosticCode::kind_unknown);
    CHECK(kind.error().remedy.find("`cell_rent`") != std::string::npos);
    CHECK(KindTable::standard().get("zzzzzzzzzzzzz").error().remedy.find("--kinds") !=
          std::string::npos);
}
