#include "cli/render/json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace cellbook;

namespace {

std::string rendered(const Table& table, const std::string& digest) {
    std::ostringstream out;
    cli::render_json(table, digest, out);
    return out.str();
}

}  // namespace

TEST_CASE("json names its schema and the book's digest, amounts are strings") {
    Table table{.name = "example"};
    table.columns = {{"account", "Account"}, {"amount", "Amount"}, {"count", "Count"}};
    table.rows = {{{std::string{"a\xff"}, TableAmount{123456789012345678, 2, "BOB"}, Value{}}},
                  {{std::string{"total"}, Value{}, Value{}}, Row::Role::total},
                  {{std::string{"b"}, Value{}, std::int64_t{3}}}};
    table.notes = {"a note"};
    const std::string text = rendered(table, "abc");
    const auto json = nlohmann::json::parse(text);
    CHECK(json["schema"] == "cellbook-example/1");
    CHECK(json["digest"] == "abc");
    REQUIRE(json["rows"].size() == 2);
    CHECK(json["rows"][0]["account"] == "a\uFFFD");
    CHECK(json["rows"][0]["amount"] == "1234567890123456.78");
    CHECK(json["rows"][0]["count"].is_null());
    CHECK(json["rows"][1]["count"] == 3);
    CHECK(json["notes"][0] == "a note");
    // Members stand in the order of columns, a row a line.
    CHECK(text.find("{\"account\":\"b\",\"amount\":null,\"count\":3}\n") != std::string::npos);
}

TEST_CASE("json of a table without rows or digest is still whole") {
    const auto json = nlohmann::json::parse(rendered({.name = "empty"}, ""));
    CHECK(json["rows"].empty());
    CHECK_FALSE(json.contains("digest"));
}
