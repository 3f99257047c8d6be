#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ledger/writing/journal_writer.hpp"
#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

struct Case {
    std::string read;
    std::string written;  ///< empty: as read
};

}  // namespace

TEST_CASE("declarations are written as the lines that declare them") {
    const std::vector<Case> cases{
        {"; party: outside:city  sector:outside\n", ""},
        {"; party: b:sauna  sector:businesses, parent:i1, opened:2018-01-05, closed:2018-12-31, "
         "quasi:yes, seats:\"a, b\"\n",
         ""},
        {"; party: a\n", "; party: a  sector:unclassified\n"},
        {"account i1:assets:cells\n", ""},
        {"account i1:assets:tools  ; financial:no, opened:2018-01-05, shelf:3\n",
         "account i1:assets:tools\n    ; financial:no, opened:2018-01-05, shelf:3\n"},
        {"account i1:assets:goods\n    ; financial:yes\n", ""},
        {"commodity 1,000.00 BOB\n", ""},
        {"commodity $1000.00\n", ""},
        {"commodity 1000. \"jam, tins\"\n", ""},
        {"commodity CIG\n", "commodity 1000. CIG\n"},
        {"commodity 1.000,00 EUR\n", "commodity 1000.00 EUR  ; style:\"1.000,00 EUR\"\n"},
        {"commodity kr1 000,0\n", "commodity kr1000.0  ; style:\"kr1 000,0\"\n"},
        {"P 2018/3/1 USD 6.9655 BOB  ; source:S45\n",
         "P 2018-03-01 USD 6.9655 BOB  ; source:S45\n"},
        {"; source: S12  Canillita, derecho de piso: 2018\n", ""},
        {"; source: S12  \"two\\nlines\"\n", ""},
        {"; source: S12  \"Canillita\" and more\n",
         "; source: S12  \"\\\"Canillita\\\" and more\"\n"},
        {"; kind: tattoo {\"title\":\"Tattoo\"}\n", ""},
        {"; convention: cell_right asset\n", ""},
        {"payee Comedor (Luz)\n", ""},
        {"tag shelf\n", ""},
        {"; lock: 2018-12-31\n", ""},
    };
    for (const Case& one : cases) {
        INFO(one.read);
        const ReadText read = read_text(one.read);
        REQUIRE(read.problems().empty());
        const auto& declaration = std::get<Declaration>(read.sink.entries.at(0).content);
        const std::string written = to_journal_text(declaration, read.chart);
        CHECK(written == (one.written.empty() ? one.read : one.written));

        const ReadText again = read_text(written);
        REQUIRE(again.problems().empty());
        CHECK(to_journal_text(std::get<Declaration>(again.sink.entries.at(0).content),
                              again.chart) == written);
    }
}
