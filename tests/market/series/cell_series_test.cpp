#include "market/series/cell_series.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "ledger/property/read_property.hpp"
#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

std::string town() {
    std::ifstream file{std::string{CELLBOOK_SOURCE_DIR} + "/tests/cli/town/cells.journal"};
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("cells are rows with what they are like, and rents of those let on the day") {
    const auto book = test::book_of(town());
    const auto property = read_property(book);
    const auto series = cell_series(book, property, *parse_date("2018-05-10"), {});
    REQUIRE(series.has_value());
    const DataFrame& frame = series->frame;
    CHECK(frame.rows == 5);
    CHECK(frame.observed_count() == 0);
    CHECK(series->commodity == "BOB");
    CHECK(frame.find("cell")->label(1) == "posta-02");
    CHECK(frame.find("rent")->number(1).high == 480);
    CHECK(frame.find("rent")->is_missing(0));
    CHECK(frame.find("area")->number(0).high == 9.5);
    CHECK(frame.find("age")->number(0).high == Approx(1.77).margin(0.01));
    const auto one =
        cell_series(book, property, *parse_date("2018-05-10"), {.sections = {"posta"}});
    CHECK(one->frame.rows == 2);
}

TEST_CASE("cells of a book without a register are refused") {
    const auto book = test::book_of("2018-01-01 x\n  a:assets:x  1 BOB\n  a:income:y  -1 BOB\n");
    CHECK(cell_series(book, read_property(book), Date{}, {}).error().code ==
          DiagnosticCode::register_empty);
}
