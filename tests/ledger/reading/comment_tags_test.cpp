#include "ledger/reading/comment_tags.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

/// `name=value;...|what is left`
std::string split(const std::string& text) {
    std::vector<TagText> tags;
    std::string left;
    split_comment(text, tags, left);
    CHECK(holds_tag(text) == !tags.empty());
    std::string told;
    for (const TagText& tag : tags) {
        CHECK(text.substr(tag.name_at, tag.name.size()) == tag.name);
        CHECK(text.substr(tag.value_at, tag.value.size()) == tag.value);
        told += std::string{tag.name} + '=' + value_of(tag) + ';';
    }
    return told + '|' + left;
}

}  // namespace

TEST_CASE("a comment splits into tags and what stands outside them") {
    struct Case {
        std::string comment;
        std::string parts;
    };
    const std::vector<Case> cases{
        {"", "|"},
        {" just words, in two parts ", "|just words, in two parts"},
        {" kind:cell_rent, cell:posta-12", "kind=cell_rent;cell=posta-12;|"},
        {"kind:cell_rent,cell:posta-12", "kind=cell_rent;cell=posta-12;|"},
        {" lunch for two, kind:restaurant_meal", "kind=restaurant_meal;|lunch for two"},
        {" lunch kind:restaurant_meal, and soup", "kind=restaurant_meal;|lunch, and soup"},
        {" with:inmates:i0042", "with=inmates:i0042;|"},
        {" empty:, next: 5 ", "empty=;next=5;|"},
        {" at 10:30 sharp", "10=30 sharp;|at"},
        {" see http://a.b/c?d=1, page 3", "http=//a.b/c?d=1;|see, page 3"},
        {" a : b", "|a : b"},
        {" :b", "|:b"},
        {" note:\"one, two: three\", id:7", "note=one, two: three;id=7;|"},
        {" note:\"a\\\"b\\\\c\\nd\\u0001\"", "note=a\"b\\c\nd\x01;|"},
        {" note:\"unclosed, id:7", "note=\"unclosed;id=7;|"},
        {" note:\"a\" b, id:7", "note=\"a\" b;id=7;|"},
        {" note:\"wrong \\x\", id:7", "note=\"wrong \\x\";id=7;|"},
    };
    for (const Case& one : cases) {
        INFO(one.comment);
        CHECK(split(one.comment) == one.parts);
    }
}

TEST_CASE("any value comes back from its text") {
    for (const std::string value :
         {"", "plain", "two words", "a:b", "a,b", " edge ", "\"quoted\"", "\"", "back\\slash",
          "a;b", "line\nline", "\t", "\x01\x7f", "caf\xC3\xA9", "\"a\", b"}) {
        std::string text = "t:";
        append_tag_value(text, value);
        text += ", next:1";
        std::vector<TagText> tags;
        std::string left;
        split_comment(text, tags, left);
        INFO(text);
        REQUIRE(tags.size() == 2);
        CHECK(value_of(tags[0]) == value);
        CHECK(text.find('\n') == std::string::npos);
    }
}

TEST_CASE("names of tags are words without marks") {
    for (const char* const name : {"kind", "standing-price", "unit_price", "señal", "10"}) {
        CHECK(is_tag_name(name));
    }
    for (const char* const name : {"", "two words", "a:b", "a,b", "a;b", "a\"b", "a\tb"}) {
        CHECK_FALSE(is_tag_name(name));
    }
}
