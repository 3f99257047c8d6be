#include "ledger/chain/canonical_reader.hpp"

#include <catch2/catch.hpp>

#include "ledger/chain/canonical_writer.hpp"
#include "ledger/declare.hpp"
#include "tests/ledger/draft_builder.hpp"
#include "tests/ledger/register_rows.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

/// A transaction that uses every member of the form.
TransactionDraft everything(Chart& chart) {
    TransactionDraft draft = test::draft(chart, {{"a:expenses:rent", "300 BOB"},
                                                 {"a:assets:cash", "-43.10 USD", "-300 BOB"},
                                                 {"b:assets:cash", "43.10 USD", "300 BOB"},
                                                 {"b:income:rent", "-300 BOB"}});
    draft.id = "r-1";
    draft.recorded = *parse_date("2018-03-04");
    draft.status = Status::cleared;
    draft.code = "17";
    draft.description = "rent of \"Posta 12\" — März\n";
    draft.comment = "a comment";
    draft.kind = chart.word("cell_rent");
    draft.source = chart.word("S12");
    draft.flow.product = chart.word("cell_rent");
    draft.flow.cell = chart.word("posta-12");
    draft.flow.quantity = *parse_decimal("1.50");
    draft.flow.unit_price = *parse_decimal("200");
    draft.flow.payer = chart.party("a");
    draft.flow.payee = chart.party("b");
    draft.standings = {.whole = Standing::estimated, .quantity = Standing::assumed};
    draft.low = *parse_decimal("250");
    draft.nonobserved = true;
    draft.reversal = Reversal{.of_id = "q", .reason = "because"};
    draft.tags = {{.name = chart.word("note"), .value = "x:y"}};
    Posting& cash = draft.postings[1];
    cash.with = chart.party("c");
    cash.status = Status::pending;
    cash.comment = "in small notes";
    cash.tags = {{.name = chart.word("till"), .value = ""}};
    cash.cost->unit = *parse_decimal("6.9606");
    cash.assertion =
        BalanceAssertion{.expected = amount(chart, "-43.10 USD"), .inclusive = true, .total = true};
    return draft;
}

}  // namespace

TEST_CASE("every member of a transaction survives writing and reading") {
    Chart chart;
    ChainNames names;
    const TransactionDraft draft = everything(chart);
    CanonicalWriter writer{chart, names};
    const std::string body{writer.write(draft)};
    INFO(body);

    SECTION("in the same chart") {
        CanonicalReader reader{chart, names};
        const auto entry = reader.read(7, body);
        REQUIRE(entry);
        const Transaction& read = *std::get<const Transaction*>(*entry);
        CHECK(read.seq() == 7);
        CHECK(*read == draft);
    }
    SECTION("in a new chart, which then writes the same bytes") {
        Chart other;
        ChainNames other_names;
        CanonicalReader reader{other, other_names};
        const auto entry = reader.read(1, body);
        REQUIRE(entry);
        const Transaction& read = *std::get<const Transaction*>(*entry);
        CHECK(other[other.find_commodity("USD")].scale == 2);
        CHECK(CanonicalWriter{other, other_names}.spell(*read) == writer.spell(draft));
        ChainNames fresh;
        CHECK(CanonicalWriter{other, fresh}.write(*read) == body);
        REQUIRE(reader.read(1, body));  // again: its names are passed over
        CHECK(other_names.accounts.count() == names.accounts.count());
    }
}

