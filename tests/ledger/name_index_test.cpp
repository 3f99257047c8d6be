#include "ledger/name_index.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "ledger/identity.hpp"

using namespace cellbook;

namespace {

/// A list of names with its index, as a chart has one of each sort.
struct Names {
    std::vector<std::string> names{};
    NameIndex<WordId> index{};

    void add(const std::string& name) {
        index.add(name, WordId{static_cast<std::uint32_t>(names.size())});
        names.push_back(name);
    }
    [[nodiscard]] WordId find(std::string_view name) const {
        return index.find(name, [&](WordId id) { return std::string_view{names[id.value]}; });
    }
};

}  // namespace

TEST_CASE("an empty index of names finds nothing") {
    CHECK_FALSE(Names{}.find("inmates:i0042").valid());
    CHECK_FALSE(Names{}.find("").valid());
}

TEST_CASE("an index of names finds each of many names and no other") {
    Names names;
    names.add("");  // the unnamed party
    for (int i = 0; i < 10'000; ++i) names.add("inmates:i" + std::to_string(i) + ":assets:cash");
    for (std::uint32_t i = 0; i < names.names.size(); ++i) {
        REQUIRE(names.find(names.names[i]) == WordId{i});
    }
    CHECK_FALSE(names.find("inmates:i10000:assets:cash").valid());
    CHECK_FALSE(names.find("inmates:i1:assets:cas").valid());
}

TEST_CASE("room that is expected loses no name, and less of it than there is does nothing") {
    Names names;
    for (std::size_t expected :
         {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{7}}) {
        names.index.expect(expected);
        names.add("n" + std::to_string(names.names.size()));
    }
    for (int i = 4; i < 2000; ++i) names.add("n" + std::to_string(i));
    for (std::uint32_t i = 0; i < names.names.size(); ++i) {
        REQUIRE(names.find(names.names[i]) == WordId{i});
    }
    CHECK_FALSE(names.find("n2000").valid());
}

TEST_CASE("names that differ in one byte or in length alone are told apart") {
    Names names;
    const std::string text(100, 'a');  // longer than what the index itself holds of a name
    for (std::size_t length = 1; length <= text.size(); ++length) {
        names.add(text.substr(0, length));
        names.add(text.substr(0, length - 1) + '\1');
    }
    for (std::uint32_t i = 0; i < names.names.size(); ++i) {
        CHECK(names.find(names.names[i]) == WordId{i});
    }
}
