#include "ledger/kinds/leg_check.hpp"

#include <catch2/catch.hpp>

#include "ledger/kinds/event_booking.hpp"
#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

namespace {

struct Line {
    const char* account;
    std::int64_t minor;
};

/// A transaction as journal text would give it.
struct Written {
    const char* kind;
    std::vector<Line> lines;
    const char* payer = "";
    const char* payee = "";
    std::vector<std::pair<std::string, std::string>> tags{};
    bool reversal = false;
};

/// The code of the complaint, `right` when there is none.
std::string checked(const Written& written) {
    Chart chart = bolivian_chart();
    TransactionDraft draft;
    if (*written.kind != '\0') draft.kind = chart.word(written.kind);
    for (const auto& line : written.lines) {
        draft.postings.push_back({.account = *chart.account(line.account),
                                  .amount = {line.minor, chart.commodity("BOB")}});
    }
    if (*written.payer != '\0') draft.flow.payer = chart.party(written.payer);
    if (*written.payee != '\0') draft.flow.payee = chart.party(written.payee);
    for (const auto& [name, value] : written.tags) {
        draft.tags.push_back({chart.word(name), value});
    }
    if (written.reversal) draft.reversal = Reversal{"x", "wrong day"};
    const auto problem = check_legs(draft, KindTable::standard(), chart);
    return problem ? std::string{to_string(problem->code)} : "right";
}

const std::vector<Line> rent{{"a:expenses:rent", 300},
                             {"a:assets:cash", -300},
                             {"b:assets:cash", 300},
                             {"b:income:rent", -300}};

std::vector<Line> rent_with(std::size_t place, Line line) {
    auto lines = rent;
    lines[place] = line;
    return lines;
}

}  // namespace

TEST_CASE("postings that are their kind's legs are right") {
    CHECK(checked({"cell_rent", rent, "a", "b"}) == "right");
    CHECK(checked({"", {{"a:expenses:zoo", 1}, {"a:assets:cash", -1}}}) == "right");
    // further down, split up, and out of another financial asset
    CHECK(checked({"cell_rent",
                   {{"a:expenses:rent:march", 100},
                    {"a:expenses:rent:april", 200},
                    {"a:assets:cash:box", -50},
                    {"a:assets:deposits", -250},
                    {"b:assets:cash", 300},
                    {"b:income:rent", -300}},
                   "a",
                   "b"}) == "right");
}

TEST_CASE("the parties of a flow that says none are found") {
    CHECK(checked({"cell_rent", rent}) == "right");
    auto turned = rent;
    std::reverse(turned.begin(), turned.end());
    CHECK(checked({"cell_rent", turned}) == "right");
    // one party's own books
    CHECK(checked({"cell_rent", {rent[0], rent[1]}}) == "right");
    CHECK(checked({"cell_rent", {rent[2], rent[3]}}) == "right");
    CHECK(checked({"cell_rent", {{"expenses:rent", 300}, {"assets:cash", -300}}}) == "right");
}

