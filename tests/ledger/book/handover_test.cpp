#include "ledger/book/handover.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <stdexcept>
#include <vector>

using cellbook::Handover;

namespace {

using Numbers = std::vector<int>;

}  // namespace

TEST_CASE("blocks are worked on whole, once and in order, the unfinished one when settled") {
    Numbers seen;
    Handover<Numbers> blocks{[&](Numbers& block) {
        seen.insert(seen.end(), block.begin(), block.end());
        block.clear();
        return true;
    }};
    Numbers expected(1000);
    std::iota(expected.begin(), expected.end(), 0);
    for (const int number : expected) {
        blocks.filling().push_back(number);
        if (number % 7 == 6) REQUIRE(blocks.hand_over());
        if (number == 500) {
            REQUIRE(blocks.settle());
            CHECK(seen.size() == 501);
        }
    }
    CHECK(blocks.settle());
    CHECK(seen == expected);
}

TEST_CASE("nothing is worked on after work that wants no more, or that threw") {
    int worked = 0;
    const bool throws = GENERATE(false, true);
    Handover<Numbers> blocks{[&](Numbers& block) {
        block.clear();
        if (++worked < 3) return true;
        if (throws) throw std::runtime_error{"full"};
        return false;
    }};
    bool wanted = true;
    for (int i = 0; i < 50; ++i) {
        blocks.filling().push_back(i);
        wanted = blocks.hand_over();
    }
    CHECK_FALSE(wanted);
    if (throws) {
        CHECK_THROWS_AS(blocks.settle(), std::runtime_error);
    }
    CHECK_FALSE(blocks.settle());
    CHECK(worked == 3);
}

TEST_CASE("what was handed over is finished before the handover goes away") {
    int worked = 0;
    {
        Handover<Numbers> blocks{[&](Numbers& block) {
            worked += static_cast<int>(block.size());
            block.clear();
            return true;
        }};
        for (int i = 0; i < 10; ++i) {
            blocks.filling().push_back(i);
            blocks.hand_over();
        }
    }
    CHECK(worked == 10);
}
