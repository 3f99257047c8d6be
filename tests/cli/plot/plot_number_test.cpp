#include "cli/plot/plot_number.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;
using cli::is_plot_number;
using cli::plot_number;

TEST_CASE("a number is digits with at most one point and an exponent") {
    for (const auto* text : {"0", "-1", "+2.50", ".5", "5.", "1e3", "1.25E-07",
                             "276701161105643274.21", "-0.0", "1e299"}) {
        INFO(text);
        CHECK(is_plot_number(text));
    }
    // gnuplot would run, expand or misread some of these.
    for (const auto* text : {"", "-", ".", "1,000", "1 000", "0x10", "1e", "1e400", "nan", "inf",
                             "`id`", "1;exit", "1\n2", "--1", "1.2.3", "END", "1e5000", "$1"}) {
        INFO(text);
        CHECK_FALSE(is_plot_number(text));
    }
    CHECK_FALSE(is_plot_number(std::string(101, '1')));
}

TEST_CASE("cells of every kind give their number, or none") {
    CHECK(plot_number(std::int64_t{-3}) == "-3");
    CHECK(plot_number(Decimal{1250, 3}) == "1.250");
    CHECK(plot_number(TableAmount{-30000, 2, "BOB"}) == "-300.00");
    CHECK(plot_number(std::vector<TableAmount>{{5, 0, "CIG"}}) == "5");
    CHECK(plot_number(std::string{"12.5"}) == "12.5");
    CHECK_FALSE(plot_number(Value{}));
    CHECK_FALSE(plot_number(std::string{"posta"}));
    CHECK_FALSE(plot_number(*parse_date("2018-03-01")));
    CHECK_FALSE(plot_number(std::vector<TableAmount>{{5, 0, "CIG"}, {1, 2, "BOB"}}));
    CHECK_FALSE(plot_number(std::vector<TableAmount>{}));
}
