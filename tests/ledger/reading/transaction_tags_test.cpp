#include "ledger/reading/transaction_tags.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

ReadText with_comment(const std::string& comment, const std::string& posting_comment = "") {
    return read_text("2018-03-01 x\n    ; " + comment + "\n    assets:cash  1 BOB" +
                     (posting_comment.empty() ? "" : "  ; " + posting_comment) +
                     "\n    equity:opening\n");
}

}  // namespace

TEST_CASE("reserved tags become fields, others stay tags in their order") {
    const ReadText read = with_comment(
        "kind:cell_rent, cell:posta-12, product:cell, quantity:-1.50, unit_price:300, "
        "payer:inmates:i1, payee:inmates:i2, source:S12, standing:assumed, "
        "standing-price:observed, "
        "standing-quantity:estimated, standing-party:simulated, standing-date:assumed, low:250, "
        "high:350.0, id:r1, recorded:2018-03-05, reverses:r0, reason:\"twice, by mistake\", "
        "nonobserved:yes, levy_rate:0.05, section:sections:posta");
    REQUIRE(read.problems().empty());
    const TransactionDraft draft = read.transactions().at(0);
    const Chart& chart = read.chart;
    CHECK(chart[draft.kind] == "cell_rent");
    CHECK(chart[draft.flow.cell] == "posta-12");
    CHECK(chart[draft.flow.product] == "cell");
    CHECK(draft.flow.quantity == Decimal{-150, 2});
    CHECK(draft.flow.unit_price == Decimal{300, 0});
    CHECK(chart[draft.flow.payer].name == "inmates:i1");
    CHECK(chart[draft.flow.payee].name == "inmates:i2");
    CHECK(chart[draft.source] == "S12");
    CHECK(draft.standings == Standings{Standing::assumed, Standing::observed, Standing::estimated,
                                       Standing::simulated, Standing::assumed});
    CHECK(draft.low == Decimal{250, 0});
    CHECK(draft.high == Decimal{3500, 1});
    CHECK(draft.id == "r1");
    CHECK(draft.recorded == *parse_date("2018-03-05"));
    CHECK(draft.reversal == Reversal{"r0", "twice, by mistake"});
    CHECK(draft.nonobserved);
    REQUIRE(draft.tags.size() == 2);
    CHECK(chart[draft.tags[0].name] == "levy_rate");
    CHECK(draft.tags[0].value == "0.05");
    CHECK(draft.tags[1].value == "sections:posta");
}

TEST_CASE("texts that a first line cannot carry come as tags") {
    const ReadText read = with_comment(
        "description:\"a; b\", code:\"1)\", comment:\"two\\nlines, kind:x\"", "comment:\"p, q\"");
    REQUIRE(read.problems().empty());
    const TransactionDraft draft = read.transactions().at(0);
    CHECK(draft.description == "a; b");
    CHECK(draft.code == "1)");
    CHECK(draft.comment == "two\nlines, kind:x");
    CHECK(draft.postings[0].comment == "p, q");
}

TEST_CASE("a posting has its counterparty, balances of other sorts and free tags") {
    const ReadText read = with_comment("kind:x", "with:inmates:i2, assert:==* 5.00 BOB, shelf:3");
    REQUIRE(read.problems().empty());
    const Posting posting = read.transactions().at(0).postings.at(0);
    CHECK(read.chart[posting.with].name == "inmates:i2");
    REQUIRE(posting.assertion);
    CHECK(posting.assertion->inclusive);
    CHECK(posting.assertion->total);
    CHECK(posting.assertion->expected.minor == 500);
    CHECK(read.chart[posting.tags.at(0).name] == "shelf");
}

TEST_CASE("values that a tag cannot have are refused where they stand") {
    struct Case {
        std::string comment;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"standing:observd", "tag_value_invalid 2:16"},
        {"quantity:many", "tag_value_invalid 2:16"},
        {"low:1,5", ""},  // a comma ends the value
        {"unit_price:1.2.3", "tag_value_invalid 2:18"},
        {"kind:", "tag_value_invalid 2:12"},
        {"payer:, kind:x", "tag_value_invalid 2:13"},
        {"id:", "tag_value_invalid 2:10"},
        {"nonobserved:perhaps", "tag_value_invalid 2:19"},
        {"recorded:2018-02-30", "date_invalid 2:16"},
        {"kind:x, cell:1, kind:y", "tag_repeated 2:23"},
        {"with:inmates:i1", "tag_misplaced 2:7"},
        {"reason:none given", "tag_misplaced 1:1"},
        {"low:5, high:4.99", "range_reversed 1:1"},
        {"reverses:", "tag_value_invalid 2:16"},
    };
    for (const Case& one : cases) {
        INFO(one.comment);
        const auto problems = with_comment(one.comment).problems();
        CHECK(problems == (one.problem.empty() ? std::vector<std::string>{}
                                               : std::vector<std::string>{one.problem}));
    }
}

TEST_CASE("a tag of the transaction is refused on a posting, where it would do nothing") {
    for (const auto& [comment, problem] : std::vector<std::pair<std::string, std::string>>{
             {"kind:cell_rent", "tag_misplaced 3:27"},
             {"date:2018-03-02", "syntax_unsupported 3:27"},
             {"with:a, with:b", "tag_repeated 3:35"},
             {"comment:a, comment:b", "tag_repeated 3:38"},
             {"assert:3 BOB", "tag_value_invalid 3:34"},
             {"assert:= 3", ""}}) {
        INFO(comment);
        const auto problems = with_comment("x", comment).problems();
        CHECK(problems == (problem.empty() ? std::vector<std::string>{} : std::vector{problem}));
    }
}

TEST_CASE("an unknown standing names what is near") {
    const ReadText read = with_comment("standing:observd");
    CHECK(read.sink.problems.at(0).remedy.find("`observed`") != std::string::npos);
}

TEST_CASE("names of reserved tags are known to those who make transactions by program") {
    CHECK(is_reserved_transaction_tag("kind"));
    CHECK(is_reserved_transaction_tag("with"));
    CHECK_FALSE(is_reserved_transaction_tag("levy_rate"));
    CHECK(is_reserved_posting_tag("date"));
    CHECK_FALSE(is_reserved_posting_tag("shelf"));
}
