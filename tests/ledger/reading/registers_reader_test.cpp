#include "ledger/reading/registers_reader.hpp"

#include <catch2/catch.hpp>

#include "ledger/reading/register_values.hpp"
#include "tests/ledger/reading/read_text.hpp"

using namespace cellbook;
using namespace cellbook::test;

namespace {

struct Reading {
    ReadText read{};
    bool to_the_end = false;

    explicit Reading(const std::string& text, std::size_t stop_after = 0) {
        MemoryFiles files{{{"rows.csv", text}}};
        read.sink.stop_after = stop_after;
        to_the_end = read_registers(files, "rows.csv", read.chart, read.sink);
    }
    [[nodiscard]] std::vector<RegisterDeclaration> rows() const {
        return read.declarations<RegisterDeclaration>();
    }
    [[nodiscard]] std::string text(std::size_t row, std::size_t field) const {
        return register_text(rows().at(row), field, read.chart);
    }
};

/// A header of all the columns of a form.
std::string header_of(const RegisterForm& form) {
    std::string header;
    for (const RegisterField& field : form.fields) {
        header += (header.empty() ? "" : ",") + std::string{field.name};
    }
    return header + '\n';
}

}  // namespace

TEST_CASE("the first column tells the register; cells and titles by what else there is") {
    for (const RegisterForm& form : register_forms()) {
        INFO(form.name);
        const std::string header = header_of(form);
        CHECK(looks_like_registers(header));
        CHECK(looks_like_registers("# synthetic\n\n" + header));
        CHECK(Reading{header}.read.problems().empty());
    }
    const Reading titles{"cell,owner,since\nposta-1,inmates:i1,2018-01-01\n"};
    CHECK(titles.rows().at(0).sort == Register::title);
    const Reading cells{"cell,section,places\nposta-1,sections:posta,2\n"};
    CHECK(cells.rows().at(0).sort == Register::cell);
    for (const char* other :
         {"", "# x\n", "cell\n", "places,cell\n", "date,kind,payer\n", "cell: x, y\n",
          "2018-01-01 cell, section\n", "; cell: posta-1  section:x, places:2\n"}) {
        INFO(other);
        CHECK_FALSE(looks_like_registers(other));
    }
}

TEST_CASE("columns stand in any order, tags have columns of their own, empty fields say nothing") {
    const Reading reading{
        "cell,note,places,tag:basis,section,standing,tag:weather,source,area\n"
        "posta-1,\"two, \"\"large\"\"\r\nrooms\",2,counted,sections:posta,observed,,S12,9.50\n"
        ",,,,,,,,\n"
        "\n"
        "ñandú 2,,1,,sections:posta,,dry,,\n"};
    REQUIRE(reading.read.problems().empty());
    REQUIRE(reading.rows().size() == 2);
    const RegisterDeclaration row = reading.rows()[0];
    const Chart& chart = reading.read.chart;
    CHECK(reading.text(0, register_field::cell_name) == "posta-1");
    CHECK(reading.text(0, register_field::cell_area) == "9.50");
    CHECK(reading.text(0, register_field::cell_grade).empty());
    CHECK(row.note == "two, \"large\"\nrooms");
    CHECK(row.standing == Standing::observed);
    CHECK(chart[row.source] == "S12");
    REQUIRE(row.tags.size() == 1);
    CHECK(chart[row.tags[0].name] == "basis");
    CHECK(row.tags[0].value == "counted");
    CHECK(reading.text(1, 0) == "ñandú 2");
    CHECK(chart[reading.rows()[1].tags.at(0).name] == "weather");
    CHECK(reading.read.sink.entries[1].position == Position{"rows.csv", 6, 1});
    CHECK(reading.to_the_end);
}

TEST_CASE("every problem of a table is reported where it stands, and what is sound is read") {
    struct Case {
        std::string text;
        std::vector<std::string> problems;
        std::size_t rows;
    };
    const std::string header = "cell,section,places,note\n";
    const std::string good = "posta-1,sections:posta,2,\n";
    for (const auto& [text, problems, rows] : std::vector<Case>{
             {"cells,section,places\n" + good, {"register_header_invalid 1:1"}, 0},
             {"cell;section;places\n" + good, {"register_header_invalid 1:1"}, 0},
             {"cell,section\nposta-1,sections:posta\n", {"register_header_invalid 1:1"}, 0},
             {"cell,note\n" + good,
              {"register_header_invalid 1:1", "register_header_invalid 1:1"},
              0},
             {"cell,section,places,colour\n" + good, {"register_column_unknown 1:21"}, 1},
             {"cell,section,places,\n" + good, {"register_column_unknown 1:21"}, 1},
             {"cell,section,places,tag:\n" + good, {"register_column_unknown 1:21"}, 1},
             {"cell,section,places,places\n" + good, {"register_column_twice 1:21"}, 1},
             {"cell,section,places,tag:a,colour,tag:a,colour\nposta-1,sections:posta,2,,,,\n",
              {"register_column_unknown 1:27", "register_column_twice 1:34",
               "register_column_twice 1:40"},
              1},
             {header + "posta-1,sections:posta,2\n" + good, {"register_row_length 2:24"}, 1},
             {header + "posta-1,sections:posta,2,a,b\n" + good, {"register_row_length 2:28"}, 1},
             {header + "posta-1,sections:posta,none,\n" + good, {"register_field_invalid 2:24"}, 1},
             {header + "posta-1,assets:cash,none,\n" + good,
              {"register_field_invalid 2:9", "register_field_invalid 2:21"},
              1},
             {header + ",sections:posta,2,\n" + good, {"register_field_missing 2:1"}, 1},
             {header + "posta-1,sections:posta,,\n" + good, {"register_field_missing 2:24"}, 1},
             {header + "posta-1,sections:posta,2,\"a\"b\n" + good,
              {"events_quote_invalid 2:29"},
              1},
             {header + "posta-1,sections:posta,2,\xFF\n" + good, {"text_not_utf8 2:26"}, 1},
         }) {
        INFO(text);
        const Reading reading{text};
        CHECK(reading.read.problems() == problems);
        CHECK(reading.rows().size() == rows);
    }
}

TEST_CASE("reading ends where the sink says so, and a file that is not there is told") {
    const std::string rows =
        "cell,section,places\na,sections:posta,1\nb,sections:posta,1\nc,sections:posta,1\n";
    CHECK(Reading{rows}.rows().size() == 3);
    const Reading stopped{rows, 2};
    CHECK(stopped.rows().size() == 2);
    CHECK_FALSE(stopped.to_the_end);
    const Reading complained{"cell,section,places\na,sections:posta,x\nb,sections:posta,y\n", 1};
    CHECK(complained.read.problems().size() == 1);
    CHECK_FALSE(complained.to_the_end);

    MemoryFiles none{{}};
    Chart chart;
    CollectingSink sink;
    read_registers(none, "rows.csv", chart, sink);
    REQUIRE(sink.problems.size() == 1);
    CHECK(sink.problems[0].code == DiagnosticCode::file_unreadable);
}
