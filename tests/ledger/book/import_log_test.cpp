#include "ledger/book/import_log.hpp"

#include <catch2/catch.hpp>

#include "ledger/book/migration.hpp"
#include "ledger/book/origins.hpp"

using namespace cellbook;

namespace {

Connection with_entries(int count) {
    Connection connection = Connection::in_memory();
    migrate(connection);
    for (int seq = 1; seq <= count; ++seq) {
        connection.execute("INSERT INTO journal VALUES (" + std::to_string(seq) + ", '', x'')");
    }
    return connection;
}

ImportRow row(const std::string& batch, const std::string& sha256,
              const std::vector<Origin>& origins) {
    Origins packed;
    for (const Origin& origin : origins) packed.add(origin);
    return {.batch = batch,
            .sha256 = sha256,
            .imported_at = "2018-01-01T00:00:00Z",
            .transactions = 1,
            .first_seq = origins.front().seq,
            .last_seq = origins.back().seq,
            .files = to_json({{"top \"quoted\"", "00"}, {"included", "01"}}),
            .origins = packed.bytes()};
}

}  // namespace

TEST_CASE("origins go back and forth between files and lines") {
    Origins packed;
    const std::vector<Origin> wanted{{1, 0, 4}, {2, 1, 900'000}, {9, 0, 5}, {10, 0, 5}};
    for (const Origin& origin : wanted) packed.add(origin);
    std::vector<Origin> found;
    REQUIRE(unpack_origins(packed.bytes(), [&](const Origin& origin) {
        found.push_back(origin);
        return true;
    }));
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(found[i].seq == wanted[i].seq);
        CHECK(found[i].file == wanted[i].file);
        CHECK(found[i].line == wanted[i].line);
    }
    CHECK_FALSE(unpack_origins("\x01\x80", [](const Origin&) { return true; }));
}

TEST_CASE("the log tells what an entry came from") {
    const Connection connection = with_entries(9);
    const ImportLog log{connection};
    log.add(row("a", "aa", {{1, 0, 3}, {4, 1, 8}}));
    log.add(row("b", "bb", {{5, 0, 1}}));
    CHECK(provenance_in(connection, 4).file == "included");
    CHECK(provenance_in(connection, 4).line == 8);
    CHECK(provenance_in(connection, 1).file == "top \"quoted\"");
    CHECK(provenance_in(connection, 2).file.empty());
    CHECK(provenance_in(connection, 5).imported_at == "2018-01-01T00:00:00Z");
}

TEST_CASE("the log knows batches by name and by bytes") {
    const Connection connection = with_entries(9);
    const ImportLog log{connection};
    log.add(row("a", "aa", {{1, 0, 3}}));
    log.add(row("a", "ab", {{2, 0, 3}}));
    CHECK(log.of_batch("a").size() == 2);
    CHECK(log.of_batch("b").empty());
    CHECK(log.other_batch_of("ab", "b") == "a");
    CHECK_FALSE(log.other_batch_of("ab", "a"));
    CHECK_FALSE(log.other_batch_of("ac", "b"));
}
