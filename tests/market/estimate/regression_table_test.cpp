#include "market/estimate/regression_table.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

const std::string data = "y,x,w\n1,2,1\n2,4,0\n4,5,3\n3,7,1\n8,9,2\n";

std::string header(const Table& table) {
    std::string text;
    for (const Column& column : table.columns) text += (text.empty() ? "" : ",") + column.name;
    return text;
}

}  // namespace

TEST_CASE("facts of one regression have the columns that programs rely on") {
    const auto one = test::regression_of(test::frame_of(data), "y ~ x");
    const Table table = regression_table({one}, {});
    CHECK(header(table) == "term,estimate,std_error,statistic,p_value,low,high");
    CHECK(table.rows.size() == 2);
    CHECK_FALSE(table.layout);
    CHECK(header(statistics_table({one})) == "statistic,value");
}

TEST_CASE("several regressions stand side by side, and their facts name the model") {
    const DataFrame frame = test::frame_of(data);
    const Table table = regression_table(
        {test::regression_of(frame, "y ~ x"), test::regression_of(frame, "y ~ x + w")},
        {.stars = true});
    CHECK(header(table) == "model,term,estimate,std_error,statistic,p_value,low,high");
    CHECK(table.rows.size() == 5);
    REQUIRE(table.layout);
    CHECK(table.layout->columns.size() == 3);
    // Responses, three terms with their errors, N, missing, R2, adjusted R2, F, method, errors.
    CHECK(table.layout->rows.size() == 14);
    CHECK(plain_text(table.layout->rows[3].cells[1]).ends_with("*"));
    CHECK(std::holds_alternative<std::monostate>(table.layout->rows[5].cells[1]));
}

TEST_CASE("decimals show as many digits as say something") {
    CHECK(decimals_of(1234.5, 3) == 0);
    CHECK(decimals_of(0.012345, 3) == 4);
    CHECK(decimals_of(-3.2e-7, 3) == 9);
    CHECK(decimals_of(0, 3) == 3);
}
