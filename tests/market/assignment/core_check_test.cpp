#include "market/assignment/core_check.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/market/assignment/small_games.hpp"

using namespace cellbook;

TEST_CASE("prices in the core pass, and each way out of it is told") {
    const AssignmentGame game = test::shapley_shubik();
    const struct {
        std::string what;
        std::vector<std::int32_t> holder_of;
        std::vector<std::int64_t> prices;
        bool competitive;
    } cases[] = {
        {"the sellers' corner", {1, 2, 0}, {23, 21, 20}, true},
        {"the buyers' corner", {1, 2, 0}, {21, 20, 19}, true},
        {"between the two", {1, 2, 0}, {22, 20, 19}, true},
        {"beyond the sellers' corner", {1, 2, 0}, {24, 21, 20}, false},
        {"below the buyers' corner", {1, 2, 0}, {21, 19, 19}, false},
        {"below a reserve", {1, 2, 0}, {21, 20, 18}, false},
        {"another assignment", {0, 2, 1}, {23, 21, 20}, false},
        {"a household in two cells", {1, 1, 0}, {23, 21, 20}, false},
        {"an unlet cell above its reserve", {1, 2, nobody}, {23, 21, 20}, false},
        {"a household unhoused that would pay", {1, 2, nobody}, {23, 21, 19}, false},
    };
    for (const auto& each : cases) {
        INFO(each.what);
        if (each.competitive) {
            CHECK_NOTHROW(require_competitive(game, each.holder_of, each.prices));
        } else {
            CHECK_THROWS_AS(require_competitive(game, each.holder_of, each.prices),
                            std::logic_error);
        }
    }
}
