#include "ledger/stable_list.hpp"

#include <catch2/catch.hpp>
#include <string>

using cellbook::StableList;

TEST_CASE("items of a stable list keep their place and value as it grows") {
    StableList<std::string> list;
    list.push_back("first");
    const std::string& first = list[0];
    for (int i = 1; i < 1000; ++i) list.push_back(std::to_string(i));
    CHECK(&first == &list[0]);
    CHECK(first == "first");
    REQUIRE(list.size() == 1000);
    for (std::size_t i = 1; i < list.size(); ++i) CHECK(list[i] == std::to_string(i));
}
