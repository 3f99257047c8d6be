#include "market/assignment/priority.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("priorities have names") {
    CHECK(parse_priority("waiting-list") == Priority::waiting_list);
    CHECK(parse_priority("lottery") == Priority::lottery);
    CHECK(parse_priority("seniority") == Priority::seniority);
    CHECK_FALSE(parse_priority("queue"));
}

TEST_CASE("the smallest number comes first, one number by name, and none last") {
    const std::vector<std::string> households{"d", "c", "b", "a", "e"};
    const auto number = [](int value, unsigned scale = 0) {
        return Decimal{.coefficient = value, .scale = static_cast<std::uint8_t>(scale)};
    };
    CHECK(queue_by_number(households, {number(2), std::nullopt, number(20, 1), number(15, 1),
                                       std::nullopt}) == std::vector<std::size_t>{3, 2, 0, 1, 4});
}

TEST_CASE("a lottery depends on the seed and the name, not on who else takes part") {
    const std::vector<std::string> households{"a", "b", "c", "d", "e", "f"};
    const auto queue = queue_by_lottery(households, 1);
    const std::vector<std::string> fewer{"f", "d", "b"};
    std::vector<std::string> kept;
    for (const std::size_t h : queue) {
        if (std::ranges::find(fewer, households[h]) != fewer.end()) kept.push_back(households[h]);
    }
    std::vector<std::string> drawn;
    for (const std::size_t h : queue_by_lottery(fewer, 1)) drawn.push_back(fewer[h]);
    CHECK(drawn == kept);
    CHECK(queue_by_lottery(households, 2) != queue);
}
