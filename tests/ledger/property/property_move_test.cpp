#include "ledger/property/property_move.hpp"

#include "tests/ledger/draft_builder.hpp"
#include "tests/ledger/property/property_fixture.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// `title inmates:i1 -> inmates:i2 300000`, or `nothing`.
std::string move_of(const std::vector<Line>& lines, bool names_a_cell = true) {
    Chart chart;
    TransactionDraft transaction = draft(chart, lines);
    if (names_a_cell) transaction.flow.cell = chart.word("posta-1");
    const auto move = property_move(transaction, chart);
    if (!move) return "nothing";
    CHECK(chart[move->cell] == "posta-1");
    const std::vector<std::string> names{"title", "deposit", "return", "improvement"};
    std::string text = names.at(static_cast<std::size_t>(move->what)) + ' ' +
                       chart[move->from].name + " -> " +
                       (move->to ? chart[move->to].name : std::string{"nobody"}) + ' ' +
                       amount_text(chart, move->amount);
    for (const auto& [commodity, sum] : move->levies) {
        text += " levies " + std::to_string(static_cast<long long>(sum));
    }
    return text;
}

struct Case {
    std::string name;
    std::vector<Line> lines;
    std::string move;
};

void check(const std::vector<Case>& cases) {
    for (const auto& [name, lines, move] : cases) {
        INFO(name);
        CHECK(move_of(lines) == move);
        CHECK(move_of(lines, false) == "nothing");  // without a cell it is nobody's to tell
        const std::vector<Line> turned(lines.rbegin(), lines.rend());
        CHECK(move_of(turned) == move);
    }
}

}  // namespace

TEST_CASE("a title moves with assets:cells, from whose books it leaves to whose it comes") {
    const std::vector<Line> sale{{"a:assets:cells", "-3000 BOB"},
                                 {"a:assets:cash", "3000 BOB"},
                                 {"b:assets:cells", "3000 BOB"},
                                 {"b:assets:cash", "-3000 BOB"}};
    auto with = [&](std::vector<Line> more) {
        std::vector<Line> lines = sale;
        lines.insert(lines.end(), more.begin(), more.end());
        return lines;
    };
    const std::vector<Case> cases{
        {"a sale", sale, "title a -> b 3000.00 BOB"},
        {"a sale with levies on both sides",
         with({{"a:expenses:levies", "150 BOB"},
               {"a:assets:cash", "-150 BOB"},
               {"b:expenses:levies:transfer", "30 BOB"},
               {"b:assets:cash", "-30 BOB"}}),
         "title a -> b 3000.00 BOB levies 18000"},
        {"a sale whose seller revalues in the same transaction",
         with({{"a:assets:cells", "500 BOB"}, {"a:equity:revaluation", "-500 BOB"}}),
         "title a -> b 3000.00 BOB"},
        {"a price in two parts",
         with({{"a:assets:cells", "-200 BOB"},
               {"a:assets:cash", "200 BOB"},
               {"b:assets:cells", "200 BOB"},
               {"b:assets:cash", "-200 BOB"}}),
         "title a -> b 3200.00 BOB"},
        {"accounts below assets:cells",
         {{"a:assets:cells:posta", "-3000 BOB"}, {"b:assets:cells:posta", "3000 BOB"}},
         "title a -> b 3000.00 BOB"},
        {"accounts that only begin so",
         {{"a:assets:cellsets", "-3000 BOB"}, {"b:assets:cellsets", "3000 BOB"}},
         "nothing"},
        {"expenses of that name",
         {{"a:expenses:cells", "-3000 BOB"}, {"b:expenses:cells", "3000 BOB"}},
         "nothing"},
        {"a revaluation moves no title",
         {{"a:assets:cells", "500 BOB"}, {"a:equity:revaluation", "-500 BOB"}},
         "nothing"},
    };
    check(cases);
}

TEST_CASE("deposits move the use of a cell, improvements change it, and nothing else does") {
    const std::vector<Case> cases{
        {"a deposit",
         {{"t:assets:deposits", "900 BOB"},
          {"t:assets:cash", "-900 BOB"},
          {"o:assets:cash", "900 BOB"},
          {"o:liabilities:anticretico", "-900 BOB"}},
         "deposit o -> t 900.00 BOB"},
        {"its return",
         {{"o:liabilities:anticretico", "900 BOB"},
          {"o:assets:cash", "-900 BOB"},
          {"t:assets:cash", "900 BOB"},
          {"t:assets:deposits", "-900 BOB"}},
         "return t -> o 900.00 BOB"},
        {"a deposit at a bank is another thing",
         {{"t:assets:deposits", "900 BOB"}, {"t:assets:cash", "-900 BOB"}},
         "nothing"},
        {"an improvement",
         {{"o:assets:improvements", "400 BOB"},
          {"o:assets:cash", "-400 BOB"},
          {"c:assets:cash", "400 BOB"},
          {"c:income:sales", "-400 BOB"}},
         "improvement o -> nobody 400.00 BOB"},
        {"depreciation of one is none",
         {{"o:expenses:depreciation", "40 BOB"}, {"o:assets:improvements", "-40 BOB"}},
         "nothing"},
        {"rent", {{"t:expenses:rent", "40 BOB"}, {"t:assets:cash", "-40 BOB"}}, "nothing"},
    };
    check(cases);
}

TEST_CASE("the accounts of property are those by which a move can be found") {
    Chart chart;
    for (const char* name : {"a:assets:cash", "a:assets:cells", "a:assets:cells:posta",
                             "a:assets:improvements", "a:assets:deposits",
                             "a:liabilities:anticretico", "a:liabilities:loans", "a:income:rent"}) {
        REQUIRE(chart.account(name));
    }
    std::vector<std::string> names;
    for (const AccountId id : property_accounts(chart)) names.push_back(chart[id].name);
    CHECK(names == std::vector<std::string>{"a:assets:cells", "a:assets:cells:posta",
                                            "a:assets:improvements", "a:liabilities:anticretico"});
}
