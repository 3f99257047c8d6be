#include "market/series/frame_join.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("columns come to the rows of the same keys, and are missing elsewhere") {
    DataFrame frame = test::frame_of("period,q\n2018-01,1\n2018-02,2\n2018-01,3\n");
    CHECK_FALSE(join_columns(frame, test::frame_of("cost,period,who\n5,2018-01,a\n"), {"period"}));
    const DataColumn& cost = *frame.find("cost");
    CHECK(cost.number(0).high == 5);
    CHECK(cost.is_missing(1));
    CHECK(cost.number(2).high == 5);
    CHECK(frame.find("who")->label(2) == "a");
}

TEST_CASE("keys that stand twice, and columns that are there already, are refused") {
    DataFrame frame = test::frame_of("period,q\n1,1\n");
    const auto fault = [&](const std::string& more) {
        return join_columns(frame, test::frame_of(more), {"period"})->code;
    };
    CHECK(fault("period,z\n1,1\n1,2\n") == DiagnosticCode::data_key_twice);
    CHECK(fault("period,q\n1,1\n") == DiagnosticCode::data_column_twice);
    CHECK(fault("month,z\n1,1\n") == DiagnosticCode::data_column_unknown);
    CHECK(frame.columns.size() == 2);
}
