#include "market/series/data_frame.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

TEST_CASE("groups are in order of size, and of bytes where they are texts") {
    const DataFrame frame = test::frame_of("n,t\n10,b\n9,a\n,\n10,b\n2.5,C\n");
    const Groups numbers = groups_of(*frame.find("n"));
    CHECK(numbers.labels == std::vector<std::string>{"2.5", "9", "10"});
    CHECK(numbers.of_row == std::vector<std::uint32_t>{2, 1, DataColumn::no_label, 2, 0});
    CHECK(groups_of(*frame.find("t")).labels == std::vector<std::string>{"C", "a", "b"});
}

TEST_CASE("a column that begins with a text keeps it, and one that begins with a rest too") {
    const DataFrame frame = test::frame_of("t,x\na,0.1\nb,2\n");
    CHECK(frame.find("t")->label(0) == "a");
    CHECK_FALSE(frame.find("t")->is_missing(0));
    CHECK(frame.find("x")->number(0).low != 0);
    CHECK(frame.find("x")->number(1) == DoubleDouble{2, 0});
}

TEST_CASE("a column that is not there is named with the nearest") {
    const Diagnostic fault = test::frame_of("price,quantity\n1,2\n").no_column("prices");
    CHECK(fault.code == DiagnosticCode::data_column_unknown);
    CHECK(fault.remedy.find("`price`") != std::string::npos);
    CHECK(test::frame_of("y;x\n1;2\n").no_column("y").remedy ==
          "Save the sheet with commas between columns.");
}
