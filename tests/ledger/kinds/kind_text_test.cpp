#include "ledger/kinds/kind_text.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("members of a TOML table come in the order written, with their places") {
    const auto text = parse_kinds_toml("zebra = \"z\"\n  apple = [1, true,\n 2.5]\n", "k.toml");
    REQUIRE(text);
    REQUIRE(text->members.size() == 2);
    const auto& zebra = text->members[0];
    CHECK(zebra.key == "zebra");
    CHECK(zebra.value.text == "z");
    CHECK(zebra.value.line == 1);
    CHECK(zebra.value.column == 9);
    const auto& apple = text->members[1];
    CHECK(apple.line == 2);
    CHECK(apple.column == 3);
    REQUIRE(apple.value.items.size() == 3);
    CHECK(apple.value.items[0].sort == KindText::Sort::number);
    CHECK(apple.value.items[0].text == "1");
    CHECK(apple.value.items[1].truth);
    CHECK(apple.value.items[2].sort == KindText::Sort::other);  // a number with a point
    CHECK(apple.value.items[2].line == 3);
    CHECK(text->find("apple") == &text->members[1]);
    CHECK(text->find("pear") == nullptr);
}

TEST_CASE("text that is not TOML is refused where it stops being so") {
    const auto text = parse_kinds_toml("a = \"b\"\nc = = d\n", "k.toml");
    REQUIRE_FALSE(text);
    CHECK(text.error().code == DiagnosticCode::kinds_file_syntax);
    CHECK(text.error().position.file == "k.toml");
    CHECK(text.error().position.line == 2);
}

TEST_CASE("JSON gives the same tree") {
    const auto text = parse_kind_json(R"({"b":"x","a":[["y",true]],"c":{"d":false}})");
    REQUIRE(text);
    REQUIRE(text->members.size() == 3);
    CHECK(text->members[0].key == "b");
    CHECK(text->find("a")->value.items[0].items[0].text == "y");
    CHECK(text->find("a")->value.items[0].items[1].truth);
    CHECK(text->find("c")->value.find("d")->value.sort == KindText::Sort::truth);
}

TEST_CASE("JSON of any other form, or nested without end, is refused") {
    for (const std::string& wrong :
         {std::string{}, std::string{"{"}, std::string{"{\"a\": 1}"}, std::string{"[tru]"},
          std::string{"{}x"}, std::string(100'000, '[')}) {
        const auto text = parse_kind_json(wrong);
        REQUIRE_FALSE(text);
        CHECK(text.error().code == DiagnosticCode::kinds_file_syntax);
    }
}

TEST_CASE("an excerpt is the line asked for") {
    const KindOrigin origin{.file = "k.toml", .text = "first\nsecond\n\nlast"};
    CHECK(origin.excerpt(0).empty());
    CHECK(origin.excerpt(1) == "first");
    CHECK(origin.excerpt(2) == "second");
    CHECK(origin.excerpt(3).empty());
    CHECK(origin.excerpt(4) == "last");
    CHECK(origin.excerpt(5).empty());
}
