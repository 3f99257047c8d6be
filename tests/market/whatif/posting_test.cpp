#include "market/whatif/posting.hpp"

#include <cmath>
#include <map>

#include "market/pricing/solve.hpp"
#include "market/series/numbers.hpp"
#include "tests/market/whatif/asked.hpp"

using namespace cellbook;
using test::SmallPrison;

namespace {

constexpr DateRange march{.begin = Date{17591}, .end = Date{17622}};  // of 2018
constexpr Closure partial{.incomes = false, .section_budgets = false};

/// A column for each parameter that a kind may take.
const std::string wide_header =
    "date,kind,payer,payee,amount,commodity,product,quantity,cell,tag:section,tag:levy_rate,"
    "tag:buyer_levy_rate,tag:stock_cost\n";

MemoryBook book_with(const std::string& events, const std::string& wide_rows = {},
                     const std::string& journal = {}) {
    MemoryBook book = test::small_book(events, journal);
    if (wide_rows.empty()) return book;
    MemoryFiles files{{{"wide.csv", wide_header + wide_rows}}};
    const auto report = book.read(files, {"wide.csv"}, {}, KindTable::standard());
    for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    return book;
}

/// A question put to a book, its solution, and the book that it is posted as.
struct Posted {
    std::unique_ptr<Economy> economy{};
    Policy policy{};
    Solution solution{};
    PostedSolution posted{};

    Posted(const MemoryBook& source, const std::vector<std::string>& settings,
           const Closure& closure = partial) {
        auto read = Economy::read(source, {.dates = march});
        REQUIRE(read);
        economy = *std::move(read);
        auto asked = test::ask(*economy, test::shocks_of(settings));
        if (!asked) UNSCOPED_INFO(to_string(asked.error()));
        REQUIRE(asked);
        policy = asked->policy;
        ParameterSet parameters;
        REQUIRE_FALSE(
            parameters.set(fixed_parameter("demand.elasticity", -0.5, ParameterOrigin::given),
                           economy->baseline()));
        solution = solve(economy->circle(), policy,
                         parameters.resolve(economy->baseline(), DemandForm::isoelastic, closure));
        REQUIRE(solution.converged);
        posted = post_solution(*economy, policy, solution,
                               {.scenario = "it", .scenario_hash = "abc", .version = "1"});
    }

    MemoryBook book() const {
        MemoryBook made;
        MemoryFiles files{{{"baseline", posted.text}, {"solution", posted.events_text}}};
        const auto report = made.read(files, {"baseline", "solution"}, {}, KindTable::standard());
        for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(report.ok());
        return made;
    }
    /// The one event of a kind and product.
    [[nodiscard]] const Event& event(std::string_view kind, std::string_view product = {}) const {
        const auto is_it = [&](const Event& each) {
            return each.kind == kind && (product.empty() || each.product == product);
        };
        INFO(kind);
        REQUIRE(std::ranges::count_if(posted.events, is_it) == 1);
        return *std::ranges::find_if(posted.events, is_it);
    }
    [[nodiscard]] bool has(std::string_view kind) const {
        return std::ranges::find(posted.events, kind, &Event::kind) != posted.events.end();
    }
    [[nodiscard]] bool says(std::string_view words) const {
        return posted.text.find(words) != std::string::npos;
    }
};

/// What every account holds at the end of each month, but for empty ones.
std::map<std::string, std::int64_t> balances(const MemoryBook& book) {
    std::map<std::string, std::int64_t> sums;
    book.for_each_month_balance({}, {}, [&](const MonthBalance& balance) {
        if (balance.sum == 0) return;
        sums[book.chart()[balance.account].name + " " + book.chart()[balance.commodity].symbol +
             " " + to_string(balance.month)] = static_cast<std::int64_t>(balance.sum);
    });
    return sums;
}

const std::string march_food = "2018-03-03,food_allowance,state:prison,inmates:ana,124,BOB,,62\n";
const std::string february =
    "2018-02-10,section_dues,inmates:ana,sections:posta,11,BOB\n"
    "2018-02-20,loan,inmates:bea,inmates:ana,50,BOB\n";
const std::string april = "2018-04-02,service,inmates:ana,inmates:bea,99,BOB,haircut,1\n";

}  // namespace

