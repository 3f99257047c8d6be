#include "ledger/distribution/observations_reader.hpp"

#include "tests/ledger/distribution/observed.hpp"

using namespace cellbook;

namespace {

ObservationsReading read(const std::string& text, const ObservationColumns& columns) {
    MemoryFiles files{{{"data.csv", text}}};
    return read_observations(files, "data.csv", columns, {});
}

/// The whole of what is printed about a text that is refused.
std::string refused(const std::string& text, const ObservationColumns& columns) {
    const auto reading = read(text, columns);
    CHECK(reading.problem_count > 0);
    std::string printed;
    for (const Diagnostic& problem : reading.problems) printed += to_string(problem) + '\n';
    return printed;
}

}  // namespace

TEST_CASE("observations are read by the names of columns, whatever stands beside them") {
    const auto reading = read(
        "# made by hand\n"
        "id,x,where,w\n"
        "1,10.5,posta,2\n"
        "2,\"3\",\"san, martin\",0.5\n"
        "\n"
        "3,-7,,1\n",
        {.value = "x", .weight = "w", .group = "where"});
    REQUIRE(reading.problem_count == 0);
    const Observations& made = reading.observations;
    CHECK(made.value_scale == 1);
    CHECK(made.all[0].value == 105);
    CHECK(made.all[1].value == 30);
    CHECK(made.all[1].weight == 5);
    CHECK(made.all[2].value == -70);
    CHECK(made.groups == std::vector<std::string>{"posta", "san, martin", "(none)"});
    CHECK(made.all[2].group == 2);
}

TEST_CASE("numbers may have exponents, as statistical programs write them") {
    const auto reading = read("x\n1e+05\n1.5E-3\n-2e2\n0e9\n", {.value = "x"});
    REQUIRE(reading.problem_count == 0);
    CHECK(reading.observations.value_scale == 4);
    CHECK(reading.observations.all[0].value == 1'000'000'000);
    CHECK(reading.observations.all[1].value == 15);
    CHECK(reading.observations.all[2].value == -2'000'000);
    CHECK(reading.observations.all[3].value == 0);
}

TEST_CASE("a column that is not there is refused with the nearest and those there are") {
    CHECK(refused("incme,weight\n1,2\n", {.value = "income"}) ==
          "data.csv:1:1: error[data_column_unknown]: there is no column `income`\n"
          "    incme,weight\n"
          "    ^\n"
          "  Did you mean `incme`? Its columns are: incme, weight.\n");
    CHECK(refused("x;y\n1;2\n", {.value = "x"}).find("Save the sheet with commas") !=
          std::string::npos);
}

TEST_CASE("text where a number is due is refused with its place, and reading goes on") {
    CHECK(refused("x,y\n1,a\nmuch,b\n2,c\n,d\n", {.value = "x"}) ==
          "data.csv:3:1: error[number_invalid]: `much` is no number\n"
          "    much,b\n"
          "    ^\n"
          "  Write digits with a point before the decimals, and leave out rows of which the number "
          "is not known.\n"
          "data.csv:5:1: error[number_invalid]: there is no number here\n"
          "    ,d\n"
          "    ^\n"
          "  Write digits with a point before the decimals, and leave out rows of which the number "
          "is not known.\n");
    for (const std::string text : {"1e", "1e5x", "e5", "NA", "1,5", "--1", "1e+-5"}) {
        INFO(text);
        const auto reading = read("x\n\"" + text + "\"\n", {.value = "x"});
        REQUIRE(reading.problem_count == 1);
        CHECK(reading.problems.front().code == DiagnosticCode::number_invalid);
    }
}

TEST_CASE("a number that needs more than 38 digits or 36 decimals is refused") {
    for (const std::string text : {"1e50", "1e-40", "1e-999999999", "9e38"}) {
        INFO(text);
        const auto reading = read("x\n" + text + "\n", {.value = "x"});
        REQUIRE(reading.problem_count == 1);
        CHECK(reading.problems.front().code == DiagnosticCode::number_too_large);
        CHECK(reading.problems.front().position == Position{"data.csv", 2, 1});
    }
}

TEST_CASE("a weight below zero is refused, one of zero is not") {
    CHECK(refused("x,w\n1,0\n2,-0.5\n", {.value = "x", .weight = "w"}) ==
          "data.csv:3:3: error[weight_negative]: the weight -0.5 is below zero\n"
          "    2,-0.5\n"
          "      ^\n"
          "  A weight says for how many a row stands: zero or more.\n");
}

TEST_CASE("a row of data with other fields than the header has is refused") {
    CHECK(refused("x,w\n1\n2,3,4\n", {.value = "x"}) ==
          "data.csv:2:1: error[data_row_length]: the row has 1 field and the header 2\n"
          "    1\n"
          "    ^\n"
          "  Put fields that hold commas in quotes; write empty fields too.\n"
          "data.csv:3:5: error[data_row_length]: the row has 3 fields and the header 2\n"
          "    2,3,4\n"
          "        ^\n"
          "  Put fields that hold commas in quotes; write empty fields too.\n");
}

TEST_CASE("a file without rows has no Gini") {
    for (const std::string text : {"", "# nothing\n", "x,y\n"}) {
        const auto reading = read(text, {.value = "x"});
        REQUIRE(reading.problem_count == 1);
        CHECK(reading.problems.front().code == DiagnosticCode::observations_empty);
        CHECK(reading.problems.front().explanation.find("Gini of an empty set") !=
              std::string::npos);
        CHECK(reading.problems.front().position.file == "data.csv");
    }
    MemoryFiles files{{}};
    const auto absent = read_observations(files, "data.csv", {.value = "x"}, {});
    REQUIRE(absent.problem_count == 1);
    CHECK(absent.problems.front().code == DiagnosticCode::file_unreadable);
}

TEST_CASE("no more than a hundred problems are kept, and all are counted") {
    std::string text = "x\n";
    for (int i = 0; i < 250; ++i) text += "no\n";
    const auto reading = read(text, {.value = "x"});
    CHECK(reading.problem_count == 250);
    CHECK(reading.problems.size() == 100);
}

TEST_CASE("reading observations stops when progress asks it to") {
    MemoryFiles files{{{"data.csv", "x\n1\n2\n"}}};
    const auto reading = read_observations(files, "data.csv", {.value = "x"},
                                           [](std::int64_t, std::int64_t) { return false; });
    CHECK(reading.cancelled);
}
