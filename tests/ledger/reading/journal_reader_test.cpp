#include "ledger/reading/journal_reader.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

const std::string one = "2018-03-01 one\n    assets:a  1 BOB\n    equity:b\n";

}  // namespace

TEST_CASE("the reader reports each entry that is wrong and goes on with the next") {
    const ReadText read = read_text("2018-03-01 wrong\n    assets:a  x BOB\n    assets:b  y BOB\n" +
                                    one + "nonsense\n    of two lines\n" + one +
                                    "    assets:c  1 BOB\n\n    assets:stray  1 BOB\n" + one);
    CHECK(read.problems() == std::vector<std::string>{"amount_invalid 2:17",
                                                      "directive_unknown 7:1",
                                                      "line_unexpected 14:1"});
    CHECK(read.transactions().size() == 3);
}

TEST_CASE("ten thousand errors are ten thousand reports") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "2018-03-01 x\n    cash  1 BOB\n";
    CHECK(read_text(text).sink.problems.size() == 10'000);
}

TEST_CASE("the reader stops when its sink says so") {
    for (const std::string& text : {one + one + one, std::string{"a\nb\nc\n"}}) {
        Chart chart;
        CollectingSink sink;
        sink.stop_after = 2;
        MemoryFiles files{{{"t", text}}};
        CHECK_FALSE(read_journal(files, "t", chart, sink));
        CHECK(sink.entries.size() + sink.problems.size() == 2);
    }
}

TEST_CASE("bytes that are no text are refused at their place, and only their entry is lost") {
    const ReadText read =
        read_text(one + "2018-03-01 caf\xE9\n    assets:a  1 BOB\n" + one +
                  "2018-03-01 x\n    assets:" + std::string(1, '\0') + "  1 BOB\n" + one);
    CHECK(read.problems() == std::vector<std::string>{"text_not_utf8 4:15", "text_not_utf8 10:12"});
    CHECK(read.sink.problems[0].excerpt == "2018-03-01 caf");
    CHECK(read.transactions().size() == 3);
}

TEST_CASE("a journal may have CRLF, a byte order mark and no newline at its end") {
    const ReadText plain = read_text(one);
    for (const std::string& text :
         {"\xEF\xBB\xBF" + one,
          std::string{"2018-03-01 one\r\n    assets:a  1 BOB\r\n    equity:b\r\n"},
          one.substr(0, one.size() - 1)}) {
        const ReadText read = read_text(text);
        CHECK(read.problems().empty());
        CHECK(read.transactions() == plain.transactions());
    }
}

TEST_CASE(
    "included files are read in their place, with what holds there, and keep theirs to "
    "themselves") {
    ReadText read;
    read_into(read, {{"books/main.journal",
                      "year 2018\ninclude months/*.journal\n3-3 last\n    assets:a  1 BOB\n"},
                     {"books/months/02.journal", "2-1 second\n    assets:a  1.000 BOB\n"},
                     {"books/months/01.journal",
                      "decimal-mark ,\nyear 2017\n1-1 first\n    assets:a  1.000 BOB\n"}});
    CHECK(read.problems() == std::vector<std::string>{"number_ambiguous 2:15"});
    CHECK(read.sink.problems[0].position.file == "books/months/02.journal");
    const auto drafts = read.transactions();
    REQUIRE(drafts.size() == 2);
    CHECK(to_string(drafts[0].date) == "2017-01-01");
    CHECK(to_string(drafts[1].date) == "2018-03-03");
    CHECK(read.sink.entries[0].position.file == "books/months/01.journal");
    CHECK(read.sink.entries[1].position == Position{"books/main.journal", 3, 1});
}

TEST_CASE("includes that lead nowhere or in a circle are refused at the line that includes") {
    ReadText read;
    read_into(read, {{"a.journal",
                      one + "include b.journal\ninclude c.journal\ninclude x*.journal\n" + one},
                     {"b.journal", "include ./a.journal\n"}});
    CHECK(read.problems() == std::vector<std::string>{"include_cycle 1:1", "file_unreadable 5:1",
                                                      "include_empty 6:1"});
    CHECK(read.sink.problems[0].position.file == "b.journal");
    CHECK(read.sink.problems[0].explanation.find(
              "a.journal includes b.journal includes ./a.journal") != std::string::npos);
    CHECK(read.transactions().size() == 2);
}

TEST_CASE("a file that cannot be read is reported by its name") {
    ReadText read;
    MemoryFiles files{{}};
    CHECK(read_journal(files, "absent.journal", read.chart, read.sink));
    REQUIRE(read.problems() == std::vector<std::string>{"file_unreadable 0:0"});
    CHECK(read.sink.problems[0].position.file == "absent.journal");
}

TEST_CASE(
    "an undeclared commodity takes the most decimals of any of its amounts, costs and balances") {
    const ReadText read = read_text(
        "2018-03-01 x\n    assets:a  1 gold\n    assets:b  2.5 gold = 4.25 gold\n"
        "2018-03-02 x\n    assets:a  1 USD @@ 3.0001 silver\n    assets:a  1 silver\n");
    REQUIRE(read.problems().empty());
    CHECK(unsigned{read.chart[read.chart.find_commodity("gold")].scale} == 2);
    CHECK(unsigned{read.chart[read.chart.find_commodity("silver")].scale} == 4);
    CHECK(read.transactions()[0].postings[0].amount.minor == 100);
    CHECK(read.transactions()[1].postings[1].amount.minor == 10000);
}

TEST_CASE("a text in which every scale is settled is read once, any other is surveyed once") {
    for (const auto& [text, surveys] : std::vector<std::pair<std::string, int>>{
             {one, 0},
             {"commodity 1000. CIG\n2018-03-01 x\n    assets:a  1 CIG\n", 0},
             {"2018-03-01 x\n    assets:a  1 CIG\n    assets:b  1 jam\n", 1}}) {
        ReadText read;
        MemoryFiles files{{{"t", text}}};
        int count = 0;
        const auto settle = [&, &surveyed = files] {
            ++count;
            ScaleSurvey survey;
            survey_journal(surveyed, "t", survey);
            survey.settle(read.chart);
        };
        CHECK(read_journal(files, "t", read.chart, read.sink, settle));
        CHECK(count == surveys);
    }
}

TEST_CASE("a survey reads what it can, reports nothing and names nothing in the chart") {
    Chart chart;
    MemoryFiles files{
        {{"t", "nonsense\n2018-03-01 x\n    no class  1.25 gold\n    assets:a  x\ninclude u\n"},
         {"u",
          "2018-03-01 x\n    assets:a  1.125 \"fine gold\"\n2018-03-01 x\n    assets:b  0.5\n"}}};
    ScaleSurvey survey;
    survey_journal(files, "t", survey);
    survey.settle(chart);
    CHECK(unsigned{chart[chart.find_commodity("gold")].scale} == 2);
    CHECK(chart.account_count() == 0);
    CHECK_FALSE(chart.find_commodity("fine gold").valid());  // 1.125 may be a thousand
    CHECK(unsigned{chart[chart.find_commodity("")].scale} == 1);
}