TEST_CASE("every declaration survives writing and reading") {
    Chart chart;
    const PartyId party = chart.party("inmates:i1");
    const CommodityId usd = chart.commodity("USD");
    const DateRange life{.begin = *parse_date("2018-01-05"), .end = *parse_date("2019-01-01")};
    const std::vector<Tag> tags{{.name = chart.word("members"), .value = "2"}};
    std::vector<Declaration> declarations{
        PartyDeclaration{.party = party,
                         .sector = Sector::households,
                         .quasi_corporation = true,
                         .parent = chart.party("sections:posta"),
                         .life = life,
                         .tags = tags},
        AccountDeclaration{.account = *chart.account("inmates:i1:assets:cells"),
                           .non_financial = true,
                           .life = life,
                           .tags = tags},
        CommodityDeclaration{.commodity = usd,
                             .scale = 2,
                             .style = {.symbol_left = true,
                                       .spaced = false,
                                       .decimal_mark = ',',
                                       .group_mark = '.'}},
        CommodityDeclaration{.commodity = chart.commodity("cig"), .scale = 0, .style = {}},
        PriceDeclaration{.date = *parse_date("2018-03-01"),
                         .commodity = usd,
                         .price = *parse_decimal("6.960"),
                         .currency = chart.commodity("BOB"),
                         .source = chart.word("S45")},
        SourceDeclaration{.source = chart.word("S12"), .citation = "Canillita, \"Derecho\""},
        KindDeclaration{.kind = chart.word("own"), .definition = "{\"name\":\"own\"}"},
        ConventionDeclaration{.name = chart.word("cells"), .value = "asset"},
        NameDeclaration{.what = NameDeclaration::What::payee, .name = chart.word("Doña Rosa")},
        NameDeclaration{.what = NameDeclaration::What::tag, .name = chart.word("till")},
        LockDeclaration{.until = *parse_date("2018-06-30")},
    };
    for (const RegisterForm& form : register_forms()) {
        declarations.emplace_back(full_row(form, chart));
        RegisterDeclaration least = full_row(form, chart);
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            if (!form.fields[i].required) least.values[i] = {};
        }
        declarations.emplace_back(RegisterDeclaration{.sort = form.sort, .values = least.values});
    }
    ChainNames names;
    Chart other;
    ChainNames other_names;
    CanonicalReader reader{other, other_names};
    ChainNames rewritten;
    std::size_t kinds_seen = 0;
    for (const Declaration& declaration : declarations) {
        apply(declaration, chart);
        CanonicalWriter writer{chart, names};
        const std::string body{writer.write(declaration)};
        INFO(body);
        const auto entry = reader.read(1, body);
        REQUIRE(entry);
        const Declaration& read = *std::get<const Declaration*>(*entry);
        apply(read, other);
        CHECK(CanonicalWriter{other, other_names}.spell(read) == writer.spell(declaration));
        CHECK(CanonicalWriter{other, rewritten}.write(read) == body);
        kinds_seen |= std::size_t{1} << declaration.index();
    }
    CHECK(kinds_seen == (std::size_t{1} << std::variant_size_v<Declaration>)-1);
}

TEST_CASE("a commodity first named by a price tells its scale when it is first used") {
    Chart chart;
    ChainNames names;
    CanonicalWriter writer{chart, names};
    const PriceDeclaration price{.date = {},
                                 .commodity = chart.commodity("USD"),
                                 .price = *parse_decimal("6.96"),
                                 .currency = chart.commodity("BOB"),
                                 .source = {}};
    const std::string first{writer.write(Declaration{price})};
    CHECK(first == R"([1,"price",[["c",0,"USD"],["c",1,"BOB"]],0,)"
                   R"({"currency":1,"date":0,"price":"6.96"}])");
    const TransactionDraft draft = test::draft(chart, {{"assets:cash", "1 USD"}});
    const std::string second{writer.write(draft)};
    CHECK(second.find(R"(["s",0,2])") != std::string::npos);
    CHECK(std::string{writer.write(draft)}.find(R"(["s",0,2])") == std::string::npos);

    Chart other;
    ChainNames other_names;
    CanonicalReader reader{other, other_names};
    REQUIRE(reader.read(1, first));
    CHECK_FALSE(other[other.find_commodity("USD")].scale_known);
    REQUIRE(reader.read(2, second));
    CHECK(other[other.find_commodity("USD")].scale == 2);
}

TEST_CASE("a damaged body is refused, wherever it was cut or changed") {
    Chart chart;
    ChainNames names;
    const std::string body{CanonicalWriter{chart, names}.write(everything(chart))};
    for (std::size_t size = 0; size < body.size(); ++size) {
        Chart other;
        ChainNames other_names;
        const auto entry = CanonicalReader{other, other_names}.read(1, body.substr(0, size));
        REQUIRE_FALSE(entry);
        CHECK(entry.error().code == DiagnosticCode::body_damaged);
    }
    for (const std::string_view wrong :
         {"[2,\"t\",[],0,\"\",\"\",[],{}]", "[1,\"u\",[],0,\"\",\"\",[],{}]",
          "[1,\"t\",[],0,\"\",\"\",[[0,0,1]],{}]",               // a number that no name has
          "[1,\"t\",[[\"a\",1,\"assets\"]],0,\"\",\"\",[],{}]",  // not the next number
          "[1,\"t\",[[\"a\",0,\"cash\"]],0,\"\",\"\",[],{}]",    // no class
          "[1,\"t\",[],0,\"\",\"\",[],{}] ", "[1,\"t\",[],0,\"\",\"\",[],{\"z\":1}]",
          "[1,\"t\",[],99999999,\"\",\"\",[],{}]"}) {
        INFO(wrong);
        Chart other;
        ChainNames other_names;
        CHECK_FALSE((CanonicalReader{other, other_names}.read(1, wrong)));
    }
}

