#include "ledger/statements/cash_flow.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

#include "ledger/statements/account_sums.hpp"
#include "tests/ledger/journal_fixture.hpp"
#include "tests/ledger/statements/random_books.hpp"
#include "tests/ledger/statements/table_text.hpp"

using namespace cellbook;
using Lines = std::vector<std::string>;
using When = ValuationOptions::When;

namespace {

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, *parse_date("2018-05-16")));
}

Lines facts(const EntrySource& book, const std::vector<std::string>& terms,
            const CashFlowOptions& options = {}) {
    return test::facts_of(cash_flow(book, query_of(terms), options));
}

/// By period and commodity: what each section adds up to.
using Totals =
    std::map<std::tuple<std::string, std::string, std::string>, std::map<std::string, Sum>>;

/// Party, period and commodity -> section -> sum.
Totals totals_of(const Table& table) {
    Totals totals;
    for (const auto& row : table.rows) {
        const auto text = [&](std::size_t i) { return std::get<std::string>(row.cells[i]); };
        totals[{text(0), text(3), text(4)}][text(1)] += std::get<TableAmount>(row.cells[5]).minor;
    }
    return totals;
}

void check_identity(const Table& table) {
    for (const auto& [place, sections] : totals_of(table)) {
        INFO(std::get<0>(place) << ' ' << std::get<1>(place) << ' ' << std::get<2>(place));
        Sum sum = 0;
        Sum closing = 0;
        Sum change = 0;
        for (const auto& [section, amount] : sections) {
            if (section == "closing") {
                closing = amount;
            } else if (section == "change") {
                change = amount;
            } else if (section != "unallocated") {
                sum += amount;
            }
        }
        CHECK(sum == closing);
        const auto opening = sections.find("opening");
        CHECK((opening == sections.end() ? 0 : opening->second) + change == closing);
    }
}

/// Section and line -> sum, over all periods.
std::map<std::string, Sum> lines_of(const Table& table) {
    std::map<std::string, Sum> lines;
    for (const auto& row : table.rows) {
        const auto text = [&](std::size_t i) { return std::get<std::string>(row.cells[i]); };
        const Sum sum = std::get<TableAmount>(row.cells[5]).minor;
        if (text(1) == "opening" || text(1) == "closing") continue;
        lines[text(1) + " " + text(2) + " " + text(4)] += sum;
    }
    std::erase_if(lines, [](const auto& line) { return line.second == 0; });
    return lines;
}

const std::string town = R"(
; party: i1  sector:households
; party: b1  sector:businesses
; party: o1  sector:outside
commodity 1.00 BOB
commodity 1.00 USD

2018-01-31 opening
    i1:assets:cash         100.00 BOB
    i1:equity:opening     -100.00 BOB

2018-02-01 lunch
    i1:expenses:meals       12.00 BOB
    i1:assets:cash         -12.00 BOB
    b1:assets:cash          12.00 BOB
    b1:income:sales        -12.00 BOB
    b1:expenses:goods_sold   5.00 BOB
    b1:assets:goods         -5.00 BOB

2018-02-02 rice
    b1:assets:goods         20.00 BOB
    b1:assets:cash         -20.00 BOB
    o1:assets:cash          20.00 BOB
    o1:income:sales        -20.00 BOB

2018-02-03 dollars
    i1:assets:bank:usd       5.00 USD @ 6.90 BOB
    i1:assets:cash         -34.50 BOB
    o1:assets:cash          34.50 BOB
    o1:assets:cash          -5.00 USD @ 6.90 BOB

2018-02-04 a loan and a raid
    b1:assets:loans          3.00 BOB
    b1:equity:volume         1.00 BOB
    b1:assets:cash          -4.00 BOB

2018-02-05 paid abroad, in dollars
    i1:expenses:books       13.80 BOB
    i1:assets:bank:usd      -2.00 USD @@ 13.80 BOB
)";

}  // namespace