TEST_CASE("a solution that changes nothing is posted as the book, to the centavo") {
    const std::string wide =
        "2018-03-09,shop_sale,inmates:bea,businesses:kiosk,30.33,BOB,soap,10,,,,,12.34\n"
        "2018-03-11,shop_sale,inmates:bea,businesses:kiosk,10.01,BOB,soap,3,,,,,4.05\n"
        "2018-03-21,cell_sale,inmates:bea,inmates:ana,800,BOB,,,posta-01,sections:posta,,0.1,\n";
    const auto source = book_with(february + test::small_events, wide);
    const Posted same{source, {}, {}};
    CHECK(balances(same.book()) == balances(source));
    CHECK(same.posted.rounding < 1e-9);
    CHECK(std::abs(same.posted.total_rounding) < 1e-9);
    CHECK(same.posted.left_out == 0);
    CHECK(same.posted.taken_over == 0);
    // Each month, pair, kind and product once: soap was sold on two days.
    CHECK(same.posted.aggregated == source.transaction_count() - 2);
    CHECK(same.posted.events.size() + 1 == static_cast<std::size_t>(same.posted.aggregated));
    CHECK(same.event("shop_sale", "soap").date == *parse_date("2018-03-11"));
}

TEST_CASE("a posted book has no more and no less than the period's end") {
    const auto source = book_with(february + test::small_events + april);
    const Posted same{source, {}};
    auto expected = balances(source);
    std::erase_if(expected, [](const auto& each) { return each.first.ends_with("2018-04"); });
    CHECK(balances(same.book()) == expected);
}

TEST_CASE("every event is simulated, of the source model, whose citation is the stamp") {
    const Posted same{book_with(test::small_events), {}};
    for (const Event& event : same.posted.events) {
        CHECK(event.standings.whole == Standing::simulated);
        CHECK(event.source == "model");
    }
    CHECK(
        same.posted.text.starts_with("; source: model  cellbook 1, what if it, scenario abc, "
                                     "baseline " +
                                     same.economy->baseline().digest + "\n"));
}

TEST_CASE("what is posted of a kind and product is what the solution says") {
    const Posted dear{
        book_with(test::small_events), {"price.soup=+20%", "income.family=-10%"}, Closure{}};
    const Baseline& baseline = dear.economy->baseline();
    // A levy is booked with its sale, and loans are no payments.
    std::map<std::string, double> solved;
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        const std::string& kind = baseline.kinds[baseline.payments[i].kind];
        if (!baseline.payments[i].foreign && kind != "cell_sale") {
            solved[kind] += dear.solution.paid[i];
        }
    }
    std::map<std::string, double> posted;
    std::map<std::string, double> events;
    for (const Event& event : dear.posted.events) {
        if (event.commodity != "BOB" || event.kind == "cell_sale" || event.kind == "loan") continue;
        posted[event.kind] += to_double(*event.amount);
        events[event.kind] += 1;
    }
    for (const AddedPayment& added : dear.solution.added) {
        if (added.sort == AddedPayment::Sort::drawings && added.amount > 0) {
            solved["owner_drawings"] += added.amount;
        }
    }
    for (const auto& [kind, amount] : solved) {
        INFO(kind);
        CHECK(posted[kind] == Approx(amount).margin(0.005 * events[kind] + 1e-9));
    }
    CHECK(posted["family_income"] == Approx(0.9 * (300 + 900 + 250)));
    CHECK(posted["restaurant_meal"] != Approx(180).margin(0.02));
    dear.book();
}

