#include "market/assignment/values_file.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

namespace {

ValuesFile read(const std::string& values, const std::string& reserves = "") {
    MemoryFiles files{{{"v.csv", values}, {"r.csv", reserves}}};
    ValuesFile file = read_values(files, "v.csv", {});
    if (file.ok() && !reserves.empty()) read_reserves(files, "r.csv", file);
    return file;
}

std::string complaints(const ValuesFile& file) {
    std::string text;
    for (const Diagnostic& problem : file.problems.kept) {
        text += std::string{to_string(problem.code)} + ' ' + problem.position.file + ':' +
                std::to_string(problem.position.line) + ':' +
                std::to_string(problem.position.column) + '\n';
        CHECK(problem.remedy != "");
    }
    return text;
}

}  // namespace

TEST_CASE("values are exact at the scale of the finest, and an empty field is not wanted") {
    const ValuesFile file = read("household,a,b\nh1,1,2.50\nh2,-0.125,\n\"h,3\",1000,0.1\n");
    REQUIRE(file.ok());
    CHECK(file.game.scale == 3);
    CHECK(file.game.cells == std::vector<std::string>{"a", "b"});
    CHECK(file.game.households == std::vector<std::string>{"h1", "h2", "h,3"});
    CHECK(file.game.values ==
          std::vector<std::int64_t>{1000, 2500, -125, not_wanted, 1'000'000, 100});
    CHECK(file.game.reserves == std::vector<std::int64_t>{0, 0});
}

TEST_CASE("reserves come to the same scale as values, and cells without one have zero") {
    const ValuesFile file = read("household,a,b,c\nh1,1,2,\n", "cell,reserve\nc,0.25\na,7\n");
    REQUIRE(file.ok());
    CHECK(file.game.scale == 2);
    CHECK(file.game.values == std::vector<std::int64_t>{100, 200, not_wanted});
    CHECK(file.game.reserves == std::vector<std::int64_t>{700, 0, 25});
}

TEST_CASE("a market may have no household") {
    const ValuesFile file = read("household,a\n");
    CHECK(file.ok());
    CHECK(file.game.values.empty());
}

TEST_CASE("a file of values that is wrong says where and what to do") {
    const struct {
        std::string what;
        std::string values;
        std::string reserves;
        std::string expected;
    } cases[] = {
        {"no file", "", "", "values_header_invalid v.csv:1:1\n"},
        {"no cell", "household\n", "", "values_header_invalid v.csv:1:1\n"},
        {"another first column", "name,a\nh,1\n", "", "values_header_invalid v.csv:1:1\n"},
        {"a cell twice", "household,a,a\n", "", "values_name_invalid v.csv:1:13\n"},
        {"a cell without a name", "household,a,,b\n", "", "values_name_invalid v.csv:1:13\n"},
        {"a household twice", "household,a\nh,1\nh,2\n", "", "values_name_invalid v.csv:3:1\n"},
        {"a household without a name", "household,a\n,1\n", "", "values_name_invalid v.csv:2:1\n"},
        {"no number", "household,a\nh,1e3\ni,much\n", "",
         "number_invalid v.csv:2:3\nnumber_invalid v.csv:3:3\n"},
        {"a short row", "household,a,b\nh,1\n", "", "data_row_length v.csv:2:3\n"},
        {"a long row", "household,a\nh,1,2\n", "", "data_row_length v.csv:2:5\n"},
        {"too large", "household,a\nh,100000000000000001\n", "", "number_too_large v.csv:2:3\n"},
        {"too fine", "household,a\nh,100000000000000000\ni,0.1\n", "",
         "number_too_large v.csv:3:3\n"},
        {"a reserve of no cell", "household,post\nh,1\n", "cell,reserve\npots,1\n",
         "values_name_unknown r.csv:2:1\n"},
        {"a reserve twice", "household,a\nh,1\n", "cell,reserve\na,1\na,1\n",
         "values_name_invalid r.csv:3:1\n"},
        {"a reserve that is no number", "household,a\nh,1\n", "cell,reserve\na,b\n",
         "number_invalid r.csv:2:3\n"},
        {"a reserve too large", "household,a\nh,1\n", "cell,reserve\na,1000000000000000000\n",
         "number_too_large :0:0\n"},
        {"not UTF-8", "household,a\nh\xff,1\n", "", "text_not_utf8 v.csv:2:2\n"},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        CHECK(complaints(read(each.values, each.reserves)) == each.expected);
    }
}

TEST_CASE("names of a column are found among those of the market") {
    const std::string text = "cell,household\na,h2\nb,\nc,h3\n";
    MemoryFiles files{{{"e.csv", text}}};
    PriceProblems problems;
    const auto owners = read_names(files, "e.csv", "cell", {"a", "b", "c"}, "household",
                                   {"h1", "h2", "h3"}, problems);
    CHECK(problems.count == 0);
    CHECK(owners == std::vector<std::int32_t>{1, nobody, 2});
    read_names(files, "e.csv", "cell", {"a", "b", "c"}, "household", {"h1", "h2"}, problems);
    REQUIRE(problems.count == 1);
    CHECK(problems.kept.front().code == DiagnosticCode::values_name_unknown);
    CHECK(problems.kept.front().position == Position{"e.csv", 4, 3});
    CHECK(problems.kept.front().remedy.find("h2") != std::string::npos);
}
