#include "ledger/book/packed_list.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace cellbook;

namespace {

std::vector<std::uint64_t> items(std::string_view bytes) {
    std::vector<std::uint64_t> found;
    REQUIRE(unpack(bytes, [&](std::uint64_t item) { found.push_back(item); }));
    return found;
}

}  // namespace

TEST_CASE("a number packed and taken back is the same, at every length") {
    for (unsigned bits = 0; bits < 64; ++bits) {
        for (const std::uint64_t value : {std::uint64_t{1} << bits, (std::uint64_t{1} << bits) - 1,
                                          std::numeric_limits<std::uint64_t>::max() >> bits}) {
            std::string bytes;
            append_varint(bytes, value);
            CHECK(bytes.size() <= 10);
            std::string_view rest = bytes;
            CHECK(take_varint(rest) == value);
            CHECK(rest.empty());
        }
    }
}

TEST_CASE("bytes that end within a number, or pass 64 bits, are no number") {
    std::string_view cut = "\x80";
    CHECK_FALSE(take_varint(cut));
    std::string_view nothing;
    CHECK_FALSE(take_varint(nothing));
    std::string_view too_large = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02";
    CHECK_FALSE(take_varint(too_large));
}

TEST_CASE("zigzag keeps small magnitudes small and goes back") {
    CHECK(zigzag(0) == 0);
    CHECK(zigzag(-1) == 1);
    CHECK(zigzag(1) == 2);
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{77},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        CHECK(unzigzag(zigzag(value)) == value);
    }
}

TEST_CASE("a packed list gives its items back, also when it goes on after being read") {
    PackedList list;
    const std::vector<std::uint64_t> wanted{3, 4, 200, 100'000, std::uint64_t{1} << 40U};
    for (const auto item : wanted) list.push(item);
    CHECK(items(list.bytes()) == wanted);

    PackedList resumed{list.bytes()};
    CHECK(resumed.last() == wanted.back());
    PackedList more;
    more.push(wanted.back() + 1);
    more.push(wanted.back() + 9);
    resumed.append(more);
    CHECK(items(resumed.bytes()).back() == wanted.back() + 9);
    CHECK(items(resumed.bytes()).size() == wanted.size() + 2);
    resumed.append(PackedList{});
    CHECK(resumed.last() == wanted.back() + 9);
}

TEST_CASE("a list that does not ascend is damaged") {
    const auto ignore = [](std::uint64_t) {};
    CHECK_FALSE(unpack(std::string_view{"\x05\x00", 2}, ignore));
    CHECK_FALSE(unpack("\x05\x80", ignore));
    CHECK(unpack("", ignore));
}
