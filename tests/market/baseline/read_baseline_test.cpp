#include "market/baseline/read_baseline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <tuple>

#include "tests/market/baseline/small_prison.hpp"

using namespace cellbook;
using test::baseline_of;
using test::small_book;

namespace {

constexpr DateRange march{.begin = Date{17591}, .end = Date{17622}};  // of 2018

/// All payments of a kind, in the order of the baseline, as people read them.
std::string payments_of(const Baseline& baseline, std::string_view kind) {
    std::string text;
    for (const Payment& payment : baseline.payments) {
        if (baseline.kinds[payment.kind] != kind) continue;
        std::ostringstream amount;
        amount << payment.amount;
        text += (text.empty() ? "" : "; ") + baseline.agents[payment.payer].name + " to " +
                baseline.agents[payment.payee].name + " " + amount.str() +
                (payment.in_kind ? " in kind" : "") + (payment.foreign ? " foreign" : "");
    }
    return text;
}

double net_lending(const Baseline& baseline, std::string_view name) {
    double sum = 0;
    for (const Payment& payment : baseline.payments) {
        if (payment.in_kind) continue;
        if (baseline.agents[payment.payee].name == name) sum += payment.amount;
        if (baseline.agents[payment.payer].name == name) sum -= payment.amount;
    }
    return sum;
}

/// What a baseline says by names, whatever the places.
std::map<std::tuple<std::string, std::string, std::string, std::string>, Sum> by_names(
    const Baseline& baseline) {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, Sum> sums;
    for (const Payment& payment : baseline.payments) {
        const std::string product =
            payment.product == nowhere ? "" : baseline.products[payment.product].name;
        sums[{baseline.agents[payment.payer].name, baseline.agents[payment.payee].name,
              baseline.kinds[payment.kind], product}] += payment.minor;
    }
    return sums;
}

}  // namespace

TEST_CASE("payments add up to what each party lent on balance") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    CHECK(baseline.residual_minor == 0);
    CHECK(baseline.symbol == "BOB");
    CHECK(baseline.scale == 2);
    CHECK(baseline.digest.size() == 64);
    // Cash taken in less cash paid out, and the claim of the loan.
    CHECK(net_lending(baseline, "businesses:kiosk") == Approx(176 - 90 - 16 - 60));
    CHECK(net_lending(baseline, "inmates:dora") ==
          Approx(250 + 40 + 50 - 10 - 100 - 100 - 80 - 60 - 1000));
    double all = 0;
    for (const Agent& agent : baseline.agents) all += net_lending(baseline, agent.name);
    CHECK(all == Approx(0).margin(1e-9));
}

TEST_CASE("a position that a party did not pay is no payment, and the books still agree") {
    const auto book = small_book(
        "2018-02-01,opening_balance,inmates:ana,,500,BOB\n"
        "2018-03-01,section_dues,inmates:ana,sections:posta,20,BOB\n"
        "2018-03-02,loss,inmates:ana,,30,BOB\n");
    const Baseline baseline = baseline_of(book);
    CHECK(baseline.payments.size() == 1);
    CHECK(net_lending(baseline, "inmates:ana") == Approx(-20));
    CHECK(baseline.residual_minor == 0);
}

TEST_CASE("what is charged counts when it is charged, as what it is; settling it is no payment") {
    const auto book = small_book(
        "2018-03-01,charge,inmates:ana,sections:posta,20,BOB,,1,,section_dues\n"
        "2018-04-02,settle,inmates:ana,sections:posta,20,BOB\n"
        "2018-04-03,section_dues,inmates:bea,sections:posta,15,BOB\n");
    const Baseline first = baseline_of(book, {.dates = march});
    CHECK(payments_of(first, "section_dues") == "inmates:ana to sections:posta 20");
    CHECK(first.payments.size() == 1);
    CHECK(first.payments.front().behaviour == Behaviour::per_head);
    CHECK(first.payments.front().quantity == 1);
    CHECK(first.residual_minor == 0);
    const Baseline later = baseline_of(book, {.dates = {.begin = march.end}});
    CHECK(payments_of(later, "section_dues") == "inmates:bea to sections:posta 15");
    CHECK(later.payments.size() == 1);
    CHECK(later.residual_minor == 0);
}

