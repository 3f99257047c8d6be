#include "ledger/statements/period_sums.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <tuple>

#include "tests/ledger/journal_fixture.hpp"

using namespace cellbook;

namespace {

const Date today = *parse_date("2018-05-16");

Query query_of(const std::vector<std::string>& terms) {
    return std::move(*Query::parse(terms, today));
}

std::string random_journal(unsigned seed) {
    std::mt19937 draw{seed};
    const auto below = [&](int bound) { return static_cast<int>(draw() % unsigned(bound)); };
    std::string text =
        "commodity 1.00 BOB\ncommodity 1.00 USD\n"
        "P 2018-02-10 USD 6.90 BOB\nP 2018-03-20 USD 7.03 BOB\n";
    const Date first = *parse_date("2018-01-10");
    for (int i = 0; i < 120; ++i) {
        const Date day{first.days + below(200)};
        const std::string party = "p" + std::to_string(below(3));
        const std::string amount = std::to_string(1 + below(900)) + ".25 ";
        const std::string symbol = below(3) == 0 ? "USD" : "BOB";
        text += to_string(day) + " n" + std::to_string(i) + "\n  " + party + ":expenses:e" +
                std::to_string(below(4)) + "  " + amount + symbol + "\n  " + party +
                ":assets:cash\n";
    }
    return text;
}

LineRule by_account(bool from_stream) {
    LineRule rule{.of_account = [](AccountId account) { return account.value; }};
    if (from_stream) {
        rule.of_posting = [](const Transaction&, const Posting& posting) {
            return posting.account.value;
        };
    }
    return rule;
}

std::vector<std::tuple<LineId, std::uint32_t, CommodityId, Sum>> comparable(
    const std::vector<SegmentSum>& sums) {
    std::vector<std::tuple<LineId, std::uint32_t, CommodityId, Sum>> all;
    for (const auto& sum : sums) {
        if (sum.sum != 0) all.emplace_back(sum.line, sum.segment, sum.commodity, sum.sum);
    }
    return all;
}

using Places = std::map<std::tuple<LineId, std::uint32_t, CommodityId>, Sum>;

Places places(const Figures& figures) {
    Places found;
    for (const auto& figure : figures.all()) {
        if (figure.sum != 0) found[{figure.line, figure.column, figure.commodity}] = figure.sum;
    }
    return found;
}

}  // namespace

TEST_CASE("a range left open reaches to whole periods, one that is set is cut") {
    const auto book = test::book_of(
        "2018-01-15 a\n  assets:x  5 B\n  income:y\n"
        "2018-03-02 a\n  assets:x  5 B\n  income:y\n");
    const auto labels = [&](const std::vector<std::string>& terms, const GridOptions& options) {
        std::vector<std::string> found;
        const PeriodGrid grid{book, query_of(terms), options};
        for (const auto& period : grid.periods()) {
            found.push_back(period.label);
        }
        return found;
    };
    using Labels = std::vector<std::string>;
    CHECK(labels({}, {.interval = Interval::month}) == Labels{"2018-01", "2018-02", "2018-03"});
    CHECK(labels({}, {}) == Labels{"2018-01-15..2018-03-02"});
    CHECK(labels({"date:2018-01-20..2018-03-01"}, {.interval = Interval::month}) ==
          Labels{"2018-01-20..2018-01-31", "2018-02"});
    CHECK(labels({"date:2018-02"}, {.compare = true}) == Labels{"2018-01", "2018-02"});
    Query never = query_of({"date:2018-02"});
    never.confine({*parse_date("2018-03-01"), {}});
    CHECK(PeriodGrid{book, never, {}}.periods().empty());
    CHECK(PeriodGrid{book, {}, {}}.open_ended());
    CHECK_FALSE(PeriodGrid{book, {}, {.interval = Interval::year}}.open_ended());
    const MemoryBook nothing;
    CHECK(PeriodGrid{nothing, {}, {}}.periods().empty());
}

TEST_CASE("kept balances and the stream give the same sums, whatever the columns") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const auto book = test::book_of(random_journal(seed));
        const auto cuts = PriceDatabase{book}.days();
        for (const Interval interval : {Interval::none, Interval::day, Interval::week,
                                        Interval::month, Interval::quarter, Interval::year}) {
            for (const auto* dates : {"date:2018", "date:2018-02-05..2018-05-20",
                                      "date:2018-03-01..", "date:..2018-04-15"}) {
                for (int shape = 0; shape < 8; ++shape) {
                    const auto query = query_of({dates, "party:p[12]"});
                    const PeriodGrid grid{book,
                                          query,
                                          {.interval = interval,
                                           .historical = (shape & 1) != 0,
                                           .compare = (shape & 2) != 0},
                                          (shape & 4) != 0 ? cuts : std::vector<Date>{}};
                    const auto kept = sum_segments(book, query, grid, by_account(false), {});
                    const auto streamed = sum_segments(book, query, grid, by_account(true), {});
                    INFO(seed << ' ' << dates << ' ' << int(interval) << ' ' << shape);
                    REQUIRE(comparable(kept) == comparable(streamed));
                    REQUIRE_FALSE(streamed.empty());
                }
            }
        }
    }
}

