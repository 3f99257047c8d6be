#include "market/assignment/book_market.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "market/assignment/clearing.hpp"
#include "tests/ledger/housing/five_cells.hpp"

using namespace cellbook;

namespace {

using Names = std::vector<std::string>;

BookParties five_cells_on(const EntrySource& book, const char* day) {
    auto parties = parties_on(book, *parse_date(day));
    REQUIRE(parties);
    return *std::move(parties);
}

}  // namespace

TEST_CASE("the households that are inside on the day are in the market, and its cells") {
    const auto book = test::book_of(test::five_cells());
    const BookParties then = five_cells_on(book, "2018-02-01");
    CHECK(then.game.households ==
          Names{"inmates:i01", "inmates:i02", "inmates:i03", "inmates:i04", "inmates:i05"});
    CHECK(then.game.cells == Names{"palmar-01", "palmar-02", "palmar-03", "posta-01", "posta-02"});
    // The section that owns palmar-03 does not bid.
    CHECK(then.endowment.owner_of == std::vector<std::int32_t>{1, 2, nobody, 0, 0});
    CHECK(then.persons == std::vector<std::int64_t>{3, 2, 1, 1, 1});
    CHECK(then.places == std::vector<std::int64_t>{2, 1, 1, 2, 2});
    REQUIRE(then.seniority[0]);
    CHECK(then.seniority[0]->coefficient == parse_date("2016-05-02")->days);
    const BookParties later = five_cells_on(book, "2018-05-20");
    CHECK(later.game.households ==
          Names{"inmates:i01", "inmates:i02", "inmates:i04", "inmates:i05", "inmates:i06"});
}

TEST_CASE("a book's values follow income and quality, and notes say what is assumed") {
    const auto book = test::book_of(test::five_cells());
    BookParties parties = five_cells_on(book, "2018-05-16");
    const auto values =
        value_book(book, {.share = 0.5, .quality = std::vector<double>{1, 2, 3, 4, 5}}, parties);
    REQUIRE(values);
    CHECK(values->commodity == "BOB");
    REQUIRE(values->notes.size() >= 1);
    CHECK(values->notes[0].find("illustrative") != std::string::npos);
    CHECK(values->notes[0].find("0.5 of a month's disposable income") != std::string::npos);
    for (std::size_t h = 0; h < parties.households.size(); ++h) {
        const auto row = parties.game.row(h);
        // Quality is 1/3 of the mean in the first cell and 5/3 in the last, to half a centavo.
        CHECK(std::abs(row[4] - 5 * row[0]) <= 3);
        CHECK(row[0] >= 0);
    }
    const Clearing clearing = clear_market(parties.game);
    CHECK(clearing.surplus > 0);
}

TEST_CASE("quality is assumed from stars and room where none is given, and is never zero") {
    const auto book = test::book_of(test::five_cells());
    const BookParties parties = five_cells_on(book, "2018-05-16");
    const auto quality = assumed_quality(book, parties);
    REQUIRE(quality.size() == 5);
    CHECK(quality[3] == Approx(6 * std::sqrt(9.5 / 2)));  // posta-01: 5 stars, 9.5 m2, 2 places
    CHECK(quality[1] == Approx(3 * std::sqrt(5.5)));
}

TEST_CASE("a book without cells has no market for them") {
    const auto book =
        test::book_of("2018-01-01 dues\n    a:expenses:x  1 BOB\n    a:assets:cash\n");
    const auto none = parties_on(book, std::nullopt);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == DiagnosticCode::register_empty);
}