TEST_CASE("loans and deposits cancel and are no payments") {
    const auto book = small_book(
        "2018-03-01,loan,inmates:ana,inmates:bea,100,BOB\n"
        "2018-03-02,repayment,inmates:bea,inmates:ana,40,BOB\n"
        "2018-03-03,anticretico_deposit,inmates:dora,inmates:eva,900,BOB,,,palmar-01\n"
        "2018-03-04,interest,inmates:bea,inmates:ana,5,BOB\n");
    const Baseline baseline = baseline_of(book);
    CHECK(baseline.payments.size() == 1);
    CHECK(payments_of(baseline, "interest") == "inmates:bea to inmates:ana 5");
    CHECK(baseline.residual_minor == 0);
}

TEST_CASE("an allowance in kind is a payment in kind, which follows nothing inside") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    CHECK(payments_of(baseline, "food_allowance_in_kind") ==
          "state:prison to inmates:dora 62 in kind");
    const auto given = std::ranges::find(baseline.payments, true, &Payment::in_kind);
    CHECK(given->behaviour == Behaviour::exogenous);
    CHECK(given->product == nowhere);
    CHECK(given->quantity == 31);
}

TEST_CASE("the levy of a cell's sale goes to the section, the rest to the seller") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    CHECK(payments_of(baseline, "cell_sale") ==
          "inmates:dora to inmates:eva 950; inmates:dora to sections:palmar 50");
    for (const Payment& payment : baseline.payments) {
        if (baseline.kinds[payment.kind] != "cell_sale") continue;
        CHECK(payment.behaviour == Behaviour::capital);
    }
}

TEST_CASE("foreign money is valued at the price of its day, and is marked") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    CHECK(payments_of(baseline, "family_income") ==
          "outside:families to inmates:ana 300; outside:families to inmates:ana 69 foreign; "
          "outside:families to inmates:bea 900; outside:families to inmates:eva 250");
    CHECK(baseline.notes.empty());
    // To the nearest smallest unit, halves to even: 0.05 USD at 6.90 is 0.345.
    const auto cents = small_book(
        "2018-03-02,family_income,outside:families,inmates:ana,0.05,USD\n"
        "2018-03-02,family_income,outside:families,inmates:bea,1,BOB\n"
        "2018-03-03,family_income,outside:families,inmates:bea,1,BOB\n");
    CHECK(baseline_of(cents).payments.front().minor == 34);
}

TEST_CASE("foreign money without a price is left out, and a note says how much") {
    std::string unpriced = test::small_register;
    unpriced.resize(unpriced.find("P 2018"));
    const auto book = small_book(test::small_events, {}, unpriced);
    const Baseline baseline = baseline_of(book);
    CHECK(payments_of(baseline, "family_income").find("foreign") == std::string::npos);
    REQUIRE(baseline.notes.size() == 1);
    CHECK(baseline.notes.front() ==
          "1 transaction in USD is left out: no price in BOB is declared");
    CHECK(baseline.residual_minor == 0);
}

