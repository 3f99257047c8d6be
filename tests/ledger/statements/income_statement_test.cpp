#include "ledger/statements/income_statement.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using test::drawn;
using test::facts_of;
using Lines = std::vector<std::string>;

namespace {

const std::string town = R"(
commodity 1.00 BOB

2018-01-31 rent
    h:a:expenses:rent     300.00 BOB
    h:a:assets:cash      -300.00 BOB
    h:b:assets:cash       300.00 BOB
    h:b:income:rent      -300.00 BOB

2018-02-10 sold to somebody
    h:b:assets:cash        12.50 BOB
    h:b:income:sales      -12.50 BOB

2018-02-28 closing  ; kind:closing
    h:b:income:rent       300.00 BOB
    h:b:income:sales       12.50 BOB
    h:b:equity:retained earnings   -312.50 BOB
)";

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, {}));
}

/// (section, period, commodity) -> sum of its lines.
std::map<std::string, Sum> by_section(const Table& table) {
    std::map<std::string, Sum> sums;
    for (const auto& row : test::fact_rows(table)) {
        const std::string key = std::get<std::string>(row.cells[1]) + " " +
                                std::get<std::string>(row.cells[3]) + " " +
                                std::get<std::string>(row.cells[4]);
        sums[key] += std::get<TableAmount>(row.cells[5]).minor;
    }
    std::erase_if(sums, [](const auto& entry) { return entry.second == 0; });
    return sums;
}

}  // namespace

TEST_CASE("an income statement has natural signs and passes closing entries over") {
    const auto book = test::book_of(town);
    const auto table =
        income_statement(book, query_of({"party:h:b"}), {.columns = {.interval = Interval::month}});
    CHECK(facts_of(table) == Lines{"income | income:rent | 2018-01 | BOB | 300.00",
                                   "income | income:sales | 2018-02 | BOB | 12.50",
                                   "net_income | net income | 2018-01 | BOB | 300.00",
                                   "net_income | net income | 2018-02 | BOB | 12.50"});
    CHECK(drawn(table) == Lines{"Income | - | -", ">>income:rent | 300.00 BOB | 0",
                                ">>income:sales | 0 | 12.50 BOB",
                                "Total income | 300.00 BOB | 12.50 BOB", "Expenses | - | -",
                                "Total expenses | 0 | 0", "Net income | 300.00 BOB | 12.50 BOB"});
    CHECK(table.title == "Income statement in 2018-01-01..2018-02-28: h:b");
}

TEST_CASE("a set's statement leaves out what its members pay each other and says what is unknown") {
    const auto book = test::book_of(town);
    CHECK(facts_of(income_statement(book, {}, {})) ==
          Lines{"income | income:sales | 2018-01-31..2018-02-28 | BOB | 12.50",
                "net_income | net income | 2018-01-31..2018-02-28 | BOB | 12.50",
                "unallocated | income | 2018-01-31..2018-02-28 | BOB | 12.50"});
    CHECK(drawn(income_statement(book, {}, {})).back() == ">>income | 12.50 BOB");
    CHECK(facts_of(income_statement(book, query_of({"cur:BOB"}), {.aggregate = true})).size() == 4);
}

TEST_CASE("each party's statement stands below the other's") {
    const auto book = test::book_of(town);
    const auto table = income_statement(book, query_of({"date:2018"}), {.by_party = true});
    CHECK(facts_of(table) == Lines{"h:a | expenses | expenses:rent | 2018 | BOB | 300.00",
                                   "h:a | net_income | net income | 2018 | BOB | -300.00",
                                   "h:b | income | income:rent | 2018 | BOB | 300.00",
                                   "h:b | income | income:sales | 2018 | BOB | 12.50",
                                   "h:b | net_income | net income | 2018 | BOB | 312.50"});
    CHECK(drawn(table).front() == "h:a | -");
}

TEST_CASE("net income is income less expenses; a set's is the sum of its members'") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        test::RandomBook random{seed};
        random.add(160);
        const auto book = test::book_of(random.text());
        const ReportColumns months{.interval = Interval::month};
        for (const auto& terms : std::vector<std::vector<std::string>>{
                 {}, {"sector:households"}, {"party:h2", "party:b1"}, {"sector:sections"}}) {
            const auto consolidated =
                by_section(income_statement(book, query_of(terms), {.columns = months}));
            const auto aggregate = by_section(
                income_statement(book, query_of(terms), {.columns = months, .aggregate = true}));
            const auto members = by_section(
                income_statement(book, query_of(terms), {.columns = months, .by_party = true}));
            CHECK(aggregate == members);
            for (const auto* sums : {&consolidated, &aggregate}) {
                std::map<std::string, Sum> net;
                for (const auto& [key, sum] : *sums) {
                    const std::string column = key.substr(key.find(" 2") + 1);
                    if (key.starts_with("income")) net[column] += sum;
                    if (key.starts_with("expenses")) net[column] -= sum;
                    if (key.starts_with("net_income")) net[column] -= sum;
                }
                for (const auto& entry : net) CHECK(entry.second == 0);
            }
            for (const auto& [key, sum] : aggregate) {
                if (!key.starts_with("net")) continue;
                CHECK(consolidated.contains(key));
                CHECK(consolidated.at(key) == sum);
            }
        }
    }
}

TEST_CASE("a reversal restores the statement") {
    test::RandomBook random{5};
    random.add(80);
    const auto book = test::book_of(random.text());
    const auto last = [](const MemoryBook& of) {
        return by_section(income_statement(of, query_of({"date:2017..2019"}), {}));
    };
    const auto before = last(book);
    test::RandomBook again{5};
    again.add(81);
    again.reverse(80);
    CHECK(last(test::book_of(again.text())) == before);
}
