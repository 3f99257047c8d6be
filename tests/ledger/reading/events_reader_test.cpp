#include "ledger/reading/events_reader.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/ledger/kinds/sample_events.hpp"

using namespace cellbook;

namespace {

/// What a reader hands over, kept.
class Kept final : public EntrySink {
public:
    bool accept(ReadEntry& entry) override {
        entries.push_back(std::move(entry));
        return entries.size() < stop_after;
    }
    bool report(Diagnostic diagnostic) override {
        problems.push_back(std::move(diagnostic));
        return true;
    }
    [[nodiscard]] const TransactionDraft& draft(std::size_t i) const {
        return std::get<TransactionDraft>(entries.at(i).content);
    }

    std::vector<ReadEntry> entries;
    std::vector<Diagnostic> problems;
    std::size_t stop_after = 1'000'000;
};

struct Reading {
    Kept kept{};
    Chart chart{};
    bool to_the_end = false;

    explicit Reading(const std::string& text, std::size_t stop_after = 1'000'000) {
        MemoryFiles files{{{"week.csv", text}}};
        kept.stop_after = stop_after;
        to_the_end = read_events(files, "week.csv", KindTable::standard(), chart, kept);
    }
    /// The problems, as a person reads them.
    [[nodiscard]] std::vector<std::string> problems() const {
        std::vector<std::string> texts;
        for (const auto& problem : kept.problems) {
            texts.push_back(std::to_string(problem.position.line) + ":" +
                            std::to_string(problem.position.column) + " " +
                            std::string{to_string(problem.code)});
        }
        return texts;
    }
};

const std::string header = "date,kind,payer,payee,amount,commodity,cell,note\n";

}  // namespace

TEST_CASE("a row becomes a draft with the postings of its kind") {
    const Reading reading{
        header + "2018-03-01,cell_rent,inmates:i0042,inmates:i0007,300.00,BOB,posta-12,\n"};
    REQUIRE(reading.problems().empty());
    REQUIRE(reading.kept.entries.size() == 1);
    const auto& draft = reading.kept.draft(0);
    CHECK(to_string(draft.date) == "2018-03-01");
    CHECK(draft.description == "Cell rent, posta-12");
    REQUIRE(draft.postings.size() == 4);
    CHECK(reading.chart[draft.postings[0].account].name == "inmates:i0042:expenses:rent");
    CHECK(draft.postings[0].amount.minor == 30000);
    CHECK(reading.chart[draft.postings[3].account].name == "inmates:i0007:income:rent");
    CHECK(draft.postings[3].amount.minor == -30000);
    CHECK(reading.kept.entries[0].position == Position{"week.csv", 2, 1});
    CHECK(reading.to_the_end);
}

TEST_CASE("columns stand in any order, and tags have columns of their own") {
    const Reading reading{
        "commodity,amount,payee,tag:levy_rate,tag:section,payer,kind,date,cell,tag:unit_price,"
        "quantity,tag:standing-price,tag:weather\n"
        "BOB,15000,inmates:i0007,0.05,sections:posta,inmates:i0042,cell_sale,2018-04-12,posta-7,"
        "15000,1,observed,dry\n"};
    REQUIRE(reading.problems().empty());
    const auto& draft = reading.kept.draft(0);
    CHECK(draft.standings.price == Standing::observed);
    CHECK(same_value(*draft.flow.unit_price, decimal("15000")));
    REQUIRE(draft.tags.size() == 3);
    CHECK(draft.tags[2].value == "dry");
    CHECK(draft.postings.size() == 8);
}

TEST_CASE("RFC 4180: quotes, doubled quotes, commas and line breaks; CRLF and a byte order mark") {
    const Reading reading{
        "\xEF\xBB\xBF# a made-up week\r\ndate,kind,payer,payee,amount,commodity,note\r\n"
        "2018-03-01,\"restaurant_meal\",inmates:i1,businesses:b,5.00,BOB,"
        "\"soup, and \"\"the\"\" rest\r\nof it\"\r\n"
        "\r\n"
        ",,,,,,\r\n"
        "2018-03-02 , sauna_visit ,inmates:i1,businesses:b,7.00,BOB,\r\n"};
    REQUIRE(reading.problems().empty());
    REQUIRE(reading.kept.entries.size() == 2);
    CHECK(reading.kept.draft(0).description == "soup, and \"the\" rest of it");
    CHECK(reading.kept.entries[1].position.line == 7);
}

