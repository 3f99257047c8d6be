#include "market/estimate/rent_index.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

/// Rents are `level` times 10 a square metre, exactly; `offset` shifts which cells are let.
PeriodCells period(const std::string& label, double level, int offset,
                   const std::string& section = "a") {
    std::string csv = "cell,section,area,rent\n";
    for (int i = 0; i < 12; ++i) {
        const double area = 5 + i + offset;
        csv += "c" + std::to_string(i) + "," + section + "," + to_string(Real{area}) + "," +
               to_string(Real{level * 10 * area}) + "\n";
    }
    return {label, test::frame_of(csv)};
}

}  // namespace

TEST_CASE("rents that rise by a tenth for every cell rise by a tenth, whatever is let") {
    const auto index =
        rent_index({period("2018-01", 1, 0), period("2018-02", 1.1, 7), period("2018-03", 0.9, 2)},
                   {.formula = "rent ~ area"});
    REQUIRE(index.has_value());
    const std::vector<double> expected{1, 1.1, 0.9};
    for (std::size_t t = 0; t < 3; ++t) {
        CHECK(index->points[t].laspeyres == Approx(expected[t]).epsilon(1e-12));
        CHECK(index->points[t].paasche == Approx(expected[t]).epsilon(1e-12));
        CHECK(index->points[t].fisher == Approx(expected[t]).epsilon(1e-12));
        CHECK(index->points[t].let == 12);
    }
    CHECK(rent_index_table(*index).rows.size() == 3);
}

TEST_CASE("periods without a section in common are not compared") {
    const auto index = rent_index({period("2018-01", 1, 0), period("2018-02", 1, 0, "b")},
                                  {.formula = "rent ~ area"});
    REQUIRE_FALSE(index.has_value());
    CHECK(index.error().code == DiagnosticCode::series_missing);
}
