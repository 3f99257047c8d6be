#include "ledger/writing/csv_field.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a field of csv stands in quotes where RFC 4180 asks for them") {
    const auto field = [](std::string_view text) {
        std::string out = "before,";
        append_csv_field(out, text);
        return out.substr(7);
    };
    CHECK(field("plain; text") == "plain; text");
    CHECK(field("").empty());
    CHECK(field("a,b") == "\"a,b\"");
    CHECK(field("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(field("two\nlines") == "\"two\nlines\"");
    CHECK(field("a\rb") == "\"a\rb\"");
}
