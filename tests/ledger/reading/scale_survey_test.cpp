#include "ledger/reading/scale_survey.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("a survey settles the most decimals that it saw") {
    Chart chart;
    ScaleSurvey survey;
    survey.saw("cigarettes", 0);
    survey.saw("gold", 3);
    survey.saw("gold", 1);
    survey.settle(chart);
    CHECK(chart[chart.find_commodity("cigarettes")].scale == 0);
    CHECK(chart[chart.find_commodity("cigarettes")].scale_known);
    CHECK(chart[chart.find_commodity("gold")].scale == 3);
}

TEST_CASE("a survey leaves a scale that is settled already") {
    Chart chart;
    const CommodityId gold = chart.commodity("gold");
    chart[gold].scale = 1;
    chart[gold].scale_known = true;
    ScaleSurvey survey;
    survey.saw("gold", 3);
    survey.settle(chart);
    CHECK(chart[gold].scale == 1);
}

TEST_CASE("bolivianos and dollars have cents whatever is written, and need no survey") {
    Chart chart;
    int surveys = 0;
    const SettleScales settle = [&] { ++surveys; };
    CHECK(settled_scale(chart, chart.commodity("BOB"), settle, 0) == 2);
    CHECK(settled_scale(chart, chart.commodity("USD"), settle, 5) == 2);
    CHECK(surveys == 0);
}

TEST_CASE("a commodity that nothing has settled asks for the survey once") {
    Chart chart;
    int surveys = 0;
    const SettleScales settle = [&] {
        ++surveys;
        ScaleSurvey survey;
        survey.saw("gold", 4);
        survey.settle(chart);
    };
    const CommodityId gold = chart.commodity("gold");
    CHECK(settled_scale(chart, gold, settle, 1) == 4);
    CHECK(settled_scale(chart, gold, settle, 1) == 4);
    CHECK(surveys == 1);
}

TEST_CASE("without a survey the amount at hand settles its commodity") {
    Chart chart;
    CHECK(settled_scale(chart, chart.commodity("gold"), {}, 3) == 3);
}
