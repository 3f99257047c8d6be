#include "ledger/writing/csv_writer.hpp"

#include <algorithm>

#include "tests/ledger/writing/odd_book.hpp"

using namespace cellbook;

TEST_CASE("csv has a row a posting with everything said of it and its transaction") {
    const auto done = test::exported(write_csv);
    CHECK(done.text.starts_with("seq,id,date,recorded,status,code,description,"));
    CHECK(std::ranges::count(done.text, '\n') == 6);
    CHECK(
        done.text.find("7,x1,2018-03-02,2018-03-02,*,7,\"dollars \"\"cheap\"\"\",see [2018-01-01],"
                       ",,,inmates:i2,,,,,,,observed,,,,,,,,,,\"note:\"\"a, b\"\"\",1,"
                       "inmates:i1:assets:cash,inmates:i1,households,assets,cash,10.00,USD,"
                       "69.55,BOB,6.955,,,,,,,\n") != std::string::npos);
    CHECK(done.text.find(",3,inmates:i1:assets:bank 2,inmates:i1,households,assets,bank 2,0.00,BOB,"
                         ",,,,,==*,-69.55,BOB,,\n") != std::string::npos);
    CHECK(done.result.notes ==
          std::vector<std::string>{"6 declarations (parties, accounts, prices, ...) left out: csv "
                                   "holds postings alone"});
}

TEST_CASE("every row of csv has as many fields as there are names") {
    const auto done = test::exported(write_csv, {"date:2018-04"});
    std::size_t fields = 0;
    for (std::size_t at = 0; at < done.text.size();) {
        const std::size_t end = done.text.find('\n', at);
        const auto line = std::string_view{done.text}.substr(at, end - at);
        const auto commas = static_cast<std::size_t>(std::ranges::count(line, ','));
        if (fields == 0) fields = commas;
        CHECK(commas == fields);
        at = end + 1;
    }
    CHECK(fields > 40);
}
