#include "ledger/reading/line_reader.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

LineReader reader_of(const std::string& text, std::size_t block) {
    MemoryFiles files{{{"t", text}}};
    return LineReader{std::move(*files.open("t")), block};
}

std::vector<std::string> lines_of(const std::string& text, std::size_t block) {
    LineReader reader = reader_of(text, block);
    std::vector<std::string> lines;
    std::string_view line;
    while (reader.next(line)) {
        lines.emplace_back(line);
        REQUIRE(reader.number() == lines.size());
    }
    return lines;
}

}  // namespace

TEST_CASE("lines are the same whatever the block, even when one is longer than it") {
    struct Case {
        std::string text;
        std::vector<std::string> lines;
    };
    const std::vector<Case> cases{
        {"", {}},
        {"\n", {""}},
        {"a", {"a"}},
        {"a\n", {"a"}},
        {"a\nb", {"a", "b"}},
        {"a\n\nb\n", {"a", "", "b"}},
        {"one\r\ntwo\r\n", {"one", "two"}},
        {"a\rb\r\n", {"a\rb"}},
        {"\xEF\xBB\xBFone\n", {"one"}},
        {"a line that is longer than a block\nand one more\n",
         {"a line that is longer than a block", "and one more"}},
    };
    for (const Case& one : cases) {
        for (const std::size_t block : {1U, 2U, 3U, 7U, 64U}) {
            INFO(one.text << " in blocks of " << block);
            CHECK(lines_of(one.text, block) == one.lines);
        }
    }
}

TEST_CASE("a block with bytes that are no text makes its lines suspect, and the byte is found") {
    struct Case {
        std::string line;
        std::size_t place;
    };
    const std::size_t clean = std::string_view::npos;
    const std::vector<Case> cases{
        {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", clean},
        {std::string{"a\0b", 3}, 1},
        {"ab\xFF", 2},
        {"caf\xE9 con leche", 3},  // Latin-1
        {"\xC0\xAF", 0},           // overlong
        {"a\xED\xA0\x80", 1},      // a surrogate
        {"\xF4\x90\x80\x80", 0},   // above U+10FFFF
        {"\xE2\x82", 0},           // cut short
    };
    for (const Case& one : cases) {
        CHECK(find_non_text(one.line) == one.place);
        LineReader reader = reader_of("before\n" + one.line + "\nafter\n", 1024);
        std::string_view line;
        REQUIRE(reader.next(line));
        CHECK(reader.suspect() == (one.place != clean));
    }
}

TEST_CASE("a character that two blocks share is text") {
    LineReader reader = reader_of("a\n\xE2\x82\xAC\xE2\x82\xAC\n", 4);
    std::string_view line;
    while (reader.next(line)) CHECK_FALSE(reader.suspect());
}
