#include "ledger/writing/spellable.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "tests/ledger/draft_builder.hpp"

using namespace cellbook;

namespace {

struct TransactionCase {
    const char* what;
    std::function<void(TransactionDraft&, Chart&)> change;
    bool spellable;
};

struct DeclarationCase {
    const char* what;
    std::function<Declaration(Chart&)> make;
    bool spellable;
};

PartyId party(Chart& chart, std::string_view name) {
    return chart.party(name);
}

void expect(const std::vector<DeclarationCase>& cases) {
    for (const DeclarationCase& one : cases) {
        INFO(one.what);
        Chart chart;
        const Declaration declaration = one.make(chart);
        CHECK(check_spellable(declaration, chart).has_value() != one.spellable);
    }
}

}  // namespace

TEST_CASE("what no text could carry is refused, and all else is not") {
    const std::vector<TransactionCase> cases{
        {"nothing odd", [](auto&, auto&) {}, true},
        {"any description", [](auto& d, auto&) { d.description = "; * (x)\n\t "; }, true},
        {"any code", [](auto& d, auto&) { d.code = ")"; }, true},
        {"any comment", [](auto& d, auto&) { d.comment = "\n\nkind:x, "; }, true},
        {"any value of a tag",
         [](auto& d, auto& c) {
             d.tags.push_back({c.word("shelf"), "a, \"b\"\n"});
         },
         true},
        {"any name of a product", [](auto& d, auto& c) { d.flow.product = c.word("a, b"); }, true},
        {"no UTF-8", [](auto& d, auto&) { d.description = "caf\xE9"; }, false},
        {"a NUL", [](auto& d, auto&) { d.postings[0].comment = std::string(1, '\0'); }, false},
        {"an empty kind", [](auto& d, auto& c) { d.kind = c.word(""); }, false},
        {"a tag of two words",
         [](auto& d, auto& c) {
             d.tags.push_back({c.word("a b"), ""});
         },
         false},
        {"a tag with a meaning of its own",
         [](auto& d, auto& c) {
             d.tags.push_back({c.word("kind"), "gift"});
         },
         false},
        {"such a tag on a posting",
         [](auto& d, auto& c) {
             d.postings[0].tags.push_back({c.word("payer"), "a"});
         },
         false},
        {"the unnamed party as payer", [](auto& d, auto& c) { d.flow.payer = party(c, ""); },
         false},
        {"a commodity with a quote",
         [](auto& d, auto& c) { d.postings[0].amount.commodity = c.commodity("a\"b"); }, false},
        {"a cost without the sign of its amount",
         [](auto& d, auto& c) {
             d.postings[0].cost = Cost{.total = test::amount(c, "-7 USD"), .unit = {}};
         },
         false},
        {"a cost that its unit price does not come to",
         [](auto& d, auto& c) {
             d.postings[0].cost = Cost{.total = test::amount(c, "7 USD"), .unit = Decimal{3, 0}};
         },
         false},
        {"a cost in its own commodity",
         [](auto& d, auto& c) {
             d.postings[0].cost = Cost{.total = test::amount(c, "7 BOB"), .unit = {}};
         },
         false},
        {"a range upside down",
         [](auto& d, auto&) {
             d.low = Decimal{2, 0};
             d.high = Decimal{1, 0};
         },
         false},
    };
    for (const TransactionCase& one : cases) {
        INFO(one.what);
        Chart chart;
        TransactionDraft draft =
            test::draft(chart, {{"a:assets:cash", "300 BOB"}, {"a:equity:opening", "-300 BOB"}});
        one.change(draft, chart);
        const auto wrong = check_spellable(draft, chart);
        CHECK(wrong.has_value() != one.spellable);
        if (wrong && one.what != std::string_view{"a range upside down"}) {
            CHECK(wrong->code == DiagnosticCode::text_not_spellable);
        }
    }
}

TEST_CASE("a party is declared under a name and tags that its line can carry") {
    const std::vector<DeclarationCase> cases{
        {"a party", [](Chart& c) { return PartyDeclaration{.party = party(c, "inmates:i1")}; },
         true},
        {"the unnamed party", [](Chart& c) { return PartyDeclaration{.party = party(c, "")}; },
         false},
        {"a party of two blanks",
         [](Chart& c) { return PartyDeclaration{.party = party(c, "a  b")}; }, false},
        {"a party with a class in its name",
         [](Chart& c) { return PartyDeclaration{.party = party(c, "a:assets")}; }, false},
        {"a life that ends before it begins",
         [](Chart& c) {
             return PartyDeclaration{.party = party(c, "a"), .life = {Date{5}, Date{5}}};
         },
         false},
        {"a tag that is the sector",
         [](Chart& c) {
             return PartyDeclaration{.party = party(c, "a"), .tags = {{c.word("sector"), "x"}}};
         },
         false}};
    expect(cases);
}

TEST_CASE("sources, kinds, names and prices are held to what their lines can carry") {
    const std::vector<DeclarationCase> cases{
        {"any citation",
         [](Chart& c) {
             return SourceDeclaration{c.word("S12"), "two\nlines"};
         },
         true},
        {"no citation",
         [](Chart& c) {
             return SourceDeclaration{c.word("S12"), ""};
         },
         false},
        {"a source of two blanks",
         [](Chart& c) {
             return SourceDeclaration{c.word("S  12"), "x"};
         },
         false},
        {"a convention of two words",
         [](Chart& c) {
             return ConventionDeclaration{c.word("a b"), "x"};
         },
         false},
        {"a kind that is no JSON",
         [](Chart& c) {
             return KindDeclaration{c.word("tattoo"), "title"};
         },
         false},
        {"a kind of two lines",
         [](Chart& c) {
             return KindDeclaration{c.word("tattoo"), "{\n}"};
         },
         false},
        {"a payee with a semicolon",
         [](Chart& c) {
             return NameDeclaration{NameDeclaration::What::payee, c.word("a;b")};
         },
         false},
        {"a payee in parentheses",
         [](Chart& c) {
             return NameDeclaration{NameDeclaration::What::payee, c.word("(a)")};
         },
         true},
        {"a tag of two words",
         [](Chart& c) {
             return NameDeclaration{NameDeclaration::What::tag, c.word("a b")};
         },
         false},
        {"a style with one mark for two things",
         [](Chart& c) {
             return CommodityDeclaration{.commodity = c.commodity("x"),
                                         .style = {.decimal_mark = '.', .group_mark = '.'}};
         },
         false},
        {"a negative price",
         [](Chart& c) {
             return PriceDeclaration{
                 .commodity = c.commodity("x"), .price = {-1, 0}, .currency = c.commodity("y")};
         },
         false},
        {"a price in itself",
         [](Chart& c) {
             return PriceDeclaration{
                 .commodity = c.commodity("x"), .price = {1, 0}, .currency = c.commodity("x")};
         },
         false},
        {"a lock", [](Chart&) { return LockDeclaration{Date{5}}; }, true},
    };
    expect(cases);
}