TEST_CASE("a posting that no leg explains is named") {
    CHECK(checked({"cell_rent", rent_with(0, {"a:expenses:meals", 300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent_with(1, {"a:liabilities:payable", -300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent_with(2, {"b:assets:receivable", 300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent_with(2, {"b:assets:goods", 300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent_with(0, {"a:expenses:rental", 300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent_with(3, {"c:income:rent", -300}), "a", "b"}) ==
          "kind_legs_unexplained");
    CHECK(checked({"cell_rent", rent, "b", "a"}) == "kind_legs_unexplained");
}

TEST_CASE("a leg that is not there is named, unless the event could do without it") {
    CHECK(checked({"cell_rent", {rent[0], rent[1]}, "a", "b"}) == "kind_legs_missing");
    CHECK(checked({"cell_sale",
                   {{"a:assets:cells", 300},
                    {"a:assets:cash", -300},
                    {"b:assets:cash", 300},
                    {"b:assets:cells", -300}},
                   "a",
                   "b"}) == "right");
    // the seller's cash less the levy, in one posting
    CHECK(checked({"cell_sale",
                   {{"a:assets:cells", 300},
                    {"a:assets:cash", -300},
                    {"b:assets:cash", 285},
                    {"b:expenses:levies", 15},
                    {"b:assets:cells", -300},
                    {"s:assets:cash", 15},
                    {"s:income:levies", -15}},
                   "a",
                   "b",
                   {{"section", "s"}}}) == "right");
}

TEST_CASE("signs are all turned round in a reversal, and in a signed kind") {
    auto turned = rent;
    for (auto& line : turned) line.minor = -line.minor;
    CHECK(checked({"cell_rent", turned, "a", "b"}) == "kind_legs_unexplained");
    CHECK(
        checked(
            {.kind = "cell_rent", .lines = turned, .payer = "a", .payee = "b", .reversal = true}) ==
        "right");
    CHECK(checked(
              {.kind = "cell_rent", .lines = rent, .payer = "a", .payee = "b", .reversal = true}) ==
          "kind_legs_unexplained");
    CHECK(checked({"revaluation", {{"a:assets:cells", -50}, {"a:equity:revaluation", 50}}, "a"}) ==
          "right");
    CHECK(checked({"revaluation", {{"a:assets:cells", -50}, {"a:equity:revaluation", -50}}, "a"}) ==
          "kind_legs_unexplained");
}

TEST_CASE("a closing entry closes any of one party's income and expenses to retained earnings") {
    const std::vector<Line> entry{{"a:income:sales", 30},
                                  {"a:income:discounts", -2},
                                  {"a:expenses:rent", -40},
                                  {"a:equity:retained earnings", 12}};
    CHECK(checked({"closing", entry}) == "right");
    CHECK(checked({.kind = "closing", .lines = entry, .reversal = true}) == "right");
    CHECK(checked({"closing", {{"income", 3}, {"equity:retained earnings:2018", -3}}}) == "right");
    CHECK(checked({"closing", {{"a:income:sales", 3}, {"a:equity:opening", -3}}}) ==
          "kind_legs_unexplained");
    CHECK(checked({"closing", {{"a:assets:cash", 3}, {"a:equity:retained earnings", -3}}}) ==
          "kind_legs_unexplained");
    CHECK(checked({"closing", {{"a:income:sales", 3}, {"a:expenses:rent", -3}}}) ==
          "kind_legs_missing");
    auto of_two = entry;
    of_two.push_back({"b:income:sales", 0});
    CHECK(checked({"closing", of_two}) == "kind_legs_unexplained");
}

TEST_CASE("an account that a parameter names is the tag's, else of its default's class") {
    const std::vector<Line> goods{
        {"a:assets:goods", 5}, {"a:assets:cash", -5}, {"b:assets:cash", 5}, {"b:income:sales", -5}};
    CHECK(checked({"shop_sale", goods, "a", "b", {{"account", "assets:goods"}}}) == "right");
    CHECK(checked({"shop_sale", goods, "a", "b"}) == "kind_legs_unexplained");
    auto tools = goods;
    tools[0].account = "a:expenses:tools";
    CHECK(checked({"shop_sale", tools, "a", "b"}) == "right");
    CHECK(checked({"shop_sale", tools, "a", "b", {{"account", "expenses:groceries"}}}) ==
          "kind_legs_unexplained");
}

TEST_CASE("what is put off is checked against the kind put off") {
    const std::vector<Line> due{{"a:expenses:dues", 20},
                                {"a:liabilities:payable", -20},
                                {"s:assets:receivable", 20},
                                {"s:income:dues", -20}};
    CHECK(checked({"charge", due, "a", "s", {{"of", "section_dues"}}}) == "right");
    CHECK(checked({"charge", due, "a", "s", {{"of", "cell_rent"}}}) == "kind_legs_unexplained");
    CHECK(checked({"charge", due, "a", "s"}) == "event_field_missing");
    CHECK(checked({"charge", due, "a", "s", {{"of", "settle"}}}) == "kind_not_chargeable");
    CHECK(checked({"chrage", due, "a", "s"}) == "kind_unknown");
}

TEST_CASE("a complaint says what the kind books and what stands there") {
    Chart chart = bolivian_chart();
    auto draft = *book_event(sample_event(*KindTable::standard().find("cell_rent")),
                             KindTable::standard(), chart);
    draft.postings[0].account = *chart.account("inmates:i0042:expenses:meals");
    CHECK(check_legs(draft, KindTable::standard(), chart)->explanation ==
          "no leg of `cell_rent` explains `inmates:i0042:expenses:meals  300.00 BOB`: in the books "
          "of "
          "the payer it books debit expenses:rent, credit assets:cash");
    draft.postings.erase(draft.postings.begin());
    CHECK(check_legs(draft, KindTable::standard(), chart)->explanation ==
          "`cell_rent` books a debit on expenses:rent of the payer, `inmates:i0042`, which is not "
          "there");
}
