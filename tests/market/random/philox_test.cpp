#include "market/random/philox.hpp"

#include <catch2/catch.hpp>

using namespace cellbook;

TEST_CASE("philox gives the known answers of Random123") {
    // kat_vectors of Random123, philox4x32 with 10 rounds.
    struct Known {
        PhiloxCounter counter;
        PhiloxKey key;
        PhiloxBlock block;
    };
    constexpr auto ones = 0xffffffffU;
    const Known known[] = {
        {{}, {}, {0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}},
        {{{ones, ones, ones, ones}},
         {{ones, ones}},
         {0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}},
        {{{0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}},  // digits of pi
         {{0xa4093822U, 0x299f31d0U}},
         {0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U}},
    };
    for (const Known& each : known) CHECK(philox(each.counter, each.key) == each.block);
}
