#include "ledger/statements/stats.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::facts_of;

namespace {

const std::string town = R"(
; party: inmates:i1  sector:households
; party: inmates:i2  sector:households
; party: sections:posta  sector:sections
; source: S12  a newspaper
commodity 1.00 BOB

2018-03-01 dues of i1  ; kind:section_dues, source:S12, id:d1
    inmates:i1:expenses:dues        20.00 BOB
    inmates:i1:assets:cash         -20.00 BOB
    sections:posta:assets:cash      20.00 BOB
    sections:posta:income:dues     -20.00 BOB

2018-03-02 dues of i2  ; kind:section_dues, standing:assumed, id:d2
    inmates:i2:expenses:dues        60.00 BOB
    inmates:i2:assets:cash         -60.00 BOB
    sections:posta:assets:cash      60.00 BOB
    sections:posta:income:dues     -60.00 BOB
)";

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
}

}  // namespace

TEST_CASE("stats count what a book holds and weigh how well it is known") {
    const auto book = test::book_of(town);
    const auto lines = facts_of(stats(book, {}));
    for (const auto* wanted :
         {"transactions |  | - | 2 | -", "postings |  | - | 8 | -",
          "first day |  | - | 2018-03-01 | -", "last day |  | - | 2018-03-02 | -",
          "parties |  | - | 3 | -", "parties | households | - | 2 | -",
          "parties | sections | - | 1 | -", "accounts |  | - | 6 | -",
          "standing | observed | - | 1 | -", "standing | assumed | - | 1 | -",
          "flow | observed | BOB | 20.00 | 25.0", "flow | assumed | BOB | 60.00 | 75.0",
          "source | S12 | - | 1 | -"}) {
        INFO(wanted);
        CHECK(has(lines, wanted));
    }
    CHECK(has(lines, "digest |  | - | " + to_hex(book.digest()) + " | -"));
}

TEST_CASE("stats of a query count what matches") {
    const auto book = test::book_of(town);
    const std::vector<std::string> terms{"source:S12"};
    const auto lines = facts_of(stats(book, *Query::parse(terms, *parse_date("2018-05-16"))));
    CHECK(has(lines, "transactions |  | - | 1 | -"));
    CHECK(has(lines, "flow | observed | BOB | 20.00 | 100.0"));
}

TEST_CASE("what was reversed is not counted and does not weigh") {
    const auto book = test::book_of(town + R"(
2018-03-03 never paid  ; reverses:d2, reason:never paid, standing:assumed
    inmates:i2:expenses:dues       -60.00 BOB
    inmates:i2:assets:cash          60.00 BOB
    sections:posta:assets:cash     -60.00 BOB
    sections:posta:income:dues      60.00 BOB
)");
    const auto lines = facts_of(stats(book, {}));
    CHECK(has(lines, "transactions | reversals | - | 1 | -"));
    CHECK(has(lines, "standing | observed | - | 1 | -"));
    CHECK(has(lines, "flow | observed | BOB | 20.00 | 100.0"));
    CHECK(has(lines, "flow | assumed | BOB | 0.00 | 0.0"));
}

TEST_CASE("where prices or quantities are known otherwise than the whole, they are counted too") {
    const auto book = test::book_of(town + R"(
2018-03-04 soap  ; standing:assumed, standing-price:observed
    inmates:i1:expenses:soap         3.00 BOB
    inmates:i1:assets:cash          -3.00 BOB
)");
    const auto lines = facts_of(stats(book, {}));
    for (const auto* wanted :
         {"standing | observed | - | 1 | -", "standing | assumed | - | 2 | -",
          "standing of price | observed | - | 2 | -", "standing of price | assumed | - | 1 | -",
          "standing of quantity | observed | - | 1 | -",
          "standing of quantity | assumed | - | 2 | -"}) {
        INFO(wanted);
        CHECK(has(lines, wanted));
    }
    for (const auto& line : facts_of(stats(test::book_of(town), {}))) {
        CHECK_FALSE(line.starts_with("standing of"));
    }
}

TEST_CASE("a percentage is rounded half to even") {
    const auto text = [](Sum part, Sum whole) { return to_string(percentage(part, whole)); };
    CHECK(text(1, 3) == "33.3");
    CHECK(text(2, 3) == "66.7");
    CHECK(text(1, 2000) == "0.0");  // 0.05
    CHECK(text(3, 2000) == "0.2");  // 0.15
    CHECK(text(-1, 3) == "-33.3");
    CHECK(text(7, 7) == "100.0");
}