TEST_CASE("the flow alone of a transaction is as in the whole, and all else is empty") {
    Chart chart;
    ChainNames names;
    const std::string body{CanonicalWriter{chart, names}.write(everything(chart))};
    CanonicalReader reader{chart, names};
    const auto whole = reader.read(1, body);
    REQUIRE(whole);
    const TransactionDraft full = **std::get<const Transaction*>(*whole);
    const auto part = reader.read(1, body, CanonicalReader::Part::flow);
    REQUIRE(part);
    const Transaction& transaction = *std::get<const Transaction*>(*part);
    CHECK(transaction.seq() == 1);
    TransactionDraft wanted;
    wanted.date = full.date;
    wanted.kind = full.kind;
    wanted.source = full.source;
    wanted.flow = full.flow;
    wanted.standings = full.standings;
    wanted.reversal = full.reversal;
    CHECK(*transaction == wanted);
    CHECK(full.flow.quantity);
    CHECK_FALSE(full.postings.empty());
}

TEST_CASE("a row of the property register has one spelling, and a damaged one is refused") {
    Chart chart;
    ChainNames names;
    RegisterDeclaration row = full_row(register_form(Register::member), chart);
    row.source = {};
    row.note.clear();
    row.tags.clear();
    const std::string body{CanonicalWriter{chart, names}.write(Declaration{row})};
    const std::string begin =
        R"([1,"member",[["w",0,"the member"],["p",0,"parties:household"]],0,)";
    CHECK(body == begin + R"({"arrived":17540,"household":0,"released":17541,"role":3,)" +
                      R"("standing":3,"works":2}])");
    const auto reads = [](const std::string& text) {
        Chart other;
        ChainNames other_names;
        const auto entry = CanonicalReader{other, other_names}.read(1, text);
        if (!entry) CHECK(entry.error().code == DiagnosticCode::body_damaged);
        return static_cast<bool>(entry);
    };
    CHECK(reads(body));
    for (std::size_t size = 0; size < body.size(); ++size) CHECK_FALSE(reads(body.substr(0, size)));
    struct Case {
        std::string what;
        std::string members;
        bool read;
    };
    for (const auto& [what, members, read] : std::vector<Case>{
             {"what is required", R"({"arrived":1,"household":0,"role":3})", true},
             {"no role", R"({"arrived":1,"household":0})", false},
             {"no household", R"({"arrived":1,"role":3})", false},
             {"nothing", "{}", false},
             {"a role beyond the last", R"({"arrived":1,"household":0,"role":4})", false},
             {"a role below the first", R"({"arrived":1,"household":0,"role":-1})", false},
             {"a role in words", R"({"arrived":1,"household":0,"role":"child"})", false},
             {"a standing beyond the last", R"({"arrived":1,"household":0,"role":3,"standing":4})",
              false},
             {"a member that no row has", R"({"arrived":1,"household":0,"role":3,"x":1})", false},
             {"one of another register", R"({"arrived":1,"household":0,"places":1,"role":3})",
              false},
             {"its key again", R"({"arrived":1,"household":0,"member":0,"role":3})", false},
             {"a party that has no number", R"({"arrived":1,"household":7,"role":3})", false},
             {"a day beyond the calendar", R"({"arrived":9999999,"household":0,"role":3})", false},
         }) {
        INFO(what);
        CHECK(reads(begin + members + "]") == read);
    }
    const std::string cell = R"([1,"cell",[["w",0,"c"],["p",0,"s"]],0,{)";
    CHECK(reads(cell + R"("places":1,"section":0}])"));
    CHECK_FALSE(reads(cell + R"("places":0,"section":0}])"));
    CHECK_FALSE(reads(cell + R"("grade":6,"places":1,"section":0}])"));
    CHECK_FALSE(reads(cell + R"("area":"-1","places":1,"section":0}])"));
    CHECK_FALSE(reads(R"([1,"cells",[["w",0,"c"],["p",0,"s"]],0,{"places":1,"section":0}])"));
}