TEST_CASE("a period holds its first day and not the day after its last") {
    const std::string events =
        "2018-02-28,section_dues,inmates:ana,sections:posta,1,BOB\n"
        "2018-03-01,section_dues,inmates:ana,sections:posta,2,BOB\n"
        "2018-03-31,section_dues,inmates:ana,sections:posta,4,BOB\n"
        "2018-04-01,section_dues,inmates:ana,sections:posta,8,BOB\n";
    const auto book = small_book("2018-01-01,opening_balance,inmates:ana,,500,BOB\n" + events +
                                 "2018-05-01,revaluation,inmates:ana,,5,BOB\n");
    const Baseline inner = baseline_of(book, {.dates = march});
    CHECK(payments_of(inner, "section_dues") == "inmates:ana to sections:posta 6");
    CHECK(inner.period == "2018-03");
    CHECK(inner.residual_minor == 0);
    // Absent ends: the first and the last day on which anything was paid.
    const Baseline whole = baseline_of(book);
    CHECK(payments_of(whole, "section_dues") == "inmates:ana to sections:posta 15");
    CHECK(to_string(*whole.dates.begin) == "2018-02-28");
    CHECK(to_string(*whole.dates.end) == "2018-04-02");
}

TEST_CASE("a reversal within the period nets out, and what it reversed is paid by nobody") {
    const std::string twice =
        "2018-03-01,shop_sale,inmates:ana,businesses:kiosk,7,BOB,bread,7\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,5,BOB,bread,5,,,,,wrong\n";
    const std::string undone = R"(
2018-03-03 that was wrong
    ; kind:shop_sale, payer:inmates:ana, payee:businesses:kiosk, product:bread, quantity:-5
    ; reverses:wrong, reason:typed twice
    inmates:ana:expenses:groceries   -5.00 BOB
    inmates:ana:assets:cash           5.00 BOB
    businesses:kiosk:assets:cash     -5.00 BOB
    businesses:kiosk:income:sales     5.00 BOB
)";
    MemoryBook book;
    MemoryFiles files{{{"register.journal", test::small_register},
                       {"events.csv", test::events_table(twice)},
                       {"undone.journal", "; decimal-mark: .\n" + undone}}};
    const auto report = book.read(files, {"register.journal", "events.csv", "undone.journal"}, {},
                                  KindTable::standard());
    for (const auto& problem : report.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(report.ok());
    const Baseline baseline = baseline_of(book);
    CHECK(net_lending(baseline, "inmates:ana") == Approx(-7));
    CHECK(net_lending(baseline, "businesses:kiosk") == Approx(7));
    CHECK(baseline.products.front().sales == Approx(7));
    CHECK(baseline.products.front().quantity == Approx(7));
    CHECK(baseline.residual_minor == 0);
}

TEST_CASE("a period without a payment is refused with the days that have some") {
    const auto book = small_book();
    const auto empty = read_baseline(book, {.dates = {.begin = march.end}});
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == DiagnosticCode::baseline_empty);
    CHECK(empty.error().explanation.find("2018-03-01 to 2018-03-21") != std::string::npos);
    // Opening positions alone are nobody's payment.
    const auto opening = small_book("2018-03-01,opening_balance,inmates:ana,,500,BOB\n");
    CHECK(read_baseline(opening, {}).error().code == DiagnosticCode::baseline_empty);
    CHECK(read_baseline(MemoryBook{}, {}).error().code == DiagnosticCode::baseline_empty);
    CHECK(read_baseline(book, {.commodity = "EUR"}).error().code == DiagnosticCode::baseline_empty);
}

TEST_CASE("agents know their section and businesses their owner") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    const struct {
        std::string agent;
        std::string section;
        std::string owner;
    } cases[] = {
        {"inmates:ana", "sections:posta", ""},
        {"inmates:dora", "sections:palmar", ""},
        {"businesses:kiosk", "sections:posta", "inmates:ana"},
        {"businesses:kitchen", "sections:palmar", "inmates:eva"},
        {"sections:posta", "", ""},
        {"state:prison", "", ""},
    };
    const auto name_at = [&](Place place) {
        return place == nowhere ? std::string{} : baseline.agents[place].name;
    };
    for (const auto& each : cases) {
        INFO(each.agent);
        const Place place = baseline.find_agent(each.agent);
        REQUIRE(place != nowhere);
        CHECK(name_at(baseline.agents[place].section) == each.section);
        CHECK(name_at(baseline.agents[place].owner) == each.owner);
    }
    CHECK(std::ranges::is_sorted(baseline.agents, {}, &Agent::name));
}