TEST_CASE("opening and changes give what stands at the end of each column") {
    for (unsigned seed = 10; seed < 20; ++seed) {
        const auto book = test::book_of(random_journal(seed));
        const auto query = query_of({"date:2018-02-05..2018-06"});
        const GridOptions changes{.interval = Interval::month};
        const GridOptions stands{.interval = Interval::month, .historical = true};
        for (const bool valued : {false, true}) {
            // Valued at one day's prices, an amount's value is the same wherever it is counted.
            Valuation valuation{
                book, {.when = ValuationOptions::When::date, .date = today, .currency = "USD"}};
            const auto figures = [&](const Query& of, const GridOptions& options) {
                const PeriodGrid grid{book, of, options};
                return places(figures_of(sum_segments(book, of, grid, by_account(false), {}), grid,
                                         valued ? &valuation : nullptr));
            };
            Places running = figures(query_of({"date:..2018-02-05"}), {.historical = true});
            const auto change = figures(query, changes);
            const auto stand = figures(query, stands);
            for (std::uint32_t column = 0; column < 4; ++column) {
                for (std::uint32_t line = 0; line < book.chart().account_count(); ++line) {
                    for (std::uint32_t i = 0; i < book.chart().commodity_count(); ++i) {
                        const CommodityId id{i};
                        const auto at = [&](const Places& of, std::uint32_t in) {
                            const auto found = of.find({line, in, id});
                            return found == of.end() ? Sum{0} : found->second;
                        };
                        Sum& sum = running[{line, 0, id}];
                        sum += at(change, column);
                        // Each figure is rounded for itself.
                        const Sum slack = valued ? Sum(column) + 2 : 0;
                        const Sum gap = at(stand, column) - sum;
                        REQUIRE((gap <= slack && -gap <= slack));
                    }
                }
            }
        }
    }
}

TEST_CASE("a column of comparison holds what the days before did, though the query ends there") {
    const auto book = test::book_of(
        "2018-01-15 a\n  assets:x  5 B\n  income:y\n"
        "2018-02-02 a\n  assets:x  7 B\n  income:y\n"
        "2018-02-20 a\n  assets:x  9 B\n  income:y\n");
    const auto query = query_of({"date:2018-02", "assets", "not:date:2018-02-20"});
    const PeriodGrid grid{book, query, {.compare = true}};
    const auto figures =
        figures_of(sum_segments(book, query, grid, by_account(false), {}), grid, nullptr);
    REQUIRE(figures.all().size() == 2);
    CHECK(figures.all()[0].sum == 5);
    CHECK(figures.all()[1].sum == 7);
}

TEST_CASE("amounts valued on their own days are a few prices a column") {
    const auto book = test::book_of(
        "commodity 1.00 BOB\ncommodity 1.00 USD\nP 2018-01-01 USD 6 BOB\nP 2018-01-20 USD 8 BOB\n"
        "2018-01-05 a\n  assets:x  1.00 USD\n  income:y\n"
        "2018-01-19 a\n  assets:x  1.00 USD\n  income:y\n"
        "2018-01-20 a\n  assets:x  1.00 USD\n  income:y\n"
        "2018-02-20 a\n  assets:x  1.00 USD\n  income:y\n");
    const auto query = query_of({"assets"});
    const auto figures = [&](ValuationOptions options, bool historical) {
        Valuation valuation{book, options};
        const PeriodGrid grid{
            book, query, {.interval = Interval::month, .historical = historical}, valuation.cuts()};
        std::vector<Sum> found;
        const auto made =
            figures_of(sum_segments(book, query, grid, by_account(false), {}), grid, &valuation);
        for (const auto& figure : made.all()) found.push_back(figure.sum);
        return found;
    };
    using When = ValuationOptions::When;
    CHECK(figures({.when = When::then, .currency = "BOB"}, false) == std::vector<Sum>{2000, 800});
    CHECK(figures({.when = When::then, .currency = "BOB"}, true) == std::vector<Sum>{2000, 2800});
    CHECK(figures({.when = When::end, .currency = "BOB"}, true) == std::vector<Sum>{2400, 3200});
    CHECK(figures({.when = When::date, .date = *parse_date("2018-01-02"), .currency = "BOB"},
                  false) == std::vector<Sum>{1800, 600});
}

TEST_CASE("what closing entries did is passed over") {
    const auto book = test::book_of(
        "2018-01-15 a\n  i1:expenses:food  5 B\n  i1:assets:cash\n"
        "2018-01-31 close  ; kind:closing\n  i1:expenses:food  -5 B\n"
        "  i1:equity:retained earnings  5 B\n");
    const auto query = query_of({"expenses"});
    const PeriodGrid grid{book, query, {}};
    const auto sum = [&](bool pass_over) {
        Sum all = 0;
        for (const auto& segment :
             sum_segments(book, query, grid, by_account(false), {.pass_over_closing = pass_over})) {
            all += segment.sum;
        }
        return all;
    };
    CHECK(sum(false) == 0);
    CHECK(sum(true) == 5);
}

TEST_CASE("sums stay in memory that their result takes, in order") {
    SegmentSums sums;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        sums.add(i % 7, i % 5, CommodityId{i % 2}, 1);
    }
    const auto all = std::move(sums).finish();
    CHECK(all.size() == 70);
    CHECK(std::ranges::is_sorted(all, {}, [](const SegmentSum& sum) {
        return std::tuple{sum.line, sum.segment, sum.commodity};
    }));
    Sum total = 0;
    for (const auto& sum : all) total += sum.sum;
    CHECK(total == 100'000);
}