TEST_CASE("cash flows stand in their sections, with what was exchanged beside them") {
    const auto book = test::book_of(town);
    CHECK(facts(book, {"party:i1", "date:2018-02"}) ==
          Lines{"opening |  | 2018-02 | BOB | 100.00",
                "operating | expenses:books | 2018-02 | BOB | -13.80",
                "operating | expenses:meals | 2018-02 | BOB | -12.00",
                "exchange |  | 2018-02 | BOB | -20.70", "exchange |  | 2018-02 | USD | 3.00",
                "change |  | 2018-02 | BOB | -46.50", "change |  | 2018-02 | USD | 3.00",
                "closing |  | 2018-02 | BOB | 53.50", "closing |  | 2018-02 | USD | 3.00"});
    CHECK(facts(book, {"party:b1", "date:2018-02"}) ==
          Lines{"operating | assets:goods | 2018-02 | BOB | -20.00",
                "operating | income:sales | 2018-02 | BOB | 12.00",
                "investing | assets:loans | 2018-02 | BOB | -3.00",
                "other_changes | equity:volume | 2018-02 | BOB | -1.00",
                "change |  | 2018-02 | BOB | -12.00", "closing |  | 2018-02 | BOB | -12.00"});
    CHECK(facts(book, {"party:i1", "date:2018-01"}) ==
          Lines{"opening_balances | equity:opening | 2018-01 | BOB | 100.00",
                "change |  | 2018-01 | BOB | 100.00", "closing |  | 2018-01 | BOB | 100.00"});
}

TEST_CASE("a set leaves out what its members pay each other, unless it is an aggregate") {
    const auto book = test::book_of(town);
    const std::vector<std::string> terms{"not:sector:outside", "date:2018-02"};
    const auto has = [](const Lines& lines, const std::string& line) {
        return std::ranges::find(lines, line) != lines.end();
    };
    const Lines consolidated = facts(book, terms);
    CHECK_FALSE(has(consolidated, "operating | income:sales | 2018-02 | BOB | 12.00"));
    CHECK_FALSE(has(consolidated, "operating | expenses:meals | 2018-02 | BOB | -12.00"));
    CHECK(has(consolidated, "operating | assets:goods | 2018-02 | BOB | -20.00"));
    CHECK(has(consolidated, "unallocated |  | 2018-02 | BOB | -16.80"));
    const Lines aggregate = facts(book, terms, {.aggregate = true});
    CHECK(has(aggregate, "operating | income:sales | 2018-02 | BOB | 12.00"));
    CHECK(has(aggregate, "operating | expenses:meals | 2018-02 | BOB | -12.00"));
    CHECK(has(aggregate, consolidated.back().starts_with("unallocated")
                             ? consolidated[consolidated.size() - 2]
                             : consolidated.back()));
    CHECK(has(facts(book, terms, {.by_party = true}),
              "b1 | operating | income:sales | 2018-02 | BOB | 12.00"));
}

TEST_CASE("terms on accounts choose which cash is meant; the rest is a transfer") {
    const auto book = test::book_of(town + R"(
2018-02-06 to the bank
    i1:assets:bank:bob       8.00 BOB
    i1:assets:cash          -8.00 BOB
)");
    CHECK(facts(book, {"bank:bob"}) ==
          Lines{"transfers | assets:cash | 2018-01-31..2018-02-06 | BOB | 8.00",
                "change |  | 2018-01-31..2018-02-06 | BOB | 8.00",
                "closing |  | 2018-01-31..2018-02-06 | BOB | 8.00"});
    CHECK(facts(book, {"party:i1", "desc:lunch"}, {.depth = 1, .pivot = {}}) ==
          Lines{"operating | expenses | 2018-01-31..2018-02-06 | BOB | -12.00",
                "change |  | 2018-01-31..2018-02-06 | BOB | -12.00",
                "closing |  | 2018-01-31..2018-02-06 | BOB | -12.00"});
    CHECK(facts(book, {"party:i1", "date:2018-02", "cur:USD"}, {.pivot = "with"}) ==
          Lines{"exchange |  | 2018-02 | USD | 3.00", "change |  | 2018-02 | USD | 3.00",
                "closing |  | 2018-02 | USD | 3.00"});
}

TEST_CASE("when valued, what prices did to the cash held is a gain, and the columns still sum") {
    const auto book = test::book_of(town + R"(
P 2018-01-01 USD 6.90 BOB
P 2018-03-10 USD 7.00 BOB
)");
    CHECK(facts(book, {"party:i1", "date:2018-03"},
                {.columns = {.valuation = ValuationOptions{.currency = "BOB"}}}) ==
          Lines{"opening |  | 2018-03 | BOB | 74.20", "holding_gains |  | 2018-03 | BOB | 0.30",
                "change |  | 2018-03 | BOB | 0.30", "closing |  | 2018-03 | BOB | 74.50"});
}

