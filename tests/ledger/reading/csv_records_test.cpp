#include "ledger/reading/csv_records.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

std::unique_ptr<TextStream> stream_of(const std::string& text) {
    MemoryFiles files{{{"a.csv", text}}};
    return *files.open("a.csv");
}

/// Every record as `line: field|field`, a refused one as `line:column code`.
std::vector<std::string> records_of(const std::string& text) {
    CsvRecords records{stream_of(text)};
    std::vector<std::string> found;
    for (auto next = records.next(); next != CsvRecords::Next::end; next = records.next()) {
        if (next == CsvRecords::Next::refused) {
            const auto& why = records.why();
            found.push_back(std::to_string(why.position.line) + ":" +
                            std::to_string(why.position.column) + " " +
                            std::string{to_string(why.code)});
            continue;
        }
        std::string record = std::to_string(records.line()) + ": ";
        for (const auto& field : records.fields()) {
            record += (&field == &records.fields().front() ? "" : "|") + std::string{field.text};
        }
        found.push_back(record);
    }
    return found;
}

using Records = std::vector<std::string>;

}  // namespace

TEST_CASE("fields are separated by commas, and blanks around them do not count") {
    CHECK(records_of("a,b\n c ,\td,\n,\nlast") == Records{"1: a|b", "2: c|d|", "3: |", "4: last"});
    CHECK(records_of("").empty());
    CHECK(records_of("\n\r\n  \n").empty());
}

TEST_CASE("quotes hold commas, line breaks, quotes and blanks") {
    CHECK(records_of("\"a,b\" , \"c \"\"d\"\" \"\n\"\",x\n") ==
          Records{"1: a,b|c \"d\" ", "2: |x"});
    CHECK(records_of("\"two\r\nlines\",x\r\ny\r\n") == Records{"1: two\nlines|x", "3: y"});
    CHECK(records_of("a,\"\n\n\",b\nc") == Records{"1: a|\n\n|b", "4: c"});
}

TEST_CASE("comments stand before the first record only") {
    CHECK(records_of("# one\n\n# two\na\n#b\n") == Records{"4: a", "5: #b"});
}

TEST_CASE("a stray quote costs its own line and no more") {
    CHECK(records_of("a\n\"b\nc\nd\n") ==
          Records{"1: a", "2:1 events_quote_invalid", "3: c", "4: d"});
    CHECK(records_of("x,\"b\nc\nd,\"e\"\n") ==
          Records{"3:4 events_quote_invalid", "2: c", "3: d|e"});
    CHECK(records_of("\"b\" c\nd\n") == Records{"1:5 events_quote_invalid", "2: d"});
    CHECK(records_of("b\"c\nd\n") == Records{"1:2 events_quote_invalid", "2: d"});
    const std::string long_text(2 * CsvRecords::longest_field, 'x');
    CHECK(records_of("\"" + long_text + "\n" + "y\n") ==
          Records{"1:1 events_quote_invalid", "2: y"});
}

TEST_CASE("bytes that are no text are refused where they stand and not shown") {
    CHECK(records_of("a\nb,\xFF,c\nd\n") == Records{"1: a", "2:3 text_not_utf8", "3: d"});
    CHECK(records_of(std::string("a\0b\nc", 5)) == Records{"1:2 text_not_utf8", "2: c"});
    CsvRecords records{stream_of("b,\xFF,c\n")};
    REQUIRE(records.next() == CsvRecords::Next::refused);
    CHECK(records.why().excerpt == "b,");
}

TEST_CASE("a field knows its line and column, and the line is shown") {
    CsvRecords records{stream_of("a, \"b\nc\" ,d\n")};
    REQUIRE(records.next() == CsvRecords::Next::record);
    REQUIRE(records.fields().size() == 3);
    CHECK(records.fields()[1].line == 1);
    CHECK(records.fields()[1].column == 4);
    CHECK(records.fields()[2].line == 2);
    CHECK(records.fields()[2].column == 5);
    CHECK(records.excerpt(1) == "a, \"b");
    CHECK(records.excerpt(2) == "c\" ,d");
}
