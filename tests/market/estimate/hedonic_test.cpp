#include "market/estimate/hedonic.hpp"

#include <catch2/catch.hpp>

#include "tests/market/estimate/frames.hpp"

using namespace cellbook;

namespace {

/// Cells whose log rent is 4 + 0.1 area + 0.2 of section b + noise; every fifth is not let.
DataFrame cells(double noise, int count = 100) {
    std::string csv = "cell,section,grade,area,places,floor,age,rent\n";
    test::Normals draw{21};
    for (int i = 0; i < count; ++i) {
        const bool b = i % 2 == 1;
        const double area = 5 + draw.uniform() * 10;
        const double rent = std::exp(4 + 0.1 * area + (b ? 0.2 : 0) + noise * draw());
        csv += "c" + std::to_string(i) + (b ? ",b,3," : ",a,2,") + to_string(Real{area}) + "," +
               std::to_string(1 + i % 3) + "," + std::to_string(i % 4) + "," +
               (i % 10 == 0 ? "2" : "") + "," + (i % 5 == 4 ? "" : to_string(Real{rent})) + "\n";
    }
    return test::frame_of(csv);
}

}  // namespace

TEST_CASE("attributes that tell nothing of their own are left out, and said") {
    const auto hedonic = estimate_hedonic(cells(0.1), {});
    REQUIRE(hedonic.has_value());
    CHECK(hedonic->regression.formula == "log(rent) ~ 1 + section + area + places + floor");
    CHECK(hedonic->regression.find("area")->estimate == Approx(0.1).margin(0.01));
    CHECK(hedonic->regression.find("section[T.b]")->estimate == Approx(0.2).margin(0.1));
    REQUIRE(hedonic->notes.size() == 2);
    CHECK(hedonic->notes[0].starts_with("age is left out: it is known of 10 of 80"));
    CHECK(hedonic->notes[1].starts_with("grade is left out"));
}

TEST_CASE("smearing brings the mean of logs to the mean of levels") {
    const auto hedonic = estimate_hedonic(cells(0.5, 2000), {});
    REQUIRE(hedonic.has_value());
    // exp(s^2 / 2) of normal residuals.
    CHECK(hedonic->smearing == Approx(std::exp(0.125)).epsilon(0.03));
    CHECK(estimate_hedonic(cells(0.5), {.formula = "rent ~ area"})->smearing == 1);
}

TEST_CASE("every cell has a predicted rent, and nineteen of twenty rents lie in its interval") {
    const DataFrame frame = cells(0.3, 1000);
    const auto hedonic = estimate_hedonic(frame, {});
    const auto predictions = predict_rents(frame, *hedonic);
    REQUIRE(predictions.has_value());
    CHECK(predictions->size() == 1000);
    int within = 0;
    int let = 0;
    for (const RentPrediction& each : *predictions) {
        CHECK(each.low < each.rent);
        CHECK(each.rent < each.high);
        const double rent = frame.find("rent")->number(each.row).high;
        if (std::isnan(rent)) continue;
        ++let;
        within += each.low <= rent && rent <= each.high ? 1 : 0;
    }
    CHECK(let == 800);
    CHECK(within >= 740);
    CHECK(within <= 780);
    CHECK(prediction_table(frame, *hedonic, *predictions).rows.size() == 1000);
}

TEST_CASE("a section of which no cell is let has no prediction") {
    const DataFrame frame =
        test::frame_of("cell,section,area,rent\na,p,5,100\nb,p,6,130\nc,p,7,140\nd,q,5,\ne,p,9,\n");
    const auto hedonic = estimate_hedonic(frame, {.formula = "rent ~ area"});
    const auto predictions = predict_rents(frame, *hedonic);
    REQUIRE(predictions.has_value());
    CHECK(predictions->size() == 4);
    const Table table = prediction_table(frame, *hedonic, *predictions);
    CHECK(table.notes.front().starts_with("1 cell has no prediction"));
}

TEST_CASE("nothing let is nothing to estimate") {
    const auto found = estimate_hedonic(test::frame_of("cell,section,rent\na,p,\n"), {});
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == DiagnosticCode::series_missing);
}
