#include "ledger/book/key_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <vector>

using namespace cellbook;

TEST_CASE("an index of keys finds every place of a key, as a multimap does") {
    std::mt19937_64 random{3};
    KeyIndex index;
    std::multimap<std::uint64_t, std::int64_t> oracle;
    CHECK_FALSE(index.any(5, [](std::int64_t) { return true; }));
    for (std::int64_t place = 1; place <= 5000; ++place) {
        const std::uint64_t key = random() % 1500;  // equal keys, and neighbours that collide
        index.add(key, place);
        oracle.emplace(key, place);
    }
    CHECK(index.size() == oracle.size());
    for (std::uint64_t key = 0; key < 1600; ++key) {
        std::vector<std::int64_t> found;
        CHECK_FALSE(index.any(key, [&](std::int64_t place) {
            found.push_back(place);
            return false;
        }));
        std::vector<std::int64_t> expected;
        for (auto [at, end] = oracle.equal_range(key); at != end; ++at) {
            expected.push_back(at->second);
        }
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
    CHECK(index.any(oracle.begin()->first, [](std::int64_t) { return true; }));
    index.clear();
    CHECK(index.size() == 0);
}
