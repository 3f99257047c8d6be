#include "ledger/reading/csv_header.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace cellbook;

TEST_CASE("the header is the first line that is neither empty nor a comment") {
    using Names = std::vector<std::string_view>;
    struct Case {
        std::string beginning;
        Names columns;
    };
    for (const auto& [beginning, columns] : std::vector<Case>{
             {"", {}},
             {"# only a comment", {}},
             {"\n \r\n", {}},
             {"a", {"a"}},
             {"a,b\n1,2\n", {"a", "b"}},
             {"a;b", {"a", "b"}},
             {"\xEF\xBB\xBF# synthetic\r\n\r\n  a , \"b\" ,\"c d\"\r\n1", {"a", "b", "c d"}},
             {",a,", {"", "a", ""}},
             {"\"", {"\""}},
             {"a,b,cut of", {"a", "b", "cut of"}},
         }) {
        INFO(beginning);
        CHECK(header_columns(beginning) == columns);
    }
}
