#include "ledger/chain/canonical_writer.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;
using namespace cellbook::test;

TEST_CASE("a transaction's body is what docs/format.md says") {
    Chart chart;
    ChainNames names;
    CanonicalWriter writer{chart, names};
    TransactionDraft draft =
        test::draft(chart, {{"a:assets:cash", "-300 BOB"}, {"b:assets:cash", "300 BOB"}});
    draft.id = "x";
    draft.description = "gift";
    CHECK(writer.write(draft) ==
          R"([1,"t",[["a",0,"a:assets:cash"],["c",0,"BOB",2],["a",1,"b:assets:cash"]],)"
          R"(17591,"x","gift",[[0,0,-30000],[1,0,30000]],{}])");
    draft.id = "y";
    CHECK(writer.write(draft) == R"([1,"t",[],17591,"y","gift",[[0,0,-30000],[1,0,30000]],{}])");
    CHECK(writer.spell(draft) == R"([1,"t",[],17591,"","gift",[["a:assets:cash","BOB",-30000],)"
                                 R"(["b:assets:cash","BOB",30000]],{}])");
}

TEST_CASE(
    "a price or a declaration has the same body whether the scale is known before it or after") {
    const auto bodies = [](bool known_before) {
        Chart chart;
        ChainNames names;
        CanonicalWriter writer{chart, names};
        const CommodityId gold = chart.commodity("gold");
        const CommodityId bob = chart.commodity("BOB");
        if (known_before) {
            test::amount(chart, "1 gold");
            test::amount(chart, "1 BOB");
        }
        std::string all{writer.write(PriceDeclaration{
            .date = {}, .commodity = gold, .price = {.coefficient = 7}, .currency = bob})};
        all += writer.write(CommodityDeclaration{.commodity = gold});
        all += writer.write(
            test::draft(chart, {{"a:assets:cash", "1 gold"}, {"a:equity:opening", "-1 gold"}}));
        return all;
    };
    CHECK(bodies(true) == bodies(false));
    CHECK(bodies(true).find(R"(["s",0,0])") != std::string::npos);
}
