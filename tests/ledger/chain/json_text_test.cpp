#include "ledger/chain/json_text.hpp"

#include <limits>

#include <catch2/catch.hpp>

using namespace cellbook::json_text;

TEST_CASE("text is written one way and reads back") {
    for (const std::string_view text :
         {std::string_view{""}, std::string_view{"plain"}, std::string_view{"a\"b\\c"},
          std::string_view{"tab\tnewline\n\x01\x1f\x7f"}, std::string_view{"café ☂"},
          std::string_view{"nul\0inside", 10}}) {
        std::string out;
        append(out, text);
        Cursor in{out};
        std::string back;
        REQUIRE(in.read(back));
        CHECK(in.at_end());
        CHECK(back == text);
    }
    std::string out;
    append(out, std::string_view{"\n\""});
    CHECK(out == "\"\\u000a\\\"\"");
}

TEST_CASE("integers are written one way and read back") {
    for (const std::int64_t number :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{30000},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
        std::string out;
        append(out, number);
        Cursor in{out};
        std::int64_t back = 0;
        REQUIRE(in.read(back));
        CHECK(in.at_end());
        CHECK(back == number);
    }
}

TEST_CASE("other spellings of a value are refused") {
    std::int64_t number = 0;
    for (const std::string_view text : {"", "-", "+1", "01", "-0", "-01", " 1", "x",
                                        "9223372036854775808", "-9223372036854775809"}) {
        INFO(text);
        Cursor in{text};
        CHECK_FALSE(in.read(number));
    }
    std::string value;
    for (const std::string_view text : {"", "\"", "\"a", "\"\\n\"", "\"\\u0041\"", "\"\\u00\"",
                                        "\"\\u001F\"", "\"\\/\"", "'a'", "\"a\nb\""}) {
        INFO(text);
        Cursor in{text};
        CHECK_FALSE(in.read(value));
    }
}

TEST_CASE("a value of any sort is passed over whole, and half a value is refused") {
    for (const std::string_view value : {"0", "-17", "null", "\"\"", "\"a,]}\"", R"("a\"]\\")",
                                         "[]", "{}", "[[1,\"]\"],{\"a\":[2]}]"}) {
        for (const std::string_view after : {",1", "]", "}", ""}) {
            const std::string text = std::string{value} + std::string{after};
            INFO(text);
            Cursor in{text};
            CHECK(in.skip_value());
            CHECK(in.at_end() == after.empty());
            CHECK((after.empty() || in.next_is(after.front())));
        }
    }
    for (const std::string_view text : {"", "]", ",", "[1", "\"a", "{\"a\":1", R"("a\")"}) {
        INFO(text);
        Cursor in{text};
        CHECK_FALSE(in.skip_value());
    }
}