TEST_CASE("an owner and a section that were paid nothing are agents all the same") {
    const auto book =
        small_book("2018-03-01,shop_sale,inmates:bea,businesses:kiosk,7,BOB,bread,7\n");
    const Baseline baseline = baseline_of(book);
    const Place kiosk = baseline.find_agent("businesses:kiosk");
    REQUIRE(kiosk != nowhere);
    CHECK(baseline.agents[kiosk].owner == baseline.find_agent("inmates:ana"));
    CHECK(baseline.agents[kiosk].owner != nowhere);
    const Place posta = baseline.find_agent("sections:posta");
    REQUIRE(posta != nowhere);
    CHECK(baseline.agents[baseline.find_agent("inmates:bea")].section == posta);
    CHECK(baseline.agents[kiosk].section == posta);
}

TEST_CASE("products have the mean price of what was counted, and what households spend") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book);
    REQUIRE(baseline.products.size() == 3);
    const Product& bread = baseline.products[baseline.find_product("bread")];
    CHECK(bread.sales == Approx(176));
    CHECK(bread.spending == Approx(156));
    CHECK(bread.quantity == Approx(170));
    CHECK(bread.price() == Approx(176.0 / 170));
    CHECK(baseline.products[baseline.find_product("laundry")].price() == 0);
    const auto half = small_book(
        "2018-03-01,shop_sale,inmates:ana,businesses:kiosk,30,BOB,soap,3\n"
        "2018-03-02,shop_sale,inmates:ana,businesses:kiosk,99,BOB,soap\n");
    const Product soap = baseline_of(half).products.front();
    CHECK(soap.sales == Approx(129));
    CHECK(soap.price() == Approx(10));
}

TEST_CASE("the order of entries does not matter") {
    std::vector<std::string> lines;
    std::istringstream text{test::small_events};
    for (std::string line; std::getline(text, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    std::string backwards;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) backwards += *line + "\n";
    const auto forth = small_book();
    const auto back = small_book(backwards);
    const Baseline first = baseline_of(forth);
    const Baseline second = baseline_of(back);
    CHECK(by_names(first) == by_names(second));
    REQUIRE(first.payments.size() == second.payments.size());
    for (std::size_t i = 0; i < first.payments.size(); ++i) {
        CHECK(first.payments[i].payer == second.payments[i].payer);
        CHECK(first.payments[i].payee == second.payments[i].payee);
        CHECK(first.payments[i].minor == second.payments[i].minor);
    }
    CHECK(first.standings == second.standings);
}

TEST_CASE("what is known in which way is summed by the payments' weakest standing") {
    const auto book = small_book("2018-03-01,section_dues,inmates:ana,sections:posta,20,BOB\n", R"(
2018-03-02 dues  ; kind:section_dues, payer:inmates:bea, payee:sections:posta, standing:assumed
    inmates:bea:expenses:dues    15.00 BOB
    inmates:bea:assets:cash     -15.00 BOB
    sections:posta:assets:cash   15.00 BOB
    sections:posta:income:dues  -15.00 BOB
)");
    const Baseline baseline = baseline_of(book);
    CHECK(baseline.standings[static_cast<std::size_t>(Standing::observed)] == 2000);
    CHECK(baseline.standings[static_cast<std::size_t>(Standing::assumed)] == 1500);
}

TEST_CASE("another commodity can be modelled, with its own payments as they are") {
    const auto book = small_book();
    const Baseline baseline = baseline_of(book, {.commodity = "USD"});
    CHECK(baseline.symbol == "USD");
    const std::string income = payments_of(baseline, "family_income");
    CHECK(income.find("outside:families to inmates:ana 10") != std::string::npos);
}
