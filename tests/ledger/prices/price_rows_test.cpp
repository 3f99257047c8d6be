#include "ledger/prices/price_rows.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

constexpr std::array columns{PriceColumn{"period"}, PriceColumn{"value"},
                             PriceColumn{"note", false}};

/// The rows that are read, `period=value`, and what is complained about, `line:column code`.
struct Reading {
    std::vector<std::string> rows{};
    std::vector<std::string> complaints{};
};

Reading read(const std::string& text) {
    MemoryFiles files{{{"a.csv", text}}};
    PriceProblems problems;
    PriceRows records{files, "a.csv", columns, problems};
    Reading reading;
    while (records.next()) {
        const auto period = records.text(0);
        const auto value = records.number(1);
        if (period && value) reading.rows.push_back(std::string{*period} + "=" + to_string(*value));
    }
    for (const Diagnostic& problem : problems.kept) {
        CHECK(problem.position.file == "a.csv");
        CHECK_FALSE(problem.remedy.empty());
        reading.complaints.push_back(std::to_string(problem.position.line) + ":" +
                                     std::to_string(problem.position.column) + " " +
                                     std::string{to_string(problem.code)});
    }
    CHECK(problems.count == static_cast<std::int64_t>(reading.complaints.size()));
    return reading;
}

}  // namespace

TEST_CASE("columns are found by name, in any order, and rows keep theirs") {
    const auto [rows, complaints] =
        read("# a comment\nnote,value, period\n,1.50,2018\n\"so, so\",2,\"t\"\n");
    CHECK(rows == std::vector<std::string>{"2018=1.50", "t=2"});
    CHECK(complaints.empty());
}

TEST_CASE("what is wrong with a file of prices is told in its place, and the rest is read") {
    struct Case {
        std::string text;
        std::vector<std::string> complaints;
    };
    const std::vector<Case> cases{
        {"", {"1:1 prices_missing"}},
        {"period,value\n", {"1:1 prices_missing"}},
        {"period\n1\n", {"1:1 prices_header_invalid"}},
        {"period,valu\n1,2\n", {"1:8 prices_header_invalid", "1:1 prices_header_invalid"}},
        {"period,value,value\n1,2,3\n", {"1:14 prices_header_invalid"}},
        {"period,value\n1,2\n1,2,3\n4\n,5\n6,\n7,1e5\n8,9\n",
         {"3:5 prices_row_invalid", "4:1 prices_row_invalid", "5:1 prices_row_invalid",
          "6:3 prices_row_invalid", "7:3 number_invalid"}},
        {"period,value\n\"1,2\n", {"2:1 events_quote_invalid"}},
    };
    for (const auto& [text, complaints] : cases) {
        INFO(text);
        CHECK(read(text).complaints == complaints);
    }
    CHECK(read(cases[5].text).rows == std::vector<std::string>{"1=2", "8=9"});
}

TEST_CASE("a file of prices that is not there is told") {
    MemoryFiles files{{}};
    PriceProblems problems;
    PriceRows records{files, "none.csv", columns, problems};
    CHECK_FALSE(records.next());
    REQUIRE(problems.count == 1);
    CHECK(problems.kept[0].code == DiagnosticCode::file_unreadable);
}
