#include "cli/whatif_options.hpp"

#include "cli/failure.hpp"
#include "tests/cli/small_prison_town.hpp"

using namespace cellbook;
using cli::parse_parameter;
using cli::parse_seed;
using test::SmallPrisonTown;
using Words = std::vector<std::string>;

TEST_CASE("a parameter is a value, a range with its middle, or a mean with its deviation") {
    const Parameter value = parse_parameter("demand.frisch=-2.5");
    CHECK(value.name == "demand.frisch");
    CHECK(value.value == -2.5);
    CHECK_FALSE(value.varies());
    CHECK(value.origin == ParameterOrigin::given);
    const Parameter range = parse_parameter("demand.soup.elasticity=-1.2:-0.4");
    CHECK(range.name == "demand.soup.elasticity");
    CHECK(range.value == Approx(-0.8));
    CHECK(range.distribution.quantile(0.25) == Approx(-1.0));
    const Parameter normal = parse_parameter("cell.discount_rate=+0.2+-0.02");
    CHECK(normal.value == Approx(0.2));
    CHECK(normal.distribution.sort() == DistributionSort::normal);
    CHECK(normal.distribution.quantile(0.975) == Approx(0.2 + 1.959964 * 0.02));
    CHECK_FALSE(parse_parameter("cell.stay_years=3:3").varies());
    CHECK(parse_parameter("cell.stay_years=1e1").value == 10);
}

TEST_CASE("what is no parameter is refused, with how one is written") {
    for (const std::string text :
         {"demand.frisch", "demand.frisch=", "demand.frisch=x", "demand.frisch=-2x",
          "demand.frisch=-1:-2", "demand.frisch=1:", "demand.frisch=:2", "demand.frisch=2+-",
          "demand.frisch=2+-x", "demand.frisch=2+--1", "demand.frisch=++2"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_parameter(text), cli::UsageError);
    }
}

TEST_CASE("a range has finite ends, and a value is finite") {
    for (const std::string value : {"nan", "inf", "-inf", "nan:1", "0:nan", "0:inf", "1+-nan"}) {
        INFO(value);
        const auto outcome =
            SmallPrisonTown{}.run({"--set", "price.soup=6", "--param", "cell.stay_years=" + value});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("a seed is a whole number, and one where nobody says") {
    CHECK(parse_seed({}).value == 1);
    CHECK(parse_seed("0").value == 0);
    CHECK(parse_seed("18446744073709551615").value == 18446744073709551615U);
    for (const std::string text : {"", "-1", "1.5", "x", "18446744073709551616"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_seed(text), cli::UsageError);
    }
}

TEST_CASE("words of the model that there are none of are errors of the command line") {
    const SmallPrisonTown prison;
    const struct {
        Words words;
        std::string expected;
    } cases[] = {
        {{"--demand", "cobb"}, "les, ces, isoelastic or linear, not `cobb`"},
        {{"--closure", "open"}, "general, partial or sections-keep, not `open`"},
        {{"--limits", "queue"}, "price or ration, not `queue`"},
        {{"--rents", "free"}, "cleared or fixed, not `free`"},
        {{"--seed", "x"}, "not `x`"},
        {{"--param", "demand.frish=-2"}, "Did you mean `demand.frisch`?"},
        {{"--param", "demand.frisch=2"}, "may be from -100 to -0.01"},
        {{"--param", "demand.soap.income=1"}, "no parameter `demand.soap.income`"},
        {{"--set", "price.soop=+20%"}, "Did you mean `soup`?"},
        {{"--set", "prize.soup=+20%"}, "prize.soup"},
        {{"--set", "price.soup=dear"}, "dear"},
        {{"--set", "quantity.soup=20"}, "quantity.soup"},
        {{"--set", "fee.entry.section.posta=5"}, "does not say what it is in the baseline"},
        {{"--scenario", "@ceiling.toml", "--name", "flood"}, "no scenario `flood`"},
        {{"--scenario", "@ceiling.toml"}, "choose by --name: reference, ceiling"},
    };
    for (const auto& each : cases) {
        INFO(each.words[0] << " " << each.words[1]);
        Words all{"--set", "price.soup=+20%", "--draws", "0"};
        all.insert(all.end(), each.words.begin(), each.words.end());
        const auto outcome = prison.run(all);
        INFO(outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.err.find(each.expected) != std::string::npos);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("a shock in a file is complained of where it stands") {
    const SmallPrisonTown prison;
    std::string text = prison.town.read("ceiling.toml");
    text.replace(text.find("\"price.rent\""), 12, "\"price.soop\"");
    prison.town.write("soop.toml", text);
    const auto outcome =
        prison.run({"--scenario", "@soop.toml", "--name", "ceiling", "--draws", "0"});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("soop.toml:") != std::string::npos);
    CHECK(outcome.err.find("error[shock_target_unknown]") != std::string::npos);
    CHECK(outcome.err.find("Did you mean `soup`?") != std::string::npos);
    CHECK(prison.run({"--scenario", "@absent.toml"}).code == 3);
    prison.town.write("wrong.toml", "schema = \"cellbook-scenario/1\"\nnam = \"x\"\n");
    CHECK(prison.run({"--scenario", "@wrong.toml"}).code == 1);
}