TEST_CASE("every problem of a file is reported where it stands") {
    struct Case {
        std::string text;
        std::vector<std::string> problems;
    };
    const std::string good = "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,,\n";
    const std::vector<Case> cases{
        {"", {"0:0 events_header_invalid"}},
        {"# only this\n", {"0:0 events_header_invalid"}},
        {"date;kind;payer\n", {"1:1 events_header_invalid"}},
        {"date,kind,payer,payee,amount,commodity,section,cell\n" + good,
         {"1:40 events_column_unknown"}},
        {"date,kind,payer,payee,amount,commodity,date,cell\n" + good, {"1:40 events_column_twice"}},
        {"date,kind,payer,payee,amount,commodity,tag:cell,tag:with\n" + good,
         {"1:40 events_column_unknown", "1:49 events_column_unknown"}},
        {header + "2018-02-30,sauna_visit,inmates:i1,businesses:b,seven,BOB,,\n",
         {"2:1 date_invalid", "2:48 number_invalid"}},
        {header + ",,inmates:i1,businesses:b,7,BOB,,\n",
         {"2:1 event_field_missing", "2:2 event_field_missing"}},
        {header + "2018-03-01,sauna_vist,inmates:i1,businesses:b,7.00,BOB,,\n" + good,
         {"2:12 kind_unknown"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,\n",
         {"2:57 events_row_length"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,,,x\n",
         {"2:59 events_row_length"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,posta-1,\n",
         {"2:57 event_field_unused"}},
        {header + "2018-03-01,cell_rent,inmates:i1,inmates:i2,7.00,BOB,,\n",
         {"2:53 event_field_missing"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.001,BOB,,\n",
         {"2:48 amount_too_precise"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,-7,BOB,,\n",
         {"2:48 event_amount_sign"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,,\xFF\n" + good,
         {"2:58 text_not_utf8"}},
        {header + std::string("2018-03-01,\0,a,b,7.00,BOB,,\n", 28) + good, {"2:12 text_not_utf8"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,,\"he said \"no\"\"\n" +
             good,
         {"2:68 events_quote_invalid"}},
        {header + "2018-03-01,sauna_visit,inmates:i1,businesses:b,7.00,BOB,,5\" nails\n" + good,
         {"2:59 events_quote_invalid"}},
    };
    for (const auto& [text, problems] : cases) {
        INFO(text);
        const Reading reading{text};
        CHECK(reading.problems() == problems);
    }
}

TEST_CASE("amounts of an undeclared commodity take the most decimals of the file") {
    const std::string row = "2018-03-01,gift,inmates:i1,inmates:i2,";
    const Reading reading{header + row + "3,cigarettes,,\n" + row + "2.5,cigarettes,,\n" + row +
                          "7,BOB,,\n"};
    REQUIRE(reading.problems().empty());
    CHECK(reading.kept.draft(0).postings[0].amount.minor == 30);
    CHECK(reading.kept.draft(1).postings[0].amount.minor == 25);
    CHECK(reading.kept.draft(2).postings[0].amount.minor == 700);
}

TEST_CASE("a survey counts the decimals of both moneys and passes over what is wrong") {
    MemoryFiles files{{{"week.csv",
                        "kind,amount,commodity,commodity2,amount2\n"
                        "x,1.25,CIG,OIL,2\nx,seven,CIG,OIL,3.5\n\"\nx,1\nx,1.5,CIG,,\n"}}};
    ScaleSurvey survey;
    survey_events(files, "week.csv", survey);
    Chart chart;
    survey.settle(chart);
    CHECK(chart[chart.find_commodity("CIG")].scale == 2);
    CHECK(chart[chart.find_commodity("OIL")].scale == 1);
    CHECK_FALSE(chart.find_commodity("").valid());
}

TEST_CASE("a sink that has enough stops the reader") {
    const std::string row = "2018-03-01,gift,inmates:i1,inmates:i2,3,BOB,,\n";
    const Reading reading{header + row + row + row, 2};
    CHECK(reading.kept.entries.size() == 2);
    CHECK_FALSE(reading.to_the_end);
}

TEST_CASE("a file that cannot be opened is reported") {
    MemoryFiles files{{}};
    Kept kept;
    Chart chart;
    CHECK(read_events(files, "absent.csv", KindTable::standard(), chart, kept));
    REQUIRE(kept.problems.size() == 1);
    CHECK(kept.problems[0].code == DiagnosticCode::file_unreadable);
}

TEST_CASE("a text looks like events by its header, behind comments and a byte order mark") {
    CHECK(looks_like_events("date,kind,payer\n"));
    CHECK(looks_like_events("payer,\"kind\" , date"));
    CHECK(looks_like_events("\xEF\xBB\xBF# made up\r\n\r\namount,kind,date\r\n2018-"));
    CHECK(looks_like_events("date;kind\n"));  // so that the header is refused, and told why
    CHECK_FALSE(looks_like_events(""));
    CHECK_FALSE(looks_like_events("# date,kind\n2018-03-01 rent\n"));
    CHECK_FALSE(looks_like_events("date,kinds,payer\n"));
    CHECK_FALSE(looks_like_events("account,amount\ndate,kind\n"));
}
