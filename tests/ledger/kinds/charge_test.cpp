#include "ledger/kinds/charge.hpp"

#include <catch2/catch.hpp>

#include "ledger/kinds/kind_balance.hpp"
#include "ledger/kinds/kind_table.hpp"

using namespace cellbook;

namespace {

Result<Kind> charged(const char* inner) {
    const auto& kinds = KindTable::standard();
    return put_off(*kinds.find("charge"), *kinds.find(inner));
}

std::string accounts_of(const Kind& kind, std::string_view role) {
    std::string text;
    for (const auto& leg : kind.legs) {
        if (leg.role == role) text += leg.account + " " + to_string(leg.amount) + "; ";
    }
    return text;
}

}  // namespace

TEST_CASE("who would have paid owes, and who would have been paid has a claim") {
    const auto kind = charged("section_dues");
    REQUIRE(kind);
    CHECK(kind->name == "charge");
    CHECK(accounts_of(*kind, "payer") == "expenses:dues amount; liabilities:payable -amount; ");
    CHECK(accounts_of(*kind, "payee") == "assets:receivable amount; income:dues -amount; ");
    CHECK(kind->find_parameter("of") != nullptr);
}

TEST_CASE("a levy on a sale that is put off is owed by the seller") {
    const auto kind = charged("cell_sale");
    REQUIRE(kind);
    CHECK(accounts_of(*kind, "payee") ==
          "assets:receivable amount; assets:cells -amount; expenses:levies levy; "
          "liabilities:payable -levy; ");
    CHECK(kind->needs == std::vector<std::string>{"payee", "cell"});
}

TEST_CASE("every kind that can be put off stays balanced") {
    std::size_t chargeable = 0;
    for (const auto& inner : KindTable::standard().all()) {
        const auto kind = charged(inner.name.c_str());
        if (!kind) {
            CHECK(kind.error().code == DiagnosticCode::kind_not_chargeable);
            continue;
        }
        INFO(inner.name);
        CHECK(check_balances(*kind).empty());
        ++chargeable;
    }
    CHECK(chargeable > 30);
}

TEST_CASE("a default account of cash is put off too, and its parameter goes with it") {
    const auto kind = charged("gift");
    REQUIRE(kind);
    CHECK(accounts_of(*kind, "payer") == "expenses:gifts amount; liabilities:payable -amount; ");
    CHECK(kind->find_parameter("account") == nullptr);
}

TEST_CASE("what pays nothing in cash, or would only be due again, is not put off") {
    for (const auto* inner : {"charge", "settle", "write_off", "goods_to_stock", "depreciation",
                              "food_allowance_in_kind"}) {
        INFO(inner);
        CHECK_FALSE(charged(inner));
    }
}