TEST_CASE("in random books cash opens, flows and closes at what the accounts say") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(150);
        const auto book = test::book_of(drawn.text() +
                                        "P 2017-12-15 USD 6.90 BOB\nP 2018-01-20 USD 7.1 BOB\n"
                                        "P 2018-03-02 USD 6.8 BOB\n");
        for (const auto* set : {"sector:.*", "sector:households", "party:h1", "not:party:o1"}) {
            INFO(seed << ' ' << set);
            const std::vector<std::string> terms{
                std::string{set} == "sector:.*" ? "not:party:nobody" : set};
            for (const auto when : {When::end, When::then, When::date}) {
                const ValuationOptions valued{
                    .when = when, .date = *parse_date("2018-02-01"), .currency = "BOB"};
                check_identity(
                    cash_flow(book, query_of(terms),
                              {.columns = {.interval = Interval::month, .valuation = valued}}));
            }
            const ReportColumns months{.interval = Interval::month};
            const Table consolidated = cash_flow(book, query_of(terms), {.columns = months});
            check_identity(consolidated);
            check_identity(cash_flow(book, query_of(terms), {.columns = months, .by_party = true}));
            // Closing cash of February is what the cash accounts stand at.
            for (const auto* commodity : {"BOB", "USD"}) {
                auto with_cash = terms;
                with_cash.insert(with_cash.end(), {"assets:cash$", std::string{"cur:"} + commodity,
                                                   "date:..2018-03-01"});
                const AccountSums sums =
                    sum_postings(book, query_of(with_cash), {.historical = true});
                Sum stands = 0;
                for (std::uint32_t i = 0; i < sums.account_bound(); ++i) {
                    for (const auto& entry : sums.of(AccountId{i})) stands += entry.second;
                }
                CHECK(totals_of(consolidated)[{"", "2018-02", commodity}]["closing"] == stands);
            }
        }
    }
}

TEST_CASE("parties' cash flows add up to the aggregate, whose change is the consolidated one") {
    for (unsigned seed = 11; seed <= 16; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(100);
        const auto book = test::book_of(drawn.text());
        const std::vector<std::string> terms{"not:party:o1"};
        const Table aggregate = cash_flow(book, query_of(terms), {.aggregate = true});
        const Table parties = cash_flow(book, query_of(terms), {.by_party = true});
        CHECK(lines_of(parties) == lines_of(aggregate));
        auto consolidated = lines_of(cash_flow(book, query_of(terms), {}));
        CHECK(consolidated != lines_of(aggregate));
        for (const auto* line : {"change  BOB", "change  USD", "exchange  BOB", "exchange  USD"}) {
            CHECK(consolidated[line] == lines_of(aggregate)[line]);
        }
    }
}

TEST_CASE("the row total opens with the first column and closes with the last") {
    const auto book = test::book_of(town);
    const ReportColumns columns{.interval = Interval::month, .row_total = true};
    Lines totals;
    for (const auto& line : facts(book, {"party:i1", "cur:BOB"}, {.columns = columns})) {
        if (line.find("| total |") != std::string::npos) totals.push_back(line);
    }
    CHECK(totals == Lines{"operating | expenses:books | total | BOB | -13.80",
                          "operating | expenses:meals | total | BOB | -12.00",
                          "opening_balances | equity:opening | total | BOB | 100.00",
                          "exchange |  | total | BOB | -20.70", "change |  | total | BOB | 53.50",
                          "closing |  | total | BOB | 53.50"});
}

TEST_CASE("reversals restore a cash flow") {
    for (unsigned seed = 21; seed <= 24; ++seed) {
        test::RandomBook drawn{seed};
        drawn.add(50);
        for (std::size_t i = 0; i < 50; ++i) drawn.reverse(i);
        const auto book = test::book_of(drawn.text());
        CHECK(lines_of(cash_flow(book, query_of({"not:party:o1"}), {})).empty());
    }
}