TEST_CASE("what rounding leaves is reported, and is below half a unit an event") {
    const Posted dear{book_with(test::small_events), {"price.soup=+13%"}, Closure{}};
    const double centavo = 0.01;
    const auto events = static_cast<double>(dear.posted.events.size());
    CHECK(dear.posted.rounding > 0);
    CHECK(dear.posted.rounding <= events * centavo / 2);
    CHECK(std::abs(dear.posted.total_rounding) <= events * centavo / 2);
    // All that is paid, less all that the solution pays.
    double difference = 0;
    for (const Event& event : dear.posted.events) {
        if (event.commodity == "BOB" && event.kind != "loan" && event.kind != "cell_sale") {
            difference += to_double(*event.amount);
        }
    }
    const Baseline& baseline = dear.economy->baseline();
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        const bool other = baseline.payments[i].foreign ||
                           baseline.kinds[baseline.payments[i].kind] == "cell_sale";
        if (!other) difference -= dear.solution.paid[i];
    }
    for (const AddedPayment& added : dear.solution.added) difference -= std::abs(added.amount);
    // The cell's price did not move, so that its event is exact.
    CHECK(to_double(*dear.event("cell_sale").amount) == 1000);
    CHECK(dear.posted.total_rounding == Approx(difference).margin(1e-9));
}

TEST_CASE("a payment that falls below half a unit falls away") {
    const std::string little =
        test::small_events + "2018-03-22,service,inmates:eva,inmates:bea,0.01,BOB,stamp,1\n";
    const Posted dear{book_with(little), {"price.stamp=x10000"}};
    CHECK(dear.has("service"));
    const Posted none{book_with(little), {"allowance=0"}};
    CHECK_FALSE(none.has("food_allowance"));
    CHECK(none.posted.left_out >= 3);
    none.book();
}

TEST_CASE("a tax arrives at the section as dues of its buyers, while they live") {
    const std::string line = "; party: inmates:eva  sector:households";
    const std::string purchase =
        "2018-03-02,shop_sale,inmates:gil,businesses:kiosk,40,BOB,bread,40\n";
    const struct {
        std::string closed;
        std::string day;
    } cases[] = {{"", "2018-03-31"}, {", closed:2018-03-24", "2018-03-24"}};
    for (const auto& each : cases) {
        INFO(each.closed);
        std::string journal = test::small_register;
        journal.insert(journal.find(line),
                       "; party: inmates:gil  sector:households" + each.closed + "\n");
        const auto source = test::small_book(purchase, {}, journal);
        const Posted taxed{source, {"tax.bread=10%"}};
        const Event& tax = taxed.event("section_dues", "tax");
        CHECK(tax.payer == "inmates:gil");
        CHECK(tax.payee == "sections:posta");
        CHECK(to_string(tax.date) == each.day);
        REQUIRE(taxed.solution.added.size() == 1);
        CHECK(taxed.solution.added.front().amount > 3);
        CHECK(to_double(*tax.amount) == Approx(taxed.solution.added.front().amount).margin(0.005));
        taxed.book();
    }
}

TEST_CASE("foreign money keeps its own amount, and is worth what the scenario says") {
    const Posted dear{book_with(test::small_events), {"exchange_rate=x1.2"}};
    const auto dollars = std::ranges::find(dear.posted.events, "USD", &Event::commodity);
    REQUIRE(dollars != dear.posted.events.end());
    CHECK(to_string(*dollars->amount) == "10.00");
    CHECK(dear.says("P 2018-03-01 USD 8.28 BOB\n"));
    dear.book();
}

TEST_CASE("a cost of goods sold follows the quantity") {
    const Posted dear{
        book_with(test::small_events,
                  "2018-03-09,shop_sale,inmates:bea,businesses:kiosk,30,BOB,soap,10,,,,,12\n"),
        {"price.soap=x1.44"}};
    // At an elasticity of -0.5 a price 1.44 times as high sells 1/1.2 as much, for 1.2 times as
    // much money.
    const Event& soap = dear.event("shop_sale", "soap");
    CHECK(to_string(*soap.amount) == "36.00");
    CHECK(to_double(*soap.quantity) == Approx(10 / 1.2).margin(1e-6));
    CHECK(soap.tag("stock_cost") == "10.00");
    dear.book();
}

