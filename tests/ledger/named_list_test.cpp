#include "ledger/named_list.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "ledger/identity.hpp"

using namespace cellbook;

namespace {

std::string_view name_of(const std::string& word) {
    return word;
}

using Words = NamedList<WordId, std::string, name_of>;

}  // namespace

TEST_CASE("things are found by name whether they were added before the last look-up or after") {
    Words words;
    CHECK_FALSE(words.find("rent").valid());
    const WordId rent = words.add("rent");
    CHECK(words.find("rent") == rent);
    const WordId dues = words.add("dues");
    const WordId sauna = words.add("sauna");
    CHECK(words.find("sauna") == sauna);
    CHECK(words.find("dues") == dues);
    CHECK(words.find("rent") == rent);
    CHECK_FALSE(words.find("pool").valid());
    CHECK(words.size() == 3);
}

TEST_CASE("names that are taken up before they are looked up are found, and new ones beside them") {
    Words words;
    words.take_up();
    const WordId rent = words.add("rent");
    words.take_up();
    const WordId dues = words.add("dues");
    CHECK(words.find("rent") == rent);
    CHECK(words.find("dues") == dues);
}

TEST_CASE("numbers are given in order and things stay where they are") {
    Words words;
    const std::string& first = words[words.add("0")];
    for (std::uint32_t i = 1; i < 5000; ++i) REQUIRE(words.add(std::to_string(i)).value == i);
    CHECK(&first == &words[WordId{0}]);
    for (std::uint32_t i = 0; i < 5000; ++i) REQUIRE(words.find(std::to_string(i)).value == i);
}
