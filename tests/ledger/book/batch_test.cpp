#include "ledger/book/batch.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/migration.hpp"
#include "ledger/book/origins.hpp"

using namespace cellbook;

TEST_CASE("each entry of a batch is met once, equal ones as often as there are") {
    Store store{Connection::in_memory()};
    migrate(store.connection());
    const std::vector<std::uint64_t> keys{7, 7, 9, 7, 3};
    std::vector<std::uint64_t> seen(10);
    Origins origins;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto seq = static_cast<std::int64_t>(i + 1);
        store.add_id(keys[i], ++seen[keys[i]], seq);
        if (seq != 4) origins.add({seq, 0, 1});  // the fourth came with another batch
    }
    store.add_id(1000, 0, 3);  // an id given by hand is no content
    BatchContents contents{store, {ImportRow{.origins = origins.bytes()}}};
    CHECK_FALSE(contents.empty());
    CHECK(contents.not_met() == std::vector<std::int64_t>{1, 2, 3, 5});
    CHECK(contents.meet(7));
    CHECK(contents.meet(9));
    CHECK_FALSE(contents.meet(9));
    CHECK_FALSE(contents.meet(8));
    CHECK_FALSE(contents.meet(1000));
    CHECK(contents.not_met() == std::vector<std::int64_t>{2, 5});
    CHECK(contents.meet(7));
    CHECK_FALSE(contents.meet(7));
    CHECK(contents.not_met() == std::vector<std::int64_t>{5});
    CHECK(BatchContents(store, {}).empty());
}
