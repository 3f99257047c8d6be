#include "ledger/canonical_writer.hpp"

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