TEST_CASE("sales of cells keep their days, each by itself, and the levy has its new rate") {
    const struct {
        std::string sales;
        std::string told;
    } cases[] = {
        {"2018-03-20,cell_sale,inmates:dora,inmates:eva,1000,BOB,,,palmar-01,sections:palmar,"
         "0.05,,\n"
         "2018-03-21,cell_sale,inmates:dora,inmates:eva,800,BOB,,,palmar-02,sections:palmar,0.05,"
         ",\n",
         "2018-03-20 palmar-01 0.10000000/\n2018-03-21 palmar-02 0.10000000/\n"},
        // On the buyer it is a rate on the price: a tenth of all that is paid is a ninth of it.
        {"2018-03-20,cell_sale,inmates:dora,inmates:eva,1000,BOB,,,palmar-01,sections:palmar,,"
         "0.05,\n",
         "2018-03-20 palmar-01 /0.11111111\n"},
    };
    for (const auto& each : cases) {
        INFO(each.told);
        const Posted taxed{book_with(march_food, each.sales), {"tax.cell_sale=10%"}};
        std::string told;
        for (const Event& event : taxed.posted.events) {
            if (event.kind != "cell_sale") continue;
            told += to_string(event.date) + " " + event.cell + " " +
                    std::string{event.tag("levy_rate")} + "/" +
                    std::string{event.tag("buyer_levy_rate")} + "\n";
        }
        CHECK(told == each.told);
        const Baseline& baseline = taxed.economy->baseline();
        double levies = 0;
        for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
            const bool levy =
                baseline.agents[baseline.payments[i].payee].sector == Sector::sections;
            if (levy) levies += taxed.solution.paid[i];
        }
        double booked = 0;
        for (const auto& [account, sum] : balances(taxed.book())) {
            if (account.find(":income:levies ") == std::string::npos) continue;
            booked -= static_cast<double>(sum) / 100;
        }
        CHECK(levies > 90);
        CHECK(booked == Approx(levies).margin(0.02));
    }
}

TEST_CASE("reversals and what they reverse are left out, also when that lies before the period") {
    const std::string journal = R"(
2018-02-25 * of old  ; id:old, kind:service
    inmates:ana:expenses:services     12.00 BOB
    inmates:ana:assets:cash          -12.00 BOB
    inmates:bea:assets:cash           12.00 BOB
    inmates:bea:income:sales         -12.00 BOB
2018-03-05 * wrong  ; id:wrong, kind:service
    inmates:ana:expenses:services     33.00 BOB
    inmates:ana:assets:cash          -33.00 BOB
    inmates:bea:assets:cash           33.00 BOB
    inmates:bea:income:sales         -33.00 BOB
2018-03-06 * not so  ; id:back, reverses:wrong, reason:mistake
    inmates:ana:expenses:services    -33.00 BOB
    inmates:ana:assets:cash           33.00 BOB
    inmates:bea:assets:cash          -33.00 BOB
    inmates:bea:income:sales          33.00 BOB
2018-03-07 * nor that  ; id:back2, reverses:old, reason:mistake
    inmates:ana:expenses:services    -12.00 BOB
    inmates:ana:assets:cash           12.00 BOB
    inmates:bea:assets:cash          -12.00 BOB
    inmates:bea:income:sales          12.00 BOB
)";
    const Posted same{book_with(test::small_events, {}, journal), {}};
    CHECK(same.posted.left_out == 3);
    CHECK_FALSE(same.says("reverses:"));
    CHECK_FALSE(same.says("id:wrong"));
    CHECK(same.says("id:old"));
    same.book();
}

TEST_CASE("transactions of no kind are taken over as they were") {
    const std::string journal = R"(
2018-03-10 * found  ; id:found
    inmates:ana:assets:cash           5.00 BOB
    inmates:ana:income:other         -5.00 BOB
)";
    const auto source = book_with(test::small_events, {}, journal);
    const Posted dear{source, {"price.soup=+20%"}};
    CHECK(dear.posted.taken_over == 1);
    CHECK(dear.says("id:found"));
    const MemoryBook book = dear.book();
    CHECK(balances(book).at("inmates:ana:income:other BOB 2018-03") == -500);
    CHECK(book.find_transaction("found"));
}
